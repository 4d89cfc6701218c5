import type { Role } from "../model/role";
import { administrator } from "./administrator";
import { collector } from "./collector";
import { dunningManager } from "./dunning";

export const roles: readonly Role[] = [collector, dunningManager, administrator];
