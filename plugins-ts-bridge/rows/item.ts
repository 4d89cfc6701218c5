import type { Day } from "#domain/calendar/day";
import { stop } from "#domain/messages/fault";
import type { StoredVerdict } from "#domain/dunning/facts";
import type { Allocation, LadderPosition, OpenItem } from "#domain/receivables/item";
import { decisionreason } from "#solution/generated/names";
import { from } from "../sdk/query";
import { documentKindOf, documentStatusOf, itemStatusOf, reasonOf } from "./codes";
import { toMoney, type Currencies } from "./currencies";
import { toDay } from "./debtor";

const settled = [decisionreason.paid, decisionreason.cancelled];

const items = () => from("duly_openitem").select(
  "duly_openitemid", "duly_debtor", "duly_name", "duly_instalment", "duly_issuedon", "duly_duedate", "duly_amount", "duly_openamount",
  "duly_level", "duly_cycle", "duly_laststep", "duly_lastactionon", "duly_nextactionon", "duly_reason", "duly_nextstep", "duly_stagestolegal",
  "duly_paymenttype", "duly_strategy", "duly_attempts", "duly_deadline", "duly_ladderversion", "duly_company", "statuscode", "transactioncurrencyid",
).join({ table: "duly_invoice", from: "duly_invoiceid", to: "duly_invoice", alias: "invoice", select: ["duly_name", "duly_kind", "duly_issuedon", "statuscode"], outer: true });

/** Items of debtors as a decision of a day needs them: all that are open, and closed ones that were not open for the last decision or are closed only later. */
export const itemQuery = (debtorIds: readonly string[], asOf: Day) => items().where(["duly_debtor", "in", debtorIds], {
  any: [["statecode", "eq", 0], ["duly_settledon", "gt", asOf], ["duly_reason", "null"], ["duly_reason", "not-in", settled]],
});

/** Items by their ids, closed ones too: what was paid on them decides whether a promise was kept. */
export const itemsById = (itemIds: readonly string[]) => items().where(["duly_openitemid", "in", itemIds]);
export type ItemRow = ReturnType<typeof itemQuery>["row"];

interface Beside {
  readonly currencies: Currencies;
  /** Number of a step by its id. */
  readonly sequences: ReadonlyMap<string, number>;
  readonly allocations: readonly Allocation[];
  /** The debtor's company. */
  readonly company: { readonly id: string; readonly name: string };
}

/** Nothing of one company's ledger is dunned in the name of another. */
function refuseForeign({ duly_company: own }: ItemRow, item: string, { id, name }: Beside["company"]): void {
  if (own !== null && `${own.id}`.toLowerCase() !== id.toLowerCase()) stop("DULY-ITEM-011", { item, own: own.name ?? own.id, company: name });
}

/** Whatever a row holds there, as a text: engines word their own errors differently. */
const versionOf = ({ duly_ladderversion: version }: ItemRow): string | null => (version === null ? null : `${version}`);

/** Where the item stands. One whose level was set back, or fell back, below its last step climbs again in a new cycle, for nothing is told twice in the same. */
function toLadder(row: ItemRow, sequences: ReadonlyMap<string, number>): LadderPosition {
  const [level, cycle] = [row.duly_level ?? 0, row.duly_cycle ?? 0];
  const setBack = (sequences.get(row.duly_laststep?.id ?? "") ?? 0) > level;
  return {
    level, cycle: setBack ? cycle + 1 : cycle, lastActionOn: toDay(row.duly_lastactionon), attempts: setBack ? 0 : row.duly_attempts ?? 0,
    deadline: setBack ? null : toDay(row.duly_deadline), version: versionOf(row),
  };
}

const toDocument = (row: ItemRow): OpenItem["document"] => ({
  number: row["invoice.duly_name"] ?? row.duly_name ?? "",
  kind: documentKindOf(row["invoice.duly_kind"]) ?? "invoice", status: documentStatusOf(row["invoice.statuscode"]) ?? "posted",
});

/** An item row as the domain sees it; stops with a fault when it lacks what a decision needs. */
export function toOpenItem(row: ItemRow, { currencies, sequences, allocations, company }: Beside): OpenItem {
  const name = row.duly_name ?? row.duly_openitemid;
  refuseForeign(row, name, company);
  if (row.duly_amount === null) stop("DULY-ITEM-002", { item: name });
  const beside = { currencies, row: `duly_openitem ${name}` };
  return {
    id: row.duly_openitemid, name, document: toDocument(row), instalment: row.duly_instalment ?? 1,
    status: itemStatusOf(row.statuscode) ?? stop("DULY-ITEM-001", { item: name, status: row.statuscode }),
    issuedOn: toDay(row.duly_issuedon ?? row["invoice.duly_issuedon"]), dueOn: toDay(row.duly_duedate),
    amount: toMoney(row.duly_amount, row.transactioncurrencyid, { ...beside, column: "duly_amount" }),
    openAmount: toMoney(row.duly_openamount ?? row.duly_amount, row.transactioncurrencyid, { ...beside, column: row.duly_openamount === null ? "duly_amount" : "duly_openamount" }),
    allocations, ladder: toLadder(row, sequences), paymentTypeId: row.duly_paymenttype?.id ?? null, strategyId: row.duly_strategy?.id ?? null,
  };
}

/** What the last decision left on the row. */
export const toStoredVerdict = (row: ItemRow): StoredVerdict => ({
  reason: reasonOf(row.duly_reason), cycle: row.duly_cycle ?? 0, nextActionOn: toDay(row.duly_nextactionon), nextStepId: row.duly_nextstep?.id ?? null, stagesToLegal: row.duly_stagestolegal,
  deadline: toDay(row.duly_deadline), version: versionOf(row),
});
