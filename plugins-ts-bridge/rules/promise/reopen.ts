import { fault } from "#domain/messages/fault";
import { promiseStatus } from "#solution/generated/names";
import { fail, set, type Effect } from "../../sdk/effect";
import { dayOf, todayOf } from "../../sdk/input";
import { from } from "../../sdk/query";
import { readTogether, type Reading } from "../../sdk/reading";
import { defineStep } from "../../sdk/rule";
import { coveredDays, coveredQuery } from "./read";

const table = "duly_promise";

const promisedQuery = (promiseId: string) => from("duly_promiseline").select("duly_openitem")
  .join({ table: "duly_openitem", from: "duly_openitemid", to: "duly_openitem", alias: "item", select: ["duly_name", "duly_debtor"] }).where(["duly_promise", "eq", promiseId]);

/** What stands against taking a promise up again: an item that went to another debtor, or that another open promise covers by now. */
function* obstacle(promiseId: string, debtorId: string): Reading<readonly Effect[]> {
  const [lines, covered] = yield* readTogether(promisedQuery(promiseId), coveredQuery(debtorId));
  const moved = lines.find((row) => row["item.duly_debtor"]?.id !== debtorId);
  if (moved !== undefined) return [fail(fault("DULY-PROMISE-015", { item: moved["item.duly_name"] ?? "" }))];
  const days = coveredDays(covered);
  const taken = lines.find((row) => days.has(row.duly_openitem?.id ?? ""));
  return taken === undefined ? [] : [fail(fault("DULY-PROMISE-006", { item: taken["item.duly_name"] ?? "", day: String(days.get(taken.duly_openitem?.id ?? "")) }))];
}

/** A promise that a person takes up again protects its items, is judged and told like a new one; so its day has not passed, and nothing else is promised about them. */
const reopened = defineStep(
  { id: "promise.reopened", message: "Update", table, stage: "PreOperation", filteringAttributes: ["statecode", "statuscode"], images: { pre: ["statecode", "duly_debtor", "duly_promisedate"] } },
  function* (context) {
    const { target, preImage, primaryId, depth } = context;
    const opens = preImage.statecode === 1 && (target.statecode === 0 || target.statuscode === promiseStatus.open);
    if (!opens || depth > 1) return [];
    const day = target.duly_promisedate ?? preImage.duly_promisedate ?? null;
    if (day === null || dayOf(day) < todayOf(context)) return [fail(fault("DULY-PROMISE-014", { day: day ?? "–" }))];
    return [...(yield* obstacle(primaryId, preImage.duly_debtor?.id ?? "")), ...set(table, { duly_judgedon: null, duly_signalledon: null, duly_paidamount: null })];
  },
);

export const promiseReopenRules = [reopened];
