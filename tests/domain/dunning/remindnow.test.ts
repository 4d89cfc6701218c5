import { decide } from "#domain/dunning/decide";
import { forecast } from "#domain/dunning/forecast";
import { remindNow } from "#domain/dunning/remindnow";
import { contactRuleOf } from "../../builders/contacts";
import { day, factsOf, itemOf, ladderAt, policyOf, stepOf, strategyOf } from "../../builders/facts";
import { play } from "../../builders/ladder";

const kinds = (facts: ReturnType<typeof factsOf>, movesLadder: boolean, on = "2026-03-08") =>
  remindNow(facts, policyOf(), { asOf: day(on), movesLadder });

describe("C-30: remind now", () => {
  const facts = factsOf([itemOf("A", { ladder: ladderAt(1, "2026-03-05") }), itemOf("B", { dueOn: day("2026-03-20") })]);
  test("plans a message about what is overdue in the words of the level reached, and the ladder stays", () => {
    const { actions } = kinds(facts, false);
    expect(actions).toMatchObject([{ kind: "planCommunication", step: { sequence: 1 }, lines: [{ item: { id: "A" } }] }]);
  });
  test("A-46: or carries out the next step with all its effects, when the user asks for it", () => {
    const { actions } = kinds(facts, true);
    expect(actions).toMatchObject([{ kind: "planCommunication", step: { sequence: 2 } }, { kind: "advanceItem", itemId: "A", level: 2, attempts: 2 }, { kind: "scheduleDebtor", level: 2, lastActionOn: "2026-03-08" }]);
  });
  test("a person may write to a vulnerable debtor, within the hours of a rule; nobody to an insolvent one", () => {
    const vulnerable = factsOf([itemOf("A")], { debtor: { vulnerable: true } });
    expect(decide(vulnerable, policyOf(), day("2026-03-08")).actions.filter(({ kind }) => kind === "planCommunication")).toEqual([]);
    for (const contactRules of [[], [contactRuleOf("window")]]) {
      const { actions, obstacles } = remindNow(vulnerable, policyOf(undefined, { contactRules }), { asOf: day("2026-03-09"), movesLadder: false });
      expect([actions.map(({ kind }) => kind), obstacles]).toEqual([["planCommunication"], []]);
    }
    expect(kinds(factsOf([itemOf("A")], { debtor: { vulnerable: true, insolventOn: day("2026-03-01") } }), false).obstacles).toHaveLength(1);
  });
  test("what a run may not chase is not chased by hand either, and the reason is told", () => {
    const disputed = factsOf([itemOf("A")], { disputes: [{ itemId: "A", openedOn: day("2026-03-03"), resolvedOn: null }] });
    expect(kinds(disputed, false)).toEqual({ actions: [], obstacles: ["A/1: In dispute since 2026-03-03."] });
  });
});

test("T-01: the forecast of 60 nights is what the runs later create, when nothing happens", () => {
  const facts = factsOf([itemOf("A"), itemOf("B", { dueOn: day("2026-03-12") }), itemOf("C", { dueOn: day("2026-04-02") })]);
  const policy = policyOf({ ...strategyOf(3), steps: [stepOf(1, -2), stepOf(2, 5, { deadlineDays: 8 }), stepOf(3, 20)] });
  const foreseen = forecast(facts, policy, { from: day("2026-03-02"), nights: 60 }).activities.map(({ day: on, communication }) => [on, ...communication.lines.map((line) => `${line.item.id}@${line.step.sequence}`)]);
  expect(foreseen.length).toBeGreaterThan(5);
  expect(foreseen).toEqual(play(facts, policy, { from: day("2026-03-02"), nights: 60 }));
});
