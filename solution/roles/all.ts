import type { Role } from "../model/role";
import { administrator } from "./administrator";
import { collector } from "./collector";
import { dunning } from "./dunning";

export const roles: readonly Role[] = [collector, dunning, administrator];
