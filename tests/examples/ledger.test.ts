import fc from "fast-check";
import { parse } from "csv-parse/sync";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readMap } from "../../cli/ledger/map";
import { generateLedger, type ExampleOptions } from "../../examples/ledger/generate";
import { importText, ledgerStore } from "../builders/ledger-import";

type Cells = Readonly<Record<string, string>>;
const rowsOf = (options?: ExampleOptions): readonly Cells[] => parse(generateLedger(options), { columns: true, delimiter: ";" }) as readonly Cells[];
const usual = rowsOf();
const share = (holds: (row: Cells) => boolean) => usual.filter(holds).length / usual.length;

test("the same seed gives the same bytes, another seed another ledger", () => {
  const small = { debtors: 20, items: 80 };
  expect(generateLedger({ ...small, seed: 7 })).toBe(generateLedger({ ...small, seed: 7 }));
  expect(generateLedger({ ...small, seed: 8 })).not.toBe(generateLedger({ ...small, seed: 7 }));
});

test("as many debtors and items as asked for, one debtor with 600", () => {
  expect(usual).toHaveLength(5000);
  expect(new Set(usual.map((row) => row.Customer)).size).toBe(1000);
  expect(usual.filter((row) => row.Customer === "D00001")).toHaveLength(600);
});

test.each([
  ["in forint", (row: Cells) => row.Currency === "HUF", 0.3, 0.8],
  ["second or later instalments", (row: Cells) => Number(row.Instalment) > 1, 0.05, 0.3],
  ["paid in part", (row: Cells) => row.Open !== row.Amount && !/^-?0/.test(row.Open ?? ""), 0.02, 0.15],
  ["credit notes", (row: Cells) => row.Kind === "creditNote", 0.01, 0.1],
  ["disputed", (row: Cells) => row.Disputed === "yes", 0.005, 0.05],
  ["due in future", (row: Cells) => (row.Due ?? "") > "2026-11-02", 0.2, 0.5],
  ["due for more than 60 days", (row: Cells) => (row.Due ?? "") < "2026-09-03", 0.03, 0.25],
  ["of natural persons", (row: Cells) => row.Type === "naturalPerson", 0.15, 0.5],
  ["without an e-mail address", (row: Cells) => row["E-mail"] === "", 0.02, 0.15],
] as const)("lines %s are there, and not too many", (_what, holds, least, most) => {
  expect(share(holds)).toBeGreaterThan(least);
  expect(share(holds)).toBeLessThan(most);
});

test("no document is issued and nothing is paid after the as-of day; what is paid has its day, after the issue", () => {
  const asOf = "2026-11-02";
  expect(usual.filter((row) => (row.Issued ?? "") > asOf || (row["Paid on"] ?? "") > asOf)).toEqual([]);
  expect(usual.filter((row) => (row.Open === row.Amount) !== (row["Paid on"] === ""))).toEqual([]);
  expect(usual.filter((row) => row["Paid on"] !== "" && (row["Paid on"] ?? "") < (row.Issued ?? ""))).toEqual([]);
});

test("the whole example is importable by its map without a reject or a warning", () => {
  const map = readMap(readFileSync(join(__dirname, "../../examples/ledger/example.map.json"), "utf8"));
  expect(importText(ledgerStore(), generateLedger(), map)).toMatchObject({ lines: 5000, imported: 5000, rejected: 0, warnings: [] });
});

test("with allDue every item is an open, undisputed invoice more than a week late, and every debtor has an address", () => {
  for (const row of rowsOf({ debtors: 50, items: 400, allDue: true })) {
    expect(row).toMatchObject({ Kind: "invoice", Open: row.Amount, Disputed: "no", Class: "" });
    expect((row.Due ?? "") <= "2026-10-23").toBe(true);
    expect(row["E-mail"]).toContain("@");
  }
});

test("any number of debtors and items comes out as asked", () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 120 }), fc.boolean(), (debtors, items, allDue) => {
    const rows = rowsOf({ debtors, items, allDue });
    expect(rows).toHaveLength(items);
    expect(new Set(rows.map((row) => row.Customer)).size).toBe(Math.min(debtors, items));
  }), { numRuns: 50 });
});
