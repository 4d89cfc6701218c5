import { addDays } from "#domain/calendar/arithmetic";
import type { Day } from "#domain/calendar/day";
import { parseCost } from "#domain/costs/cost";
import { attributionDays, type Budget, type Contact, type Receipt, type Spending } from "#domain/costs/report";
import { stop } from "#domain/messages/fault";
import { communicationStatus } from "#solution/generated/names";
import { channelOf } from "../../rows/codes";
import { toMoney, type Currencies } from "../../rows/currencies";
import { groupBy } from "../../rows/group";
import { dayOf } from "../../sdk/input";
import { from } from "../../sdk/query";
import { readTogether, type Reading } from "../../sdk/reading";

const made = [communicationStatus.ready, communicationStatus.sent, communicationStatus.delivered, communicationStatus.served, communicationStatus.done];

/** Messages that go out or went out, one that failed only after it had left; each with the items that it speaks of. */
const contactQuery = (companyId: string, first: Day, last: Day) => from("duly_communication")
  .select("duly_communicationid", "duly_channel", "duly_strategystep", "duly_plannedon", "duly_cost")
  .join({ table: "duly_communicationline", from: "duly_communication", to: "duly_communicationid", alias: "line", select: ["duly_openitem"], outer: true })
  .join({ table: "duly_strategystep", from: "duly_strategystepid", to: "duly_strategystep", alias: "step", select: ["duly_name"], outer: true })
  .where(["duly_company", "eq", companyId], ["duly_plannedon", "ge", first], ["duly_plannedon", "le", last], { any: [["statuscode", "in", made], ["duly_senton", "not-null"]] });
type ContactColumns = ReturnType<typeof contactQuery>["row"];

const receiptQuery = (companyId: string, first: Day, last: Day) => from("duly_allocation").select("duly_allocationid", "duly_openitem", "duly_amount", "duly_bookedon", "transactioncurrencyid")
  .join({ table: "duly_openitem", from: "duly_openitemid", to: "duly_openitem", alias: "item", select: [], where: [["duly_company", "eq", companyId]] })
  .where(["duly_bookedon", "ge", first], ["duly_bookedon", "le", last]);
type ReceiptColumns = ReturnType<typeof receiptQuery>["row"];

const budgetQuery = (companyId: string, first: Day, last: Day) => from("duly_budget").select("duly_name", "duly_channel", "duly_startson", "duly_endson", "duly_amount")
  .where(["duly_company", "eq", companyId], ["statecode", "eq", 0], ["duly_startson", "le", last], ["duly_endson", "ge", first]);
type BudgetColumns = ReturnType<typeof budgetQuery>["row"];

const currencyQuery = (companyId: string) => from("duly_company").select("duly_name", "duly_currencycode").where(["duly_companyid", "eq", companyId]);

function toContact(rows: readonly ContactColumns[]): readonly Contact[] {
  const [row] = rows;
  const channel = channelOf(row?.duly_channel);
  if (row === undefined || channel === null) return [];
  return [{
    id: row.duly_communicationid, channel, stepId: row.duly_strategystep?.id ?? "", stepName: row["step.duly_name"] ?? "", on: dayOf(row.duly_plannedon ?? ""),
    cost: row.duly_cost === null ? null : parseCost(row.duly_cost), itemIds: rows.flatMap((one) => one["line.duly_openitem"]?.id ?? []),
  }];
}

const toReceipt = (row: ReceiptColumns, currencies: Currencies): Receipt => ({
  itemId: row.duly_openitem?.id ?? "", on: dayOf(row.duly_bookedon ?? ""), amount: toMoney(row.duly_amount, row.transactioncurrencyid, { currencies, row: `duly_allocation ${row.duly_allocationid}`, column: "duly_amount" }),
});

function toBudget(row: BudgetColumns): readonly Budget[] {
  const channel = channelOf(row.duly_channel);
  if (channel === null) return [];
  const amount = parseCost(row.duly_amount ?? "") ?? stop("DULY-COST-004", { row: row.duly_name ?? "" });
  return [{ channel, from: dayOf(row.duly_startson ?? ""), to: dayOf(row.duly_endson ?? ""), amount }];
}

/** Reads what a cost report of a company and period is made from. */
export function* readSpending(companyId: string, [first, last]: readonly [Day, Day], currencies: Currencies): Reading<Spending> {
  const [companies, contacts, receipts, budgets] = yield* readTogether(
    currencyQuery(companyId), contactQuery(companyId, addDays(first, -attributionDays), last), receiptQuery(companyId, first, last), budgetQuery(companyId, first, last),
  );
  const [company] = companies;
  const { currency } = currencies.byCode.get(company?.duly_currencycode ?? "") ?? stop("DULY-MONEY-006", { company: company?.duly_name ?? companyId, currency: company?.duly_currencycode ?? "–" });
  const messages = [...groupBy(contacts, (row) => row.duly_communicationid).values()];
  return { currency, contacts: messages.flatMap(toContact), receipts: receipts.map((row) => toReceipt(row, currencies)), budgets: budgets.flatMap(toBudget) };
}
