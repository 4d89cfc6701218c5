import type { Day } from "#domain/calendar/day";
import type { Decision } from "#domain/dunning/actions";
import { decide } from "#domain/dunning/decide";
import type { DebtorFacts } from "#domain/dunning/facts";
import { reasonText } from "#domain/dunning/reasons";
import { faultText } from "#domain/messages/text";
import { decimalText } from "#domain/money/decimal";
import { outputs } from "../../sdk/effect";
import { givenDay, idInput } from "../../sdk/input";
import { defineApi } from "../../sdk/rule";
import { readDebtor } from "./debtor";

const communications = ({ actions }: Decision) => actions.flatMap((action) => (action.kind !== "planCommunication" ? [] : [{
  channel: action.channel, address: action.address, level: action.step.sequence, language: action.text.language,
  total: decimalText(action.total), currency: action.total.currency.code, items: action.lines.map((line) => line.item.name),
}]));

const signalled = ({ actions }: Decision) =>
  actions.flatMap((action) => (action.kind === "signalPromise" ? [{ id: action.promiseId, channel: action.signal.channel, address: action.signal.address }] : []));

const promises = ({ actions }: Decision) =>
  actions.flatMap((action) => (action.kind === "judgePromise" ? [{ id: action.promiseId, state: action.state, paid: decimalText(action.paid) }] : []));

/** A decision as an object for people and programs. */
export function explanation(facts: DebtorFacts, decision: Decision, asOf: Day) {
  const names = new Map(facts.items.map((item) => [item.id, item.name]));
  return {
    debtor: { id: facts.debtor.id, number: facts.debtor.number, name: facts.debtor.name }, asOf, nextActionOn: decision.nextActionOn, strategy: decision.strategy,
    communications: communications(decision), promises: promises(decision), signalled: signalled(decision),
    items: decision.reasons.map((reason) => ({ id: reason.itemId, name: names.get(reason.itemId) ?? reason.itemId, reason: reason.code, text: reasonText(reason), compared: reason.compared })),
    errors: decision.faults.map((fault) => faultText(fault)), warnings: decision.warnings,
  };
}

export const explainDecision = defineApi({
  id: "duly_ExplainDecision", label: "Explain a decision",
  help: "Says what a run of a day would do about a debtor and why, item by item. Writes nothing.",
  request: {
    DebtorId: { type: "Guid", help: "The debtor." },
    AsOf: { type: "String", help: "Business day, YYYY-MM-DD; today when absent.", optional: true },
  },
  response: { Explanation: { type: "String", help: "JSON: strategy, communications, items with reason and text, errors." } },
}, function* (context) {
  const id = idInput(context, "DebtorId");
  const { facts, known, asOf } = yield* readDebtor(id, givenDay(context, "AsOf"), context);
  return outputs({ Explanation: JSON.stringify(explanation(facts, decide(facts, known.policy, asOf), asOf)) });
});
