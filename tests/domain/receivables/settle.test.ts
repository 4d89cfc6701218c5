import fc from "fast-check";
import { parseDay } from "#domain/calendar/day";
import { add, money, sum, type Currency } from "#domain/money/money";
import { settle, type Payable, type Remittance } from "#domain/receivables/settle";
import { statusOf } from "#domain/receivables/open";

const eur: Currency = { code: "EUR", decimals: 2 };
const huf: Currency = { code: "HUF", decimals: 0 };
const item = (id: string, open: bigint, due: string | null, currency = eur): Payable =>
  ({ id, open: money(open, currency), issuedOn: parseDay("2026-01-01"), dueOn: due === null ? null : parseDay(due) });
const naming = (itemId: string | null, ...caseItemIds: readonly string[]): Remittance => ({ itemId, caseItemIds: new Set(caseItemIds) });

test("the oldest due is paid first: 50, 50, 50 and a payment of 120 leave 0, 0, 30", () => {
  const items = [item("b", 50n, "2026-02-02"), item("c", 50n, "2026-03-03"), item("a", 50n, "2026-01-01")];
  expect(settle(money(120n, eur), items).parts).toEqual([
    { itemId: "a", amount: money(50n, eur) }, { itemId: "b", amount: money(50n, eur) }, { itemId: "c", amount: money(20n, eur) },
  ]);
});

test("the item that the remittance names is served before older ones, the rest goes to the oldest", () => {
  const items = [item("old", 50n, "2026-01-01"), item("named", 30n, "2026-03-01"), item("undated", 50n, null)];
  expect(settle(money(100n, eur), items, naming("named")).parts.map((part) => [part.itemId, part.amount.minor])).toEqual([["named", 30n], ["old", 50n], ["undated", 20n]]);
});

test("the items of a named case are served before older ones outside it, the oldest due first, and after an item that is named as well", () => {
  const items = [item("old", 50n, "2026-01-01"), item("late", 30n, "2026-03-01"), item("early", 20n, "2026-02-01"), item("named", 10n, "2026-03-03")];
  const order = (remittance: Remittance) => settle(money(105n, eur), items, remittance).parts.map((part) => [part.itemId, part.amount.minor]);
  expect(order(naming(null, "late", "early"))).toEqual([["early", 20n], ["late", 30n], ["old", 50n], ["named", 5n]]);
  expect(order(naming("named", "late", "early"))).toEqual([["named", 10n], ["early", 20n], ["late", 30n], ["old", 45n]]);
});

test("A-19: an item of another currency takes nothing, even when it is named", () => {
  const settlement = settle(money(100n, eur), [item("forint", 1000n, "2026-01-01", huf)], naming("forint"));
  expect(settlement).toEqual({ parts: [], unapplied: money(100n, eur) });
});

test("what no item can take stays visible", () => {
  expect(settle(money(70n, eur), [item("a", 50n, "2026-01-01")]).unapplied).toEqual(money(20n, eur));
});

const someItems = fc.array(fc.record({ open: fc.bigInt(0n, 10_000n), due: fc.integer({ min: 1, max: 28 }) }), { maxLength: 20 })
  .map((all) => all.map(({ open, due }, index) => item(`i${index}`, open, `2026-02-${String(due).padStart(2, "0")}`)));

test("money is conserved: parts and remainder are the payment, no item takes more than is open", () => {
  fc.assert(fc.property(someItems, fc.bigInt(1n, 100_000n), (items, amount) => {
    const { parts, unapplied } = settle(money(amount, eur), items);
    expect(add(sum(parts.map((part) => part.amount), eur), unapplied).minor).toBe(amount);
    for (const part of parts) expect(part.amount.minor > 0n && part.amount.minor <= (items.find((one) => one.id === part.itemId)?.open.minor ?? 0n)).toBe(true);
  }));
});

test("the order in which items are given does not matter", () => {
  fc.assert(fc.property(someItems, fc.bigInt(1n, 100_000n), (items, amount) => {
    expect(settle(money(amount, eur), [...items].reverse())).toEqual(settle(money(amount, eur), items));
  }));
});

test.each([[100n, 100n, "open"], [100n, 99n, "partlyPaid"], [100n, 1n, "partlyPaid"], [100n, 0n, "paid"], [100n, -1n, "paid"]] as const)(
  "of %s with %s open the status is %s", (amount, open, status) => {
    expect(statusOf(money(amount, eur), money(open, eur))).toBe(status);
  });
