import { noCalls } from "../call/read";
import type { Day } from "#domain/calendar/day";
import { evaluate, moves } from "#domain/dunning/evaluate";
import { fault, FaultError } from "#domain/messages/fault";
import { faultText } from "#domain/messages/text";
import { outputs } from "../../sdk/effect";
import { businessDayOf, givenDay, idInput, textInput } from "../../sdk/input";
import { read } from "../../sdk/reading";
import { defineApi } from "../../sdk/rule";
import { readDebtors, toFacts, type DebtorRows } from "../facts";
import { debtorEffects } from "../run/apply";
import { dueDebtors } from "../run/due";
import { readPolicy, type ReadPolicy } from "../run/read";
import { readHistories, type Changing } from "./histories";

/** Debtors of one call: each writes five rows at most. */
const debtorsAtMost = 200;

/** What is to be done about a debtor, or the line that says what is wrong with it. */
function evaluated(rows: DebtorRows, known: ReadPolicy, asOf: Day): Changing | string {
  try {
    const facts = toFacts(rows, known);
    return { facts, actions: evaluate(facts, known.policy, asOf).actions };
  } catch (error) {
    if (error instanceof FaultError) return `${rows.debtor.duly_number ?? ""}: ${faultText(error.fault)}`;
    return faultText(fault("DULY-RUN-011", { debtor: rows.debtor.duly_number ?? "", text: error instanceof Error ? error.message : String(error) }));
  }
}

export const evaluateSegments = defineApi({
  id: "duly_EvaluateSegments", label: "Evaluate segments",
  help: "Reckons the figures of the next debtors of a company and moves them to the segment that matches.",
  request: {
    CompanyId: { type: "Guid", help: "The company." },
    Cursor: { type: "String", help: "Cursor of the call before; from the beginning when absent.", optional: true },
    AsOf: { type: "String", help: "Business day, YYYY-MM-DD; today when absent.", optional: true },
  },
  response: {
    Cursor: { type: "String", help: "Where the next call goes on; empty when no debtor is left." },
    Debtors: { type: "Integer", help: "Debtors evaluated." },
    Moved: { type: "Integer", help: "Debtors that went to another segment." },
    Errors: { type: "String", help: "Debtors that could not be evaluated, one a line with what is wrong." },
  },
}, function* (context) {
  const companyId = idInput(context, "CompanyId");
  const known = yield* readPolicy(companyId);
  const asOf = givenDay(context, "AsOf") ?? businessDayOf(context, known.policy.company.timeZone);
  const found = yield* read(dueDebtors(companyId, { scope: "all", after: textInput(context, "Cursor") ?? "", size: debtorsAtMost }, asOf));
  const all = (yield* readDebtors(found, asOf, known.policy.segments)).map((rows) => evaluated(rows, known, asOf));
  const changing = all.flatMap((one) => (typeof one === "string" ? [] : [one]));
  const histories = yield* readHistories(companyId, changing);
  return [
    ...changing.flatMap(({ facts, actions }) => debtorEffects(actions, facts, { debtor: facts.debtor, asOf, runId: null, userId: context.userId, read: known, histories, costs: [], charging: null, calling: noCalls })),
    ...outputs({
      Cursor: found.length < debtorsAtMost ? "" : found[found.length - 1]?.duly_number ?? "", Debtors: changing.length,
      Moved: changing.filter(({ actions }) => moves(actions)).length, Errors: all.filter((one) => typeof one === "string").join("\n"),
    }),
  ];
});
