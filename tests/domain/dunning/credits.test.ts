import { decide } from "#domain/dunning/decide";
import { usualTerms } from "#domain/dunning/terms";
import { money } from "#domain/money/money";
import { day, eur, factsOf, itemOf, ladderAt, policyOf, strategyOf } from "../../builders/facts";

const creditNote = (id: string, cents: bigint) => itemOf(id, { document: { number: id, kind: "creditNote", status: "posted" }, dueOn: null, amount: money(cents, eur), openAmount: money(cents, eur) });

/** Two items of 100.00 that are told at two levels, a message each; the company lists open credits. */
function told(...credits: readonly bigint[]) {
  const policy = policyOf({ ...strategyOf(3, 10), grouping: "eachLevel" });
  const facts = factsOf([itemOf("A"), itemOf("B", { ladder: ladderAt(1, "2026-03-05") }), ...credits.map((cents, index) => creditNote(`CN${index + 1}`, cents))]);
  const { actions } = decide(facts, { ...policy, company: { ...policy.company, terms: { ...usualTerms, creditMode: "list" } } }, day("2026-03-12"));
  return actions.flatMap((action) => (action.kind === "planCommunication" ? [{ total: action.total.minor, credits: action.credits.map(({ name, amount }) => [name, amount.minor]) }] : []));
}

test.each([
  ["no credit", [], [[], []]],
  ["30.00 stand in the first message and not again in the second", [3_000n], [[["CN1/1", 3_000n]], []]],
  ["130.00 take off what the first asks for, and the rest from the second", [13_000n], [[["CN1/1", 10_000n]], [["CN1/1", 3_000n]]]],
  ["60.00 and 70.00 likewise", [6_000n, 7_000n], [[["CN1/1", 6_000n], ["CN2/1", 4_000n]], [["CN2/1", 3_000n]]]],
  ["what is more than all is told with the last", [25_000n], [[["CN1/1", 10_000n]], [["CN1/1", 15_000n]]]],
])("A-12: of several messages in a currency no credit is told twice: %s", (_what, credits, shown) => {
  expect(told(...credits)).toEqual(shown.map((one) => ({ total: 10_000n, credits: one })));
});
