import fc from "fast-check";
import { slicesOf } from "#bridge/rules/run/slices";
import { bundle, Ledger, reference } from "../../builders/rules/ledger";

/** An aggregate of the platform counts at most 50,000 rows, so a run counts what it left in parts. */
const debtors = (count: number, items: number) => Array.from({ length: count }, (_, index) => ({ number: String(index).padStart(6, "0"), items }));

test.each([
  ["nobody", debtors(0, 0), 1], ["a small company", debtors(1_000, 10), 1], ["a debtor more than one part takes", debtors(1_001, 1), 2], ["100,000 items of 10,000 debtors", debtors(10_000, 10), 10],
  ["debtors with many items", debtors(10, 9_000), 5], ["one debtor with more than a part", debtors(1, 30_000), 1],
])("%s", (_, all, parts) => {
  expect(slicesOf(all)).toHaveLength(parts);
});

test("every debtor is in exactly one part", () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 15_000 }), { maxLength: 60 }), (items) => {
    const all = items.map((count, index) => ({ number: String(index).padStart(4, "0"), items: count }));
    const slices = slicesOf(all);
    for (const { number } of all) expect(slices.filter(({ after, upTo }) => (after === null || number > after) && (upTo === null || number <= upTo))).toHaveLength(1);
  }));
});

test("the totals of a company that is counted in parts are those of all its items", async () => {
  const ledger = new Ledger((await bundle()).text, "2026-03-02");
  for (const number of ["A", "C", "E"]) ledger.item(ledger.debtor(number), { due: "2026-03-02", amount: "100.00" });
  // The figure of a debtor that is inactive stays, and bounds a part.
  for (const number of ["B", "D"]) ledger.store.put("duly_debtor", { duly_name: number, duly_number: number, duly_company: reference("duly_company", ledger.companyId), duly_openitemcount: 20_000, statecode: 1 });
  const asked = jest.spyOn(ledger.store, "fetch");
  expect(ledger.night("2026-03-05")).toMatchObject({ Communications: 3, Items: 3, Totals: '{"reminded":3}' });
  const counted = asked.mock.calls.flatMap(([xml]) => (/name="duly_communicationline".*aggregate="count"/.test(xml) ? [/attribute="duly_number" operator="(\w\w)" value="(\w)"/.exec(xml)?.slice(1, 3)] : []));
  expect(counted).toEqual([["le", "A"], ["gt", "A"], ["gt", "B"], ["gt", "C"], ["gt", "D"]]);
});
