import { wrongColumn, type AlertRule } from "#domain/alerts/rule";
import { fault, FaultError, type Fault } from "#domain/messages/fault";
import { from } from "../sdk/query";
import { alertKindOf, severityOf } from "./codes";
import { inCompanyCurrency, type Reckoning } from "./segment";

/** Active rules that watch a company. */
export const alertRuleQuery = (companyId: string) => from("duly_alertrule").select(
  "duly_alertruleid", "duly_name", "duly_code", "duly_kind", "duly_amount", "duly_days", "duly_severity", "duly_escalationdays", "duly_manager", "transactioncurrencyid",
).where(["statecode", "eq", 0], { any: [["duly_company", "eq", companyId], ["duly_company", "null"]] }).orderBy("duly_code");
export type AlertRuleColumns = ReturnType<typeof alertRuleQuery>["row"];

const wrong = (row: AlertRuleColumns, column: string): Fault => fault("DULY-ALERT-001", { rule: row.duly_code ?? row.duly_alertruleid, column: `duly_${column}` });

/** A rule of a row, its amount in the company's currency; why it cannot watch when it is broken. */
export function toAlertRule(row: AlertRuleColumns, reckoning: Reckoning): AlertRule | Fault {
  const kind = alertKindOf(row.duly_kind);
  if (kind === null) return wrong(row, "kind");
  try {
    const parts = {
      kind, amount: inCompanyCurrency(row.duly_amount, { transactioncurrencyid: row.transactioncurrencyid, row: `duly_alertrule ${row.duly_code ?? ""}`, column: "duly_amount" }, reckoning),
      days: row.duly_days, escalationDays: row.duly_escalationdays, managerId: row.duly_manager?.id ?? null,
    };
    const column = wrongColumn(parts);
    if (column !== null) return wrong(row, column);
    return { ...parts, id: row.duly_alertruleid, name: row.duly_name ?? "", severity: severityOf(row.duly_severity) ?? (kind === "noAction" ? "critical" : null) };
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    return wrong(row, "amount");
  }
}
