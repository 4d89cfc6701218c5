import fc from "fast-check";
import { parseAmount, signsOf, toMajor, toMinor } from "../../../pcf-controls/shared/amount";

describe("typed amounts", () => {
  const english = signsOf("12,345.5");
  const hungarian = signsOf("12\u00a0345,5");

  test.each([
    ["1,234.50", english, 2, 123450], ["1234.5", english, 2, 123450], ["1.005", english, 2, null], ["12.50", english, 0, null], ["12.00", english, 0, 12],
    ["1 234,50", hungarian, 2, 123450], ["1.234,50", hungarian, 2, 123450], ["1234", hungarian, 0, 1234], ["", english, 2, null], ["-5", english, 2, null],
    ["12a", english, 2, null], ["1,2,3.4.5", english, 2, null],
  ])("%p is %p minor units", (text, signs, precision, minor) => expect(parseAmount(text, signs, precision)).toBe(minor));

  test("what is shown is understood again, in every format and currency", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1e11 }), fc.constantFrom("en-GB", "hu-HU", "de-DE", "de-CH", "fr-FR"), fc.constantFrom(0, 2, 3), (minor, locale, precision) => {
      const format = (value: number, digits: number): string => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
      expect(parseAmount(format(toMajor(minor, precision), precision), signsOf(format(12345.5, 1)), precision)).toBe(minor);
    }));
  });

  test("sums are exact where floating point is not", () => expect(toMajor(toMinor(0.1, 2) + toMinor(0.2, 2), 2)).toBe(0.3));
});
