import type { Role } from "../model/role";
import { administrator } from "./administrator";
import { auditor } from "./auditor";
import { collector } from "./collector";
import { disputeOwner } from "./dispute-owner";
import { dunning } from "./dunning";
import { salesReader } from "./sales-reader";
import { service } from "./service";

export const roles: readonly Role[] = [collector, dunning, disputeOwner, salesReader, administrator, auditor, service];
