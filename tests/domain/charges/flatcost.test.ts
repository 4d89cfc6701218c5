import { byDailyRate, flatCostRule } from "#domain/charges/flatcost";
import type { FaultError } from "#domain/messages/fault";
import { moneyText } from "#domain/money/decimal";
import { parseRate } from "#domain/money/exchange";
import { money } from "#domain/money/money";
import { ruleOf } from "../../builders/charges";
import { day, eur, huf } from "../../builders/facts";

const rate = (on: string, text: string) => ({ of: "EUR", in: "HUF", day: day(on), rate: parseRate(text) ?? 0n });
const forty = money(4000n, eur);

describe("L-03: 40 EUR at the official rate of the first day of late interest", () => {
  const rates = [rate("2026-03-02", "390.10"), rate("2026-03-03", "395.50"), rate("2026-03-04", "401.00")];
  test("395.50 is 15,820 HUF", () => {
    expect(moneyText(byDailyRate(forty, huf, { day: day("2026-03-03"), rates }))).toBe("15820 HUF");
  });
  test("H-02: is whole forints also where the currency table keeps two decimals", () => {
    expect(moneyText(byDailyRate(forty, { code: "HUF", decimals: 2 }, { day: day("2026-03-04"), rates: [rate("2026-03-04", "395.5139")] }))).toBe("15821.00 HUF");
  });
  test("on a day without a rate the last one before it holds", () => {
    expect(moneyText(byDailyRate(forty, huf, { day: day("2026-03-08"), rates }))).toBe("16040 HUF");
  });
  test("without any it is refused by currencies and day", () => {
    expect(() => byDailyRate(forty, huf, { day: day("2026-03-01"), rates })).toThrow(
      expect.objectContaining({ fault: { code: "DULY-CHARGE-006", parameters: { of: "EUR", in: "HUF", day: "2026-03-01" } } }) as FaultError,
    );
  });
  test("in its own currency it needs none", () => {
    expect(byDailyRate(forty, eur, { day: day("2026-03-01"), rates: [] })).toEqual(forty);
  });
});

test.each([
  ["company", "company", true], ["publicBody", "company", false], ["company", null, true], ["publicBody", null, true],
  ["naturalPerson", null, false], ["naturalPerson", "naturalPerson", true],
] as const)("L-02: a %s under a rule for %s owes the flat cost: %s", (debtorKind, ruleKind, owes) => {
  expect(flatCostRule([ruleOf({ debtorKind: ruleKind })], { country: null, debtorKind, currencyCode: "EUR" }, day("2026-03-03")) !== null).toBe(owes);
});
