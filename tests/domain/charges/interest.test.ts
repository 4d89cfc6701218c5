import fc from "fast-check";
import { addDays } from "#domain/calendar/arithmetic";
import type { Day } from "#domain/calendar/day";
import { interestOf, interestPeriods, periodText } from "#domain/charges/interest";
import type { Claim, InterestRule } from "#domain/charges/rule";
import type { FaultError } from "#domain/messages/fault";
import { moneyText } from "#domain/money/decimal";
import { money, subtract, sum, type Currency } from "#domain/money/money";
import { knownRates, percent, ruleOf } from "../../builders/charges";
import { day, eur, huf, itemOf } from "../../builders/facts";

const claim = (parts: Partial<Claim> = {}): Claim => ({ country: null, debtorKind: "company", currencyCode: "EUR", ...parts });
const itemDue = (due: string, amount = money(1_000_000n, eur), paid: readonly (readonly [on: string, minor: bigint])[] = []) => {
  const allocations = paid.map(([on, minor]) => ({ bookedOn: day(on), amount: money(minor, amount.currency) }));
  return { ...itemOf("A", { amount, openAmount: subtract(amount, sum(allocations.map((one) => one.amount), amount.currency)), allocations }), dueOn: day(due) };
};
const periods = (item: ReturnType<typeof itemDue>, until: string, rules: readonly InterestRule[] = [ruleOf()], of: Partial<Claim> = {}) =>
  interestPeriods(item, { rules, rates: knownRates, claim: claim(of) }, day(until));
const text = (...parts: Parameters<typeof periods>) => { const found = interestOf(periods(...parts)); return found === null ? null : moneyText(found); };

test("L-01: 10,000 EUR due on 31 May and paid on 31 July 2026: 30 days at 10.15 % and 31 at 10.40 % are 171.75", () => {
  const paid = itemDue("2026-05-31", money(1_000_000n, eur), [["2026-07-31", 1_000_000n]]);
  expect(text(paid, "2026-07-31")).toBe("171.75 EUR");
  expect(periods(paid, "2026-12-31").map(periodText)).toEqual([
    "2026-06-01 – 2026-06-30: 30 days, 10.15 % of 10000.00 EUR", "2026-07-01 – 2026-07-31: 31 days, 10.4 % of 10000.00 EUR",
  ]);
});

describe("L-04: 1,000,000 HUF due on 15 June and paid on 31 July 2022", () => {
  const hungary = (parts: Partial<InterestRule> = {}) => ruleOf({ code: "HU", country: "HU", rateCode: "MNB", ...parts });
  const late = (currency: Currency) => itemDue("2022-06-15", money(1_000_000n * (currency.decimals === 0 ? 1n : 100n), currency), [["2022-07-31", 1_000_000n * (currency.decimals === 0 ? 1n : 100n)]]);
  const of = { country: "HU", currencyCode: "HUF" };
  test("is 15 days at 10.40 % and 31 at 15.75 %: 17,651 HUF; the 9.75 % of 13 July is not used", () => {
    expect(text(late(huf), "2022-07-31", [hungary()], of)).toBe("17651 HUF");
    expect(periods(late(huf), "2022-07-31", [hungary()], of).map((one) => [one.from, one.to, one.percent])).toEqual([
      ["2022-06-16", "2022-06-30", percent("10.40")], ["2022-07-01", "2022-07-31", percent("15.75")],
    ]);
  });
  test("H-02: is whole forints also where the currency table keeps two decimals", () => {
    expect(text(late({ code: "HUF", decimals: 2 }), "2022-07-31", [hungary()], of)).toBe("17651.00 HUF");
  });
  test("for others than businesses it is the base rate alone", () => {
    const person = hungary({ code: "HU-P", debtorKind: "naturalPerson", margin: percent("0"), flat: null });
    // 15 days at 2.40 % and 31 at 7.75 %: 986.30 + 6,582.19.
    expect(text(late(huf), "2022-07-31", [hungary(), person], { ...of, debtorKind: "naturalPerson" })).toBe("7568 HUF");
  });
  test("a rule that follows the rate day by day uses the change of 13 July", () => {
    expect(periods(late(huf), "2022-07-31", [hungary({ fixing: "daily" })], of).map((one) => [one.from, one.percent])).toEqual([
      ["2022-06-16", percent("10.40")], ["2022-06-29", percent("15.75")], ["2022-07-13", percent("17.75")],
    ]);
  });
});

test.each<[string, string | null]>([
  ["2026-05-31", null], ["2026-06-01", "2.78 EUR"], ["2026-06-02", "5.56 EUR"],
])("L-01: interest begins on the day after the due date, 31 May 2026: on %s it is %s", (until, expected) => {
  expect(text(itemDue("2026-05-31"), until)).toBe(expected);
});

test("a part payment splits the period: its own day still counts on the whole", () => {
  const item = itemDue("2026-02-28", money(1_000_000n, eur), [["2026-03-10", 400_000n]]);
  expect(periods(item, "2026-03-20").map(periodText)).toEqual([
    "2026-03-01 – 2026-03-10: 10 days, 10.15 % of 10000.00 EUR", "2026-03-11 – 2026-03-20: 10 days, 10.15 % of 6000.00 EUR",
  ]);
});

test("no rule that is active governs: no interest", () => {
  expect(text(itemDue("2026-05-31"), "2026-07-31", [])).toBeNull();
  expect(text(itemDue("2026-05-31"), "2026-07-31", [ruleOf({ country: "IT" })], { country: "HU" })).toBeNull();
  expect(text(itemDue("2026-05-31"), "2026-07-31", [ruleOf({ validTo: day("2026-05-31") })])).toBeNull();
});

test("the narrower rule goes before the wider; two that are equal are refused by their codes", () => {
  const italy = ruleOf({ code: "IT", country: "IT", rateCode: null, margin: percent("12") });
  expect(periods(itemDue("2026-05-31"), "2026-06-01", [ruleOf(), italy], { country: "IT" })[0]?.percent).toBe(percent("12"));
  expect(() => periods(itemDue("2026-05-31"), "2026-06-01", [ruleOf({ code: "B" }), ruleOf({ code: "A" })])).toThrow(
    expect.objectContaining({ fault: { code: "DULY-CHARGE-004", parameters: { left: "A", right: "B", day: "2026-06-01" } } }) as FaultError,
  );
});

test("a base rate that is not known is named with its day", () => {
  expect(() => periods(itemDue("2020-05-31"), "2020-06-30")).toThrow(
    expect.objectContaining({ fault: { code: "DULY-CHARGE-005", parameters: { rule: "EU", code: "ECB", day: "2020-01-01" } } }) as FaultError,
  );
});

test("periods follow on one another without gap or overlap while something is open, and interest only grows", () => {
  const payments = fc.array(fc.tuple(fc.integer({ min: -5, max: 400 }), fc.bigInt(1n, 90_000n)), { maxLength: 5 });
  fc.assert(fc.property(fc.integer({ min: 0, max: 300 }), payments, fc.integer({ min: 0, max: 200 }), (offset, paid, days) => {
    const due = addDays(day("2026-01-01"), offset);
    const item = itemDue(due, money(1_000_000n, eur), paid.map(([after, minor]) => [addDays(due, after), minor] as const));
    const until = addDays(due, days);
    const found = periods(item, until);
    const days2 = found.flatMap((one) => [one.from, addDays(one.to, 1)]);
    expect(days2.slice(1, -1).every((one, index) => index % 2 === 1 || one === days2[index + 2])).toBe(true);
    expect([found[0]?.from, found[found.length - 1]?.to]).toEqual(days === 0 ? [undefined, undefined] : [addDays(due, 1), until]);
    const amount = (on: Day) => interestOf(interestPeriods(item, { rules: [ruleOf()], rates: knownRates, claim: claim() }, on))?.minor ?? 0n;
    expect(amount(until) <= amount(addDays(until, 1))).toBe(true);
  }), { numRuns: 500 });
});
