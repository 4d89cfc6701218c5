import fc from "fast-check";
import { allocate } from "#domain/money/allocate";
import { decimalText, parseMoney } from "#domain/money/decimal";
import { exchange, parseRate } from "#domain/money/exchange";
import { add, compare, money, sum, type Currency } from "#domain/money/money";
import { divide } from "#domain/money/round";

const eur: Currency = { code: "EUR", decimals: 2 };
const huf: Currency = { code: "HUF", decimals: 0 };
const kwd: Currency = { code: "KWD", decimals: 3 };

describe("decimal strings", () => {
  test.each([
    ["12.5", eur, 1250n], ["-0.05", eur, -5n], ["1000.0000", huf, 1000n], ["7", kwd, 7000n], ["1.234", kwd, 1234n], ["9007199254740993.01", eur, 900719925474099301n],
  ])("%s is read exactly", (text, currency, minor) => {
    expect(parseMoney(text, currency)).toEqual(money(minor, currency));
  });
  test.each([
    ["12.345", eur, "DULY-MONEY-002"], ["1.5", huf, "DULY-MONEY-002"], ["1,5", eur, "DULY-MONEY-001"], ["", eur, "DULY-MONEY-001"], ["1e3", eur, "DULY-MONEY-001"],
  ])("%s is refused", (text, currency, code) => {
    expect(parseMoney(text, currency)).toMatchObject({ code });
  });
  test("written and read again is the same amount", () => {
    fc.assert(fc.property(fc.bigInt(-1_000_000_000_000_000n, 1_000_000_000_000_000n), fc.constantFrom(eur, huf, kwd), (minor, currency) => {
      expect(parseMoney(decimalText(money(minor, currency)), currency)).toEqual(money(minor, currency));
    }));
  });
});

test("A-19: amounts of two currencies are never added or compared", () => {
  expect(() => add(money(1n, eur), money(1n, huf))).toThrow("DULY-MONEY-003");
  expect(() => compare(money(1n, eur), money(1n, kwd))).toThrow("DULY-MONEY-003");
});

test.each([
  [5n, 2n, "down", 2n], [5n, 2n, "halfUp", 3n], [5n, 2n, "halfEven", 2n], [7n, 2n, "halfEven", 4n], [-5n, 2n, "halfUp", -3n], [-5n, 2n, "down", -2n], [7n, 3n, "halfUp", 2n], [8n, 3n, "halfUp", 3n],
] as const)("%s / %s rounded %s is %s", (dividend, divisor, rounding, expected) => {
  expect(divide(dividend, divisor, rounding)).toBe(expected);
});

test("a split loses nothing, and no part is a unit away from its share", () => {
  const weights = fc.array(fc.bigInt(0n, 1000n), { minLength: 1, maxLength: 12 }).filter((all) => all.some((one) => one > 0n));
  fc.assert(fc.property(fc.bigInt(-1_000_000_000_000n, 1_000_000_000_000n), weights, (minor, shares) => {
    const parts = allocate(money(minor, eur), shares);
    const total = shares.reduce((all, one) => all + one, 0n);
    expect(sum(parts, eur).minor).toBe(minor);
    parts.forEach((part, index) => {
      const off = part.minor * total - minor * (shares[index] ?? 0n);
      expect((off < 0n ? -off : off) < total).toBe(true);
    });
  }));
});

test("an amount is exchanged by the rates of both currencies to the base", () => {
  const quoted = (currency: Currency, rate: string) => ({ currency, rate: parseRate(rate) });
  const rates = { EUR: quoted(eur, "1"), HUF: quoted(huf, "395.5") };
  expect(exchange(money(1000n, eur), { from: rates.EUR, to: rates.HUF }, "halfUp")).toEqual(money(3955n, huf));
  expect(exchange(money(3955n, huf), { from: rates.HUF, to: rates.EUR }, "halfUp")).toEqual(money(1000n, eur));
  expect(() => exchange(money(1n, eur), { from: rates.EUR, to: quoted(kwd, "") }, "halfUp")).toThrow("DULY-MONEY-004");
});
