import type { Decision } from "#domain/dunning/actions";
import { chargesTotal } from "#domain/charges/charge";
import { agingOf } from "#domain/dunning/aging";
import { decide } from "#domain/dunning/decide";
import type { DebtorFacts } from "#domain/dunning/facts";
import { reasonText, type ItemReason } from "#domain/dunning/reasons";
import { worldOf } from "#domain/dunning/world";
import { isFault, type Fault } from "#domain/messages/fault";
import { faultText } from "#domain/messages/text";
import { decimalText } from "#domain/money/decimal";
import { outputs } from "../../sdk/effect";
import { givenDay, idInput } from "../../sdk/input";
import { defineApi } from "../../sdk/rule";
import { readDebtor, type ReadDebtor } from "./debtor";
import { readTrial } from "./trial";
import type { Outcome } from "./outcome";

const communications = ({ actions }: Decision) => actions.flatMap((action) => (action.kind !== "planCommunication" ? [] : [{
  channel: action.channel, address: action.address, level: action.step.sequence, language: action.text.language,
  total: decimalText(action.total), charges: decimalText(chargesTotal(action.charges, action.total.currency)), currency: action.total.currency.code, items: action.lines.map((line) => line.item.name),
}]));

const signalled = ({ actions }: Decision) =>
  actions.flatMap((action) => (action.kind === "signalPromise" ? [{ id: action.promiseId, channel: action.signal.channel, address: action.signal.address }] : []));

const promises = ({ actions }: Decision) =>
  actions.flatMap((action) => (action.kind === "judgePromise" ? [{ id: action.promiseId, state: action.state, paid: decimalText(action.paid) }] : []));

const ofItems = (reasons: readonly ItemReason[], { items }: DebtorFacts) => {
  const names = new Map(items.map((item) => [item.id, item.name]));
  return reasons.map((reason) => ({ id: reason.itemId, name: names.get(reason.itemId) ?? reason.itemId, reason: reason.code, text: reasonText(reason), compared: reason.compared }));
};

const ofDecision = (facts: DebtorFacts, decision: Decision) => ({
  strategy: decision.strategy, communications: communications(decision), promises: promises(decision), signalled: signalled(decision),
  items: ofItems(decision.reasons, facts), errors: decision.faults.map((fault) => faultText(fault)), warnings: decision.warnings,
});

/** Of a debtor that a run would set apart: every item says why. */
function ofApart({ facts }: ReadDebtor, found: Fault) {
  const text = faultText(found);
  const reasons = [...facts.items, ...facts.broken].map(({ id }): ItemReason => ({ itemId: id, code: "error", compared: { text } }));
  return { strategy: null, communications: [], promises: [], signalled: [], items: ofItems(reasons, facts), errors: [text], warnings: [] };
}

/** What the debtor owes by days past due, with what is promised of it. */
const aging = ({ facts, known: { policy }, asOf }: ReadDebtor) => agingOf(worldOf(facts, policy, asOf)).map(({ currency, buckets, open, credits, net }) => ({
  currency: currency.code, buckets: buckets.map((bucket) => ({ ...bucket, open: decimalText(bucket.open), promised: decimalText(bucket.promised) })),
  open: decimalText(open), credits: decimalText(credits), net: decimalText(net),
}));

/** What a run would make of a debtor, as an object for people and programs. */
function explanation(found: ReadDebtor, { made, nextActionOn }: Outcome) {
  const { facts: { debtor: { id, number, name } }, asOf } = found;
  return { debtor: { id, number, name }, asOf, nextActionOn, aging: aging(found), ...(isFault(made) ? ofApart(found, made) : ofDecision(found.facts, made)) };
}

export const explainDecision = defineApi({
  id: "duly_ExplainDecision", label: "Explain a decision",
  help: "Says what a run of a day would do about a debtor and why, item by item. Writes nothing.",
  request: {
    DebtorId: { type: "Guid", help: "The debtor." },
    AsOf: { type: "String", help: "Business day, YYYY-MM-DD; today when absent.", optional: true },
  },
  response: { Explanation: { type: "String", help: "JSON: strategy, communications with charges, items with reasons, errors, aging with promises." } },
}, function* (context) {
  const found = yield* readDebtor(idInput(context, "DebtorId"), givenDay(context, "AsOf"), context);
  const { facts, known, asOf } = found;
  const decision = decide(facts, known.policy, asOf);
  const trial = yield* readTrial(found, decision.actions, context);
  return outputs({ Explanation: JSON.stringify(explanation(found, trial.night({ facts, decision, asOf }))) });
});
