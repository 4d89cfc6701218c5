import { planStatus, promiseStatus, type Reference } from "#solution/generated/names";
import { update, type Effect } from "../../sdk/effect";
import { from } from "../../sdk/query";
import { readTogether, type Reading } from "../../sdk/reading";
import { chunks } from "../run/told";

/** What a payment had paid of an item, and from when. */
export interface Paid { readonly duly_openitem: Reference | null; readonly duly_bookedon: string | null; readonly "item.duly_debtor": Reference | null }

const promisesOf = (itemIds: readonly string[]) => from("duly_promiseline").select("duly_openitem").where(["duly_openitem", "in", itemIds])
  .join({ table: "duly_promise", from: "duly_promiseid", to: "duly_promise", alias: "of", select: ["duly_promiseid", "duly_takenon", "duly_debtor"], where: [["statuscode", "in", [promiseStatus.kept, promiseStatus.partlyKept]]] });
const plansOf = (itemIds: readonly string[]) => from("duly_planitem").select("duly_openitem").where(["duly_openitem", "in", itemIds])
  .join({ table: "duly_plan", from: "duly_planid", to: "duly_plan", alias: "of", select: ["duly_planid", "duly_takenon", "duly_debtor"], where: [["statuscode", "eq", planStatus.kept]] });

type Agreed = Pick<ReturnType<typeof plansOf>["row"], "duly_openitem" | "of.duly_takenon" | "of.duly_debtor">;

/** Whether a payment may have been counted for an agreement about its item: it is with the item's debtor, and the money came once it was agreed. */
const counted = (parts: readonly Paid[]) => (row: Agreed): boolean => parts.some((part) =>
  part.duly_openitem?.id === row.duly_openitem?.id && part["item.duly_debtor"]?.id === row["of.duly_debtor"]?.id && (part.duly_bookedon ?? "") >= (row["of.duly_takenon"] ?? ""));

/**
 * Promises and plans that were found kept, wholly or in part, with money that is taken back are open again: until their day they protect their items as before,
 * after it the next night finds them broken, and the debtor is told. Source: claims.md H-32, H-33; rules.md, promise-kept rate.
 */
export function* judgedAnew(parts: readonly Paid[]): Reading<readonly Effect[]> {
  const batches = chunks([...new Set(parts.flatMap((part) => part.duly_openitem?.id ?? []))]);
  const promises = (yield* readTogether(...batches.map(promisesOf))).flat().filter(counted(parts));
  const plans = (yield* readTogether(...batches.map(plansOf))).flat().filter(counted(parts));
  return [
    ...[...new Set(promises.map((row) => row["of.duly_promiseid"]))].map((id) => update("duly_promise", id, { statecode: 0, statuscode: promiseStatus.open, duly_judgedon: null, duly_paidamount: null })),
    ...[...new Set(plans.map((row) => row["of.duly_planid"]))].map((id) => update("duly_plan", id, { statecode: 0, statuscode: planStatus.open, duly_judgedon: null })),
  ];
}
