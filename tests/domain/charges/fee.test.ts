import { feeOf, type Fee, type FeeBand } from "#domain/charges/fee";
import { parsePercent, percentText } from "#domain/charges/percent";
import { moneyText } from "#domain/money/decimal";
import { money } from "#domain/money/money";
import { chargePolicyOf, percent } from "../../builders/charges";
import { eur, huf } from "../../builders/facts";

const { currencies } = chargePolicyOf();
const fee = (of: Fee, open: bigint, currency = eur) => moneyText(feeOf(of, money(open, currency), currencies));
const band = (upTo: bigint | null, amount: bigint | null, share: string | null): FeeBand =>
  ({ upTo: upTo === null ? null : money(upTo, eur), amount: amount === null ? null : money(amount, eur), percent: share === null ? null : percent(share) });

test.each<[string, Fee, bigint, string]>([
  ["none", { base: "none" }, 10_000n, "0.00 EUR"],
  ["fixed", { base: "fixed", amount: money(500n, eur) }, 10_000n, "5.00 EUR"],
  ["fixed, of another currency at the currency table's rate", { base: "fixed", amount: money(2_000n, huf) }, 10_000n, "5.00 EUR"],
  ["percent of what is open", { base: "percent", percent: percent("1.5") }, 12_345n, "1.85 EUR"],
])("the fee is %s", (_name, of, open, expected) => { expect(fee(of, open)).toBe(expected); });

test("a fee in forints has no decimals", () => {
  expect(fee({ base: "fixed", amount: money(501n, eur) }, 100_000n, huf)).toBe("2004 HUF");
  expect(feeOf({ base: "percent", percent: percent("1.5") }, money(1_234_500n, { code: "HUF", decimals: 2 }), currencies).minor).toBe(18_500n);
});

describe("by bands: 5.00 and nothing more up to 100.00, 1 % of the part up to 1,000.00, then 3.00 and 0.5 %", () => {
  const bands = { base: "bands", bands: [band(10_000n, 500n, null), band(100_000n, null, "1"), band(null, 300n, "0.5")] } as const;
  test.each([
    [1n, "5.00 EUR"], [10_000n, "5.00 EUR"], [10_100n, "5.01 EUR"], [100_000n, "14.00 EUR"], [100_001n, "17.00 EUR"], [200_000n, "22.00 EUR"],
  ])("%s cents open", (open, expected) => { expect(fee(bands, open)).toBe(expected); });
});

test.each([["10.15", "10.15"], ["8", "8"], ["0.0001", "0.0001"], ["-0.5000", "-0.5"]])("%s is a percentage", (text, written) => {
  expect(percentText(percent(text))).toBe(written);
});
test.each(["", "8 %", "1,5", "0.00001"])("'%s' is no percentage", (text) => { expect(parsePercent(text)).toBeNull(); });
