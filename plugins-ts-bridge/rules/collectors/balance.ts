import { balance } from "#domain/collectors/balance";
import { channel, communicationStatus } from "#solution/generated/names";
import { outputs, update } from "../../sdk/effect";
import { dayOf, idInput, textInput } from "../../sdk/input";
import { from } from "../../sdk/query";
import { readTogether } from "../../sdk/reading";
import { defineApi } from "../../sdk/rule";
import { collectorQuery } from "../segments/collectors";

/** Calls of a company that are to be made by a day and were not made yet, the oldest first. */
const callsQuery = (companyId: string, day: string) => from("duly_communication").select("duly_communicationid", "ownerid", "duly_plannedon")
  .where(["duly_company", "eq", companyId], ["duly_channel", "eq", channel.phone], ["statuscode", "in", [communicationStatus.planned, communicationStatus.ready]], ["duly_plannedon", "le", day])
  .orderBy("duly_plannedon").orderBy("duly_communicationid");

export const balanceCalls = defineApi({
  id: "duly_BalanceCalls", label: "Balance calls",
  help: "Gives the open calls of a company to its collectors, in proportion to what each can make a day.",
  request: {
    CompanyId: { type: "Guid", help: "The company." },
    Day: { type: "String", help: "Day of the calls, YYYY-MM-DD; today when absent.", optional: true },
  },
  response: {
    Assigned: { type: "Integer", help: "Calls given to a collector now." },
    Left: { type: "Integer", help: "Calls for which nobody has room." },
  },
}, function* (context) {
  const companyId = idInput(context, "CompanyId");
  const [calls, collectors] = yield* readTogether(callsQuery(companyId, dayOf(textInput(context, "Day") ?? context.today)), collectorQuery(companyId));
  const users = new Map(collectors.flatMap((row) => (row.duly_user === null ? [] : [[row.duly_user.id, row] as const])));
  const taken = (userId: string): number => calls.filter((call) => call.ownerid?.id === userId).length;
  const free = calls.filter((call) => !users.has(call.ownerid?.id ?? "")).map((call) => call.duly_communicationid);
  const { assigned, left } = balance(free, [...users].map(([id, row]) => ({ id, capacity: row.duly_capacity ?? 0, taken: taken(id) })));
  return [
    ...assigned.map(({ id, collectorId }) => update("duly_communication", id, { ownerid: { logicalName: "systemuser", id: collectorId } })),
    ...outputs({ Assigned: assigned.length, Left: left.length }),
  ];
});
