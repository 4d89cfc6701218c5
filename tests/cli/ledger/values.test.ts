import fc from "fast-check";
import { decimalOf, readAmount, unitsOf } from "../../../cli/ledger/amounts";
import { dateReader } from "../../../cli/ledger/dates";

test.each([
  ["dd/MM/yyyy", "03/01/2012", "2012-01-03"],
  ["dd/MM/yyyy", "3/1/2012", "2012-01-03"],
  ["M/d/yyyy", "12/31/2026", "2026-12-31"],
  ["yyyy-MM-dd", "2028-02-29", "2028-02-29"],
  ["dd.MM.yyyy", "01.10.2026", "2026-10-01"],
  ["yyyy. MM. dd.", "2026. 11. 02.", "2026-11-02"],
  ["dd/MM/yyyy", "31/02/2012", "impossible"],
  ["dd/MM/yyyy", "29/02/2027", "impossible"],
  ["dd/MM/yyyy", "29/02/1900", "impossible"],
  ["dd/MM/yyyy", "12/31/2026", "impossible"],
  ["dd/MM/yyyy", "00/01/2026", "impossible"],
  ["dd/MM/yyyy", "01/01/0026", "impossible"],
  ["dd/MM/yyyy", "2026-01-01", null],
  ["dd.MM.yyyy", "01-10-2026", null],
  ["dd/MM/yyyy", "01/10/26", null],
  ["dd/MM/yyyy", "01/10/2026 00:00", null],
])("%s reads %s as %s", (format, text, day) => {
  expect(dateReader(format)(text)).toBe(day);
});

test.each([
  ["1234.5", ".", 12345000], ["1,234.50", ".", 12345000], ["1 234,50", ",", 12345000], ["1.234.567,89", ",", 12345678900],
  ["1'234.50", ".", 12345000], ["1\u00a0234", ",", 12340000], ["-12.5", ".", -125000], ["12.5-", ".", -125000], ["−12,5", ",", -125000],
  ["0", ".", 0], ["-0.00", ".", 0], ["12.5000", ".", 125000], ["99999999999.99", ".", 999999999999900],
  ["0,500", ".", "unreadable"], ["000,500", ".", "unreadable"], ["-0,500.00", ".", "unreadable"], ["0.005", ",", "unreadable"], ["012", ".", 120000],
  ["12,5", ".", "unreadable"], ["1,23.5", ".", "unreadable"], ["12.", ".", "unreadable"], [".5", ".", "unreadable"], ["12 EUR", ".", "unreadable"],
  ["1e3", ".", "unreadable"], ["", ".", "unreadable"], ["12.345", ".", "precision"], ["100000000000", ".", "too large"],
] as const)("%s with the sign %s is %s", (text, sign, amount) => {
  expect(readAmount(text, sign, 2)).toBe(amount);
});

test("a currency without decimals takes none", () => {
  expect(readAmount("1250.50", ".", 0)).toBe("precision");
  expect(readAmount("1250.00", ".", 0)).toBe(12500000);
});

test("an amount goes to the store and back without loss", () => {
  fc.assert(fc.property(fc.integer({ min: -1e15, max: 1e15 }), (units) => unitsOf(decimalOf(units)) === units || units === 0));
});
