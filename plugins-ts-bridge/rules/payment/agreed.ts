import { weekendsOnly } from "#domain/calendar/business";
import { isFault } from "#domain/messages/fault";
import type { Measure } from "#domain/promises/judge";
import type { Counted } from "#domain/receivables/takenback";
import { planStatus, promiseStatus } from "#solution/generated/names";
import { toAllocation, valuedAllocationsOf } from "../../rows/allocation";
import { calendarQuery, holidayQuery, toCalendars } from "../../rows/calendar";
import type { Currencies } from "../../rows/currencies";
import { termsColumns, toTerms } from "../../rows/terms";
import { from } from "../../sdk/query";
import { read, readTogether, type Reading } from "../../sdk/reading";
import { chunks } from "../run/told";

/** Promises about items that were found kept, wholly or in part; one row for each such item. */
export const keptPromises = (itemIds: readonly string[]) => from("duly_promiseline").select("duly_openitem").where(["duly_openitem", "in", itemIds]).join({
  table: "duly_promise", from: "duly_promiseid", to: "duly_promise", alias: "of",
  select: ["duly_promiseid", "duly_name", "duly_debtor", "duly_amount", "duly_takenon", "duly_promisedate", "duly_judgedon", "statuscode", "transactioncurrencyid"],
  where: [["statuscode", "in", [promiseStatus.kept, promiseStatus.partlyKept]]],
});

/** Plans about items that were found kept; one row for each such item. */
export const keptPlans = (itemIds: readonly string[]) => from("duly_planitem").select("duly_openitem").where(["duly_openitem", "in", itemIds]).join({
  table: "duly_plan", from: "duly_planid", to: "duly_plan", alias: "of", select: ["duly_planid", "duly_name", "duly_debtor", "duly_takenon", "duly_judgedon"], where: [["statuscode", "eq", planStatus.kept]],
});

const whose = { table: "duly_openitem", from: "duly_openitemid", to: "duly_openitem", alias: "item", select: ["duly_debtor", "statecode"] } as const;

/** All items of promises, whose they are by now, and whether they are open. */
export const promisedItems = (promiseIds: readonly string[]) => from("duly_promiseline").select("duly_promise", "duly_openitem").join(whose).where(["duly_promise", "in", promiseIds]);

/** All items of plans, whose they are by now, and whether they are open. */
export const plannedItems = (planIds: readonly string[]) => from("duly_planitem").select("duly_plan", "duly_openitem").join(whose).where(["duly_plan", "in", planIds]);

export type AgreedItem = Pick<ReturnType<typeof promisedItems>["row"], "duly_openitem" | "item.duly_debtor" | "item.statecode">;

/** What was applied to items, by their id; `takenBack` = the allocations that go. */
export function* moneysOf(itemIds: readonly string[], takenBack: ReadonlySet<string>, currencies: Currencies): Reading<(items: readonly AgreedItem[]) => readonly Counted[]> {
  const rows = (yield* readTogether(...chunks([...new Set(itemIds)]).map(valuedAllocationsOf))).flat();
  return (items) => {
    const own = new Set(items.map((item) => item.duly_openitem?.id));
    return rows.filter((row) => own.has(row.duly_openitem?.id)).map((row) => ({ ...toAllocation(row, currencies), takenBack: takenBack.has(row.duly_allocationid) }));
  };
}

const termsOf = (debtorIds: readonly string[]) => from("duly_debtor").select("duly_debtorid").where(["duly_debtorid", "in", debtorIds])
  .join({ table: "duly_company", from: "duly_companyid", to: "duly_company", alias: "company", select: [...termsColumns, "duly_calendar"] });

/** By what the promises of debtors are judged. A calendar that cannot be read stands in no payment's way: then weekends alone are free. */
export function* measuresOf(debtorIds: readonly string[]): Reading<ReadonlyMap<string, Measure>> {
  if (debtorIds.length === 0) return new Map();
  const [calendarRows, holidays] = yield* readTogether(calendarQuery(), holidayQuery());
  const calendars = toCalendars(calendarRows, holidays);
  return new Map((yield* read(termsOf(debtorIds))).map((row) => {
    const calendar = calendars.get(row["company.duly_calendar"]?.id ?? "") ?? weekendsOnly;
    const terms = toTerms({
      duly_creditmode: row["company.duly_creditmode"], duly_transitdays: row["company.duly_transitdays"], duly_promisegracedays: row["company.duly_promisegracedays"],
      duly_promisetolerance: row["company.duly_promisetolerance"], duly_plangracedays: row["company.duly_plangracedays"],
    }, []);
    return [row.duly_debtorid, { terms, calendar: isFault(calendar) ? weekendsOnly : calendar }];
  }));
}
