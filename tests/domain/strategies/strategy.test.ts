import { chooseStrategy } from "#domain/strategies/choose";
import { strategyFaults } from "#domain/strategies/faults";
import type { Step } from "#domain/strategies/strategy";
import { inOrder, segmentOf, type Segment } from "#domain/segments/segment";
import { strategystep } from "#solution/schema/policy";
import { day, stepOf, strategyOf } from "../../builders/facts";
import { aSegment, traitsOf } from "../../builders/segments";

const codes = (...offsets: readonly number[]) => strategyFaults(strategyOf(...offsets)).map((fault) => fault.code);

test("A-42: a strategy has at least one step, and its days increase strictly", () => {
  expect(codes()).toEqual(["DULY-STRATEGY-001"]);
  expect(codes(3)).toEqual([]);
  expect(codes(-5, 0, 30)).toEqual([]);
  expect(codes(3, 10, 10)).toEqual(["DULY-STRATEGY-003"]);
  expect(codes(10, 3)).toEqual(["DULY-STRATEGY-003"]);
});

test("A-42: days increase also across steps that are counted from the previous one", () => {
  const relative = (last: number) => ({ ...strategyOf(), steps: [stepOf(1, 10), stepOf(2, 5, { base: "previousStep" }), stepOf(3, last)] });
  expect(strategyFaults(relative(16))).toEqual([]);
  for (const last of [3, 15]) expect(strategyFaults(relative(last))).toEqual([{ code: "DULY-STRATEGY-003", parameters: { strategy: "Standard", sequence: 3, offset: last, before: 15 } }]);
});

test("O-25: a courtesy step charges no fee", () => {
  const courtesy = (parts: Partial<Step>) => strategyFaults({ ...strategyOf(), steps: [stepOf(1, -3, { purpose: "courtesy", ...parts }), stepOf(2, 3, { fee: "fixed" })] });
  expect(courtesy({})).toEqual([]);
  expect(courtesy({ fee: "fixed" })).toEqual([{ code: "DULY-STRATEGY-013", parameters: { strategy: "Standard", sequence: 1 } }]);
});

test("A-35: a step has one form of rule, days from one day; two steps that claim the same days are refused, and named", () => {
  expect(Object.keys(strategystep.columns).filter((column) => /offset|from|until|range/.test(column))).toEqual(["offsetdays", "offsetbase"]);
  expect(strategyFaults(strategyOf(3, 10, 10))).toEqual([{ code: "DULY-STRATEGY-003", parameters: { strategy: "Standard", sequence: 3, offset: 10, before: 10 } }]);
});

test("A-42: two steps never have the same number", () => {
  const { steps, ...rest } = strategyOf(3, 10);
  expect(strategyFaults({ ...rest, steps: steps.map((step) => ({ ...step, sequence: 1 })) }).map((fault) => fault.code)).toEqual(["DULY-STRATEGY-002"]);
});

describe("C-28: the item's own strategy goes before the debtor's, the credit class's, the segment's and the company's", () => {
  const strategies = new Map(["item", "own", "class", "segment", "company"].map((id) => [id, { ...strategyOf(3), id }]));
  const all = { item: null, debtor: "own", creditClass: "class", segment: "segment", company: "company" };
  test.each([
    [{ ...all, item: "item" }, "item"], [all, "own"], [{ ...all, debtor: null }, "class"], [{ ...all, debtor: null, creditClass: null }, "segment"],
    [{ ...all, debtor: null, creditClass: null, segment: null }, "company"], [{ ...all, debtor: "gone" }, "class"],
  ])("%j", (named, id) => {
    expect(chooseStrategy(named, strategies)?.strategy.id).toBe(id);
  });
  test("none is named", () => {
    expect(chooseStrategy({ item: null, debtor: null, creditClass: null, segment: null, company: null }, strategies)).toBeNull();
  });
});

describe("H-06: segments", () => {
  const segment = (id: string, order: number, parts: Partial<Segment>): Segment => aSegment({ id, name: id, order, strategyId: id, ...parts });
  const today = day("2026-03-02");
  const segments = [segment("rest", 90, {}), segment("hu-people", 10, { kind: "naturalPerson", country: "hu" }), segment("people", 20, { kind: "naturalPerson" })];
  test.each([
    ["naturalPerson", "HU", "hu-people"], ["naturalPerson", "DE", "people"], ["naturalPerson", null, "people"], ["company", "HU", "rest"],
  ] as const)("%s in %s is of %s: the first by order of which every condition holds", (kind, country, id) => {
    expect(segmentOf(inOrder(segments), traitsOf({ kind, country }), today)?.id).toBe(id);
    expect(segmentOf(inOrder([...segments].reverse()), traitsOf({ kind, country }), today)?.id).toBe(id);
  });
  test("two of the same order that both match are an error that names them; where one alone matches it is taken, and further segments do not count", () => {
    const [left, right] = [segment("left", 10, { kind: "naturalPerson" }), segment("right", 10, { country: "HU" })];
    expect(() => segmentOf(inOrder([right, left, ...segments.slice(0, 1)]), traitsOf({ kind: "naturalPerson", country: "HU" }), today))
      .toThrow(expect.objectContaining({ fault: { code: "DULY-SEGMENT-004", parameters: { segment: "left", other: "right", order: 10 } } }) as Error);
    expect([traitsOf({ kind: "naturalPerson", country: "DE" }), traitsOf({ kind: "company", country: "HU" }), traitsOf({ kind: "company", country: "DE" })].map((traits) => segmentOf(inOrder([right, left, ...segments.slice(0, 1)]), traits, today)?.id)).toEqual(["left", "right", "rest"]);
  });
  test("a debtor that matches none has none", () => {
    expect(segmentOf(inOrder(segments.slice(1)), traitsOf(), today)).toBeNull();
  });
});
