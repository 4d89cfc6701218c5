import type { Day } from "#domain/calendar/day";
import { decimalText, percentText } from "#domain/money/decimal";
import { conditionsOf, type DebtorKind, type Segment, type Trait, type TraitCondition } from "#domain/segments/segment";
import { debtorkind } from "#solution/generated/names";
import { from } from "../sdk/query";
import type { ColumnOf } from "../sdk/tables";
import type { Condition } from "../sdk/condition";

/** Column of a debtor that holds a trait. */
const columns: Readonly<Record<Trait, ColumnOf<"duly_debtor">>> = {
  kind: "duly_kind", country: "duly_country", companyId: "duly_company", creditClassId: "duly_creditclass", openAmount: "duly_openamount", overdueAmount: "duly_overdueamount",
  oldestDueOn: "duly_oldestduedate", openItems: "duly_openitemcount", unpaid: "duly_unpaidpercent", exposure: "duly_exposurepercent", score: "duly_behaviourscore", customerSince: "duly_customersince",
};

const hundredfold: ReadonlySet<Trait> = new Set(["unpaid", "exposure", "score"]);

function valueOf({ trait, value }: TraitCondition): string | number {
  if (typeof value === "object") return decimalText(value);
  if (trait === "kind") return debtorkind[value as DebtorKind];
  return typeof value === "number" && hundredfold.has(trait) ? percentText(value) : value;
}

const toCondition = (one: TraitCondition): Condition<"duly_debtor"> => [columns[one.trait], one.operator, valueOf(one)];

/** The debtors of a company that fulfil a segment's conditions by their stored figures: the same conditions that `segmentOf` matches by, as a query. Its FetchXML is asked for apart. */
export const segmentDebtors = (segment: Segment, companyId: string, asOf: Day) => from("duly_debtor").select("duly_debtorid", "duly_number")
  .where(["duly_company", "eq", companyId], ["statecode", "eq", 0], ...conditionsOf(segment, asOf).map(toCondition));
