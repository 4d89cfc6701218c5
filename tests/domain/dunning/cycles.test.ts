import type { Action } from "#domain/dunning/actions";
import { decide } from "#domain/dunning/decide";
import { noOutlook } from "#domain/dunning/outlook";
import { inFreshCycles, toldItemsOf, toldKey } from "#domain/dunning/cycles";
import { day, factsOf, itemOf, policyOf } from "../../builders/facts";

const advance = (itemId: string, cycle: number): Action => ({ kind: "advanceItem", itemId, stepId: "s2", level: 2, cycle, attempts: 1, deadline: null, version: null, reason: "reminded", outlook: noOutlook });
const cycles = (told: Record<string, number>, ...actions: Action[]) =>
  inFreshCycles(actions, new Map(Object.entries(told))).map((action) => (action.kind === "advanceItem" ? action.cycle : null));

test.each([
  ["what was never told stays in its cycle", {}, 0],
  ["another step was told: the same cycle", { [toldKey("i", "s1")]: 0 }, 0],
  ["the step was told in this cycle: the next", { [toldKey("i", "s2")]: 0 }, 1],
  ["the step was told in a later cycle: the one after", { [toldKey("i", "s2")]: 4 }, 5],
])("%s", (_, told, cycle) => expect(cycles(told, advance("i", 0))).toEqual([cycle]));

test("the items that are told are those of the messages, each once", () => {
  const { actions } = decide(factsOf([itemOf("A"), itemOf("B", { open: 0n })]), policyOf(), day("2026-03-05"));
  expect(toldItemsOf(actions)).toEqual(["A"]);
});
