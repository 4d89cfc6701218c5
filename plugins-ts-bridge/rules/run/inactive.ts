import { fault } from "#domain/messages/fault";
import { faultText } from "#domain/messages/text";
import type { Reference } from "#solution/generated/names";
import { from } from "../../sdk/query";
import { readTogether, type Reading } from "../../sdk/reading";

const active = ["statecode", "eq", 0] as const;
const inactive = ["statecode", "eq", 1] as const;

/** Rows looked through for what they name; whoever mends the first sees the next. */
const most = 500;

/** A row that names an inactive one. */
interface Naming { readonly names: Reference | null; readonly table: string; readonly column: string; readonly row: string }

/** A row that is switched off, with the name that people know it by. */
interface Inactive { readonly id: string; readonly table: string; readonly name: string }

function* readRows(): Reading<readonly Inactive[]> {
  const [classes, types, calendars, templates] = yield* readTogether(
    from("duly_creditclass").select("duly_creditclassid", "duly_name").where(inactive), from("duly_paymenttype").select("duly_paymenttypeid", "duly_name").where(inactive),
    from("duly_calendar").select("duly_calendarid", "duly_name").where(inactive), from("duly_template").select("duly_templateid", "duly_name").where(inactive),
  );
  return [
    ...classes.map((row) => ({ id: row.duly_creditclassid, table: "duly_creditclass", name: row.duly_name ?? "" })), ...types.map((row) => ({ id: row.duly_paymenttypeid, table: "duly_paymenttype", name: row.duly_name ?? "" })),
    ...calendars.map((row) => ({ id: row.duly_calendarid, table: "duly_calendar", name: row.duly_name ?? "" })), ...templates.map((row) => ({ id: row.duly_templateid, table: "duly_template", name: row.duly_name ?? "" })),
  ];
}

/** Rows of a company's ledger that name one of the ids. */
function* namedByLedger(companyId: string, ids: readonly string[]): Reading<readonly Naming[]> {
  const mine = [["duly_company", "eq", companyId], active] as const;
  const [byClass, byCalendar, items, companies] = yield* readTogether(
    from("duly_debtor").select("duly_number", "duly_creditclass").where(...mine, ["duly_creditclass", "in", ids]).orderBy("duly_number").first(most),
    from("duly_debtor").select("duly_number", "duly_calendar").where(...mine, ["duly_calendar", "in", ids]).orderBy("duly_number").first(most),
    from("duly_openitem").select("duly_name", "duly_paymenttype").where(...mine, ["duly_paymenttype", "in", ids]).orderBy("duly_name").first(most),
    from("duly_company").select("duly_name", "duly_calendar").where(["duly_companyid", "eq", companyId], ["duly_calendar", "in", ids]),
  );
  return [
    ...companies.map((row) => ({ names: row.duly_calendar, table: "duly_company", column: "duly_calendar", row: row.duly_name ?? "" })),
    ...byClass.map((row) => ({ names: row.duly_creditclass, table: "duly_debtor", column: "duly_creditclass", row: row.duly_number ?? "" })),
    ...byCalendar.map((row) => ({ names: row.duly_calendar, table: "duly_debtor", column: "duly_calendar", row: row.duly_number ?? "" })),
    ...items.map((row) => ({ names: row.duly_paymenttype, table: "duly_openitem", column: "duly_paymenttype", row: row.duly_name ?? "" })),
  ];
}

/** Rows of the policy that name one of the templates: steps of active strategies, their variants, template variants. */
function* namedByPolicy(ids: readonly string[]): Reading<readonly Naming[]> {
  const strategy = { table: "duly_strategy", from: "duly_strategyid", to: "duly_strategy", alias: "strategy", select: ["duly_name"], where: [active] } as const;
  const [steps, stepVariants, variants] = yield* readTogether(
    from("duly_strategystep").select("duly_sequence", "duly_template").join(strategy).where(active, ["duly_template", "in", ids]).orderBy("duly_sequence").first(most),
    from("duly_stepvariant").select("duly_name", "duly_template").where(active, ["duly_template", "in", ids]).orderBy("duly_name").first(most),
    from("duly_templatevariant").select("duly_name", "duly_variant").where(active, ["duly_variant", "in", ids]).orderBy("duly_name").first(most),
  );
  return [
    ...steps.map((row) => ({ names: row.duly_template, table: "duly_strategystep", column: "duly_template", row: `${row["strategy.duly_name"] ?? ""} ${row.duly_sequence ?? ""}` })),
    ...stepVariants.map((row) => ({ names: row.duly_template, table: "duly_stepvariant", column: "duly_template", row: row.duly_name ?? "" })),
    ...variants.map((row) => ({ names: row.duly_variant, table: "duly_templatevariant", column: "duly_variant", row: row.duly_name ?? "" })),
  ];
}

/** Lines for the log of a run: credit classes, payment types, calendars and templates that are switched off and that the company's ledger or the policy still names; nothing of them holds, which nobody would notice. One line for each, with the first row that names it. */
export function* readInactive(companyId: string): Reading<readonly string[]> {
  const rows = yield* readRows();
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const namings = [...yield* namedByLedger(companyId, ids), ...yield* namedByPolicy(ids)];
  return rows.flatMap(({ id, table, name }) => {
    const first = namings.find(({ names }) => names?.id === id);
    return first === undefined ? [] : [faultText(fault("DULY-RUN-016", { table, name, by: first.table, column: first.column, row: first.row }))];
  });
}
