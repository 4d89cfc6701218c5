import { balance } from "#domain/collectors/balance";
import { channel, communicationStatus } from "#solution/generated/names";
import { outputs, update } from "../../sdk/effect";
import { dayOf, idInput, textInput } from "../../sdk/input";
import { from } from "../../sdk/query";
import { readTogether } from "../../sdk/reading";
import { defineApi } from "../../sdk/rule";
import { collectorQuery } from "../segments/collectors";

/** Calls of a company that are to be made by a day and were not made yet, the oldest first. */
const callsQuery = (companyId: string, day: string) => from("duly_communication").select("duly_communicationid", "ownerid", "duly_plannedon", "duly_unassigned")
  .where(["duly_company", "eq", companyId], ["duly_channel", "eq", channel.phone], ["statuscode", "in", [communicationStatus.planned, communicationStatus.ready]], ["duly_plannedon", "le", day])
  .orderBy("duly_plannedon").orderBy("duly_communicationid");

type CallColumns = ReturnType<typeof callsQuery>["row"];

/** Calls that collectors keep, up to what each can make a day, the oldest first, and those that a person gave to somebody else; the others are free to be given away. */
function keptAndFree(calls: readonly CallColumns[], users: ReadonlyMap<string, { readonly duly_capacity: number | null }>) {
  const kept = new Map<string, number>();
  const free = calls.filter(({ ownerid, duly_unassigned: unassigned }) => {
    const owner = ownerid?.id ?? "";
    const count = kept.get(owner) ?? 0;
    if (unassigned === false && !users.has(owner)) return false;
    if (unassigned === true || count >= (users.get(owner)?.duly_capacity ?? 0)) return true;
    kept.set(owner, count + 1);
    return false;
  });
  return { kept, free: free.map((call) => call.duly_communicationid) };
}

export const balanceCalls = defineApi({
  id: "duly_BalanceCalls", label: "Balance calls",
  help: "Gives open calls to collectors, at most what each makes a day; what is above goes to who has room.",
  request: {
    CompanyId: { type: "Guid", help: "The company." },
    Day: { type: "String", help: "Day of the calls, YYYY-MM-DD; today when absent.", optional: true },
  },
  response: {
    Assigned: { type: "Integer", help: "Calls given to a collector now." },
    Left: { type: "Integer", help: "Calls for which nobody has room; they stay where they are." },
  },
}, function* (context) {
  const companyId = idInput(context, "CompanyId");
  const [calls, collectors] = yield* readTogether(callsQuery(companyId, dayOf(textInput(context, "Day") ?? context.today)), collectorQuery(companyId));
  const users = new Map(collectors.flatMap((row) => (row.duly_user === null ? [] : [[row.duly_user.id, row] as const])));
  const { kept, free } = keptAndFree(calls, users);
  const { assigned, left } = balance(free.map((id) => ({ id, calls: 1, preferred: null })), [...users].map(([id, row]) => ({ id, capacity: row.duly_capacity ?? 0, taken: kept.get(id) ?? 0 })));
  return [
    ...assigned.map(({ id, collectorId }) => update("duly_communication", id, { ownerid: { logicalName: "systemuser", id: collectorId }, duly_unassigned: null })),
    ...outputs({ Assigned: assigned.length, Left: left.length }),
  ];
});
