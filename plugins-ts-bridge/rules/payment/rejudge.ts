import { planStands } from "#domain/plans/stands";
import { promiseStands } from "#domain/promises/stands";
import { planStatus, promiseStatus, type Reference } from "#solution/generated/names";
import { toPromise } from "../../rows/agreements";
import type { Currencies } from "../../rows/currencies";
import { toDay } from "../../rows/debtor";
import { readInstalments, toPlans } from "../../rows/plan";
import { update, type Effect } from "../../sdk/effect";
import { readTogether, type Reading } from "../../sdk/reading";
import { chunks } from "../run/told";
import { keptPlans, keptPromises, measuresOf, moneysOf, plannedItems, promisedItems, type AgreedItem } from "./agreed";

/** What a payment had paid of an item, and from when. */
export interface Paid { readonly duly_allocationid: string; readonly duly_openitem: Reference | null; readonly duly_bookedon: string | null }

type PromiseRow = ReturnType<typeof keptPromises>["row"];
type PlanRow = ReturnType<typeof keptPlans>["row"];

/** Whether money that is taken back was there when an agreement about its item was judged; one that no night judged was closed by a person. */
const mayHaveKept = (parts: readonly Paid[]) => (row: Pick<PlanRow, "duly_openitem" | "of.duly_takenon" | "of.duly_judgedon">): boolean => parts.some((part) => {
  const [takenOn, bookedOn, judgedOn] = [row["of.duly_takenon"], part.duly_bookedon, row["of.duly_judgedon"]].map((day) => toDay(day));
  return part.duly_openitem?.id === row.duly_openitem?.id && takenOn != null && bookedOn != null && judgedOn != null && takenOn <= bookedOn && bookedOn <= judgedOn;
});

const once = <Row>(rows: readonly Row[], id: (row: Row) => string): readonly Row[] => [...new Map(rows.map((row) => [id(row), row])).values()];

/** An agreement about an item that went to another debtor stays as it is, as a person may not take it up again (DULY-PROMISE-015, DULY-PLAN-015). */
const stillWith = (debtor: Reference | null, items: readonly AgreedItem[]): boolean => items.every((item) => item["item.duly_debtor"]?.id === debtor?.id);

/** What the agreements are reckoned from. */
interface TakenBack { readonly allocationIds: ReadonlySet<string>; readonly currencies: Currencies }

function* fallenPromises(rows: readonly PromiseRow[], { allocationIds, currencies }: TakenBack): Reading<readonly string[]> {
  const lines = (yield* readTogether(...chunks(rows.map((row) => row["of.duly_promiseid"])).map(promisedItems))).flat();
  const moneys = yield* moneysOf(lines.flatMap((line) => line.duly_openitem?.id ?? []), allocationIds, currencies);
  const measures = yield* measuresOf([...new Set(rows.flatMap((row) => row["of.duly_debtor"]?.id ?? []))]);
  return rows.flatMap((row) => {
    const items = lines.filter((line) => line.duly_promise?.id === row["of.duly_promiseid"]);
    const promise = toPromise([{
      duly_promiseid: row["of.duly_promiseid"], duly_debtor: row["of.duly_debtor"], duly_name: row["of.duly_name"], duly_amount: row["of.duly_amount"], duly_takenon: row["of.duly_takenon"],
      duly_promisedate: row["of.duly_promisedate"], statecode: 1, transactioncurrencyid: row["of.transactioncurrencyid"], "line.duly_openitem": row.duly_openitem,
    }], currencies);
    const [judgedOn, measure] = [toDay(row["of.duly_judgedon"]), measures.get(row["of.duly_debtor"]?.id ?? "")];
    if (promise === null || judgedOn === null || measure === undefined || !stillWith(row["of.duly_debtor"], items)) return [];
    const state = row["of.statuscode"] === promiseStatus.kept ? "kept" : "partlyKept";
    return promiseStands(promise, { state, judgedOn }, moneys(items), measure) ? [] : [promise.id];
  });
}

function* fallenPlans(rows: readonly PlanRow[], { allocationIds, currencies }: TakenBack): Reading<readonly string[]> {
  const lines = (yield* readTogether(...chunks(rows.map((row) => row["of.duly_planid"])).map(plannedItems))).flat();
  const moneys = yield* moneysOf(lines.flatMap((line) => line.duly_openitem?.id ?? []), allocationIds, currencies);
  const heads = rows.map((row) => ({ duly_planid: row["of.duly_planid"], duly_debtor: row["of.duly_debtor"], duly_name: row["of.duly_name"], duly_takenon: row["of.duly_takenon"], "item.duly_openitem": row.duly_openitem }));
  const plans = toPlans(heads, yield* readInstalments(heads), currencies);
  return plans.flatMap((plan) => {
    const row = rows.find((one) => one["of.duly_planid"] === plan.id);
    const items = lines.filter((line) => line.duly_plan?.id === plan.id);
    const judgedOn = toDay(row?.["of.duly_judgedon"] ?? null);
    if (row === undefined || judgedOn === null || !stillWith(row["of.duly_debtor"], items)) return [];
    return planStands(plan, { judgedOn, anyOpen: items.some((item) => item["item.statecode"] === 0) }, moneys(items)) ? [] : [plan.id];
  });
}

/**
 * Promises and plans that were kept with money that is taken back, and would not have been kept without it, are open again: until their day they protect their items as before,
 * after it the next night finds them broken, and the debtor is told. All others stay as they are. Source: claims.md H-32, H-33; rules.md, promise-kept rate.
 */
export function* judgedAnew(parts: readonly Paid[], currencies: Currencies): Reading<readonly Effect[]> {
  const batches = chunks([...new Set(parts.flatMap((part) => part.duly_openitem?.id ?? []))]);
  const promises = once((yield* readTogether(...batches.map(keptPromises))).flat().filter(mayHaveKept(parts)), (row) => row["of.duly_promiseid"]);
  const plans = once((yield* readTogether(...batches.map(keptPlans))).flat().filter(mayHaveKept(parts)), (row) => row["of.duly_planid"]);
  const takenBack = { allocationIds: new Set(parts.map((part) => part.duly_allocationid)), currencies };
  return [
    ...(promises.length === 0 ? [] : yield* fallenPromises(promises, takenBack)).map((id) => update("duly_promise", id, { statecode: 0, statuscode: promiseStatus.open, duly_judgedon: null, duly_paidamount: null })),
    ...(plans.length === 0 ? [] : yield* fallenPlans(plans, takenBack)).map((id) => update("duly_plan", id, { statecode: 0, statuscode: planStatus.open, duly_judgedon: null })),
  ];
}
