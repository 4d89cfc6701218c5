import type { Day } from "#domain/calendar/day";
import { stop } from "#domain/messages/fault";
import { todayOf } from "../../sdk/input";
import { from } from "../../sdk/query";
import { readTogether, type Reading } from "../../sdk/reading";
import { defineStep } from "../../sdk/rule";
import { differs } from "../../sdk/value";

const table = "duly_openitem";

const disputesOf = (itemId: string, today: Day) => from("duly_dispute").select("duly_name", "duly_resolvedon", "statecode")
  .where(["duly_openitem", "eq", itemId], { any: [["duly_resolvedon", "gt", today], ["duly_resolvedon", "null"]] });
const holdsOf = (itemId: string, today: Day) => from("duly_hold").select("duly_name", "duly_endson", "statecode")
  .where(["duly_openitem", "eq", itemId], { any: [["duly_endson", "ge", today], ["duly_endson", "null"]] });
const promisesOf = (itemId: string) => from("duly_promiseline").where(["duly_openitem", "eq", itemId])
  .join({ table: "duly_promise", from: "duly_promiseid", to: "duly_promise", alias: "promise", select: ["duly_name"], where: [["statecode", "eq", 0]] });
const plansOf = (itemId: string) => from("duly_planitem").where(["duly_openitem", "eq", itemId])
  .join({ table: "duly_plan", from: "duly_planid", to: "duly_plan", alias: "plan", select: ["duly_name"], where: [["statecode", "eq", 0]] });
const casesOf = (itemId: string) => from("duly_caseitem").where(["duly_openitem", "eq", itemId])
  .join({ table: "duly_collectioncase", from: "duly_collectioncaseid", to: "duly_collectioncase", alias: "case", select: ["duly_name"], where: [["statecode", "eq", 0]] });

/** What names an item and is not over, each as "name (table)"; one that was closed without a day is over. */
function* agreedAbout(itemId: string, today: Day): Reading<readonly string[]> {
  const [disputes, holds, promises, plans, cases] = yield* readTogether(disputesOf(itemId, today), holdsOf(itemId, today), promisesOf(itemId), plansOf(itemId), casesOf(itemId));
  const named = (among: string, names: readonly (string | null)[]): readonly string[] => names.map((name) => `${name ?? "–"} (${among})`);
  return [
    ...named("duly_dispute", disputes.filter((row) => row.duly_resolvedon !== null || row.statecode === 0).map((row) => row.duly_name)),
    ...named("duly_hold", holds.filter((row) => row.duly_endson !== null || row.statecode === 0).map((row) => row.duly_name)),
    ...named("duly_promise", promises.map((row) => row["promise.duly_name"])), ...named("duly_plan", plans.map((row) => row["plan.duly_name"])),
    ...named("duly_collectioncase", cases.map((row) => row["case.duly_name"])),
  ];
}

/** Agreements are with a debtor, and a case is about one: an item that was given to another one would lose them, so it stays until they are over. */
export const debtorKept = defineStep(
  { id: "openitem.debtor", message: "Update", table, stage: "PreOperation", filteringAttributes: ["duly_debtor"], images: { pre: ["duly_name", "duly_debtor"] } },
  function* (context) {
    const { target, preImage, primaryId } = context;
    if (preImage.duly_debtor == null || !differs(target.duly_debtor, preImage.duly_debtor)) return [];
    const agreements = yield* agreedAbout(primaryId, todayOf(context));
    return agreements.length === 0 ? [] : stop("DULY-AGREEMENT-006", { item: preImage.duly_name ?? primaryId, agreements: agreements.join(", ") });
  },
);
