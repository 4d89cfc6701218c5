import { alertkind, alertruleStatus, severity } from "#solution/generated/names";
import type { OrganizationService } from "../../local-host/service/contract";
import { keyOf, put, readMirror, type Writing } from "../ledger/mirror";
import { textIn } from "../ledger/rows";
import type { AlertPack } from "./pack";

/** Rules of a pack, stored inactive. Rows that exist stay as an administrator left them. Gives how many are new. */
export function seedAlerts(service: OrganizationService, { alertrules }: AlertPack): number {
  const writing: Writing = { service, undo: [] };
  const rules = readMirror(service, "duly_alertrule", { columns: ["duly_code"], key: (row) => keyOf(textIn(row, "duly_code")) });
  const written = alertrules.map((rule) => put(writing, rules, {
    key: keyOf(rule.code), columns: {}, initial: {
      duly_code: rule.code, duly_name: rule.name, duly_kind: alertkind[rule.kind], duly_days: rule.days,
      duly_severity: rule.severity === null ? null : severity[rule.severity], statecode: 1, statuscode: alertruleStatus.inactive,
    },
  }));
  return written.filter(({ change }) => change === "created").length;
}
