import { debtorsThatFit, nextPageSize, writesExpected } from "#bridge/rules/run/pagesize";

test.each([
  ["nothing was read: as before", 50, { debtors: 0, expected: 0, writes: 0 }, 50],
  ["a quiet page grows fourfold", 50, { debtors: 50, expected: 50 * writesExpected(1), writes: 3 }, 200],
  ["and never beyond 500", 300, { debtors: 300, expected: 0, writes: 0 }, 500],
  ["many writes make it smaller", 50, { debtors: 50, expected: 50 * writesExpected(10), writes: 1250 }, 40],
  ["a quiet page of debtors with ten items reads no more than could fit", 200, { debtors: 60, expected: 60 * writesExpected(10), writes: 60 }, 60],
  ["a debtor that fills a page alone", 50, { debtors: 1, expected: writesExpected(2600), writes: 0 }, 1],
] as const)("%s", (_what, size, page, next) => {
  expect(nextPageSize(size, page)).toBe(next);
});

test.each([
  ["no debtor", [], 0], ["one with more than a page holds goes alone", [2600], 1], ["the next one waits", [10, 2600, 1], 1],
  ["sixty of a hundred with ten items each", Array.from({ length: 100 }, () => 10), 60],
] as const)("what fits into a page: %s", (_what, items, fit) => {
  expect(debtorsThatFit(items)).toBe(fit);
});
