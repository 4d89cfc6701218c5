import { full, grant, type Role } from "../model/role";
import { tables } from "../schema/tables";
import { standardRights } from "./standard";

export const administrator: Role = {
  key: "administrator", name: "Duly Administrator",
  help: "May do everything with every table of Duly; imports of the ledger run as this.",
  grants: [grant("organization", full, tables)],
  standard: standardRights,
};
