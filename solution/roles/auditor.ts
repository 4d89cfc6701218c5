import { grant, look, type Role } from "../model/role";
import { tables } from "../schema/tables";
import { standardReading } from "./standard";

export const auditor: Role = {
  key: "auditor", name: "Duly Auditor",
  help: "Reads every table and the audit history; changes nothing.",
  grants: [grant("organization", look, tables)],
  standard: standardReading,
  tasks: ["prvReadAuditSummary", "prvReadRecordAuditHistory"],
};
