import type { Action, Decision } from "#domain/dunning/actions";
import { noOutlook } from "#domain/dunning/outlook";
import { inFreshCycles, toldItems, toldKey } from "#domain/dunning/cycles";

const advance = (itemId: string, cycle: number): Action => ({ kind: "advanceItem", itemId, stepId: "s2", level: 2, cycle, attempts: 1, deadline: null, reason: "reminded", outlook: noOutlook });
const decision = (...actions: Action[]): Decision => ({ actions, reasons: [], nextActionOn: null, strategy: null, faults: [], warnings: [] });
const cycles = (told: Record<string, number>, ...actions: Action[]) =>
  inFreshCycles(decision(...actions), new Map(Object.entries(told))).actions.map((action) => (action.kind === "advanceItem" ? action.cycle : null));

test.each([
  ["what was never told stays in its cycle", {}, 0],
  ["another step was told: the same cycle", { [toldKey("i", "s1")]: 0 }, 0],
  ["the step was told in this cycle: the next", { [toldKey("i", "s2")]: 0 }, 1],
  ["the step was told in a later cycle: the one after", { [toldKey("i", "s2")]: 4 }, 5],
])("%s", (_, told, cycle) => expect(cycles(told, advance("i", 0))).toEqual([cycle]));

test("the items that are told are those that advance", () => {
  expect(toldItems(decision(advance("i", 0), { kind: "setReason", itemId: "j", reason: "paid", outlook: noOutlook }))).toEqual(["i"]);
});
