import fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readMap } from "../../../cli/ledger/map";
import { generateLedger } from "../../../examples/ledger/generate";
import { importText, ledgerStore } from "../../builders/ledger-import";

const map = readMap(readFileSync(join(__dirname, "../../../examples/ledger/example.map.json"), "utf8"));

/** Ways to spoil a good line; each must lead to a reject of exactly that line. */
const spoilt: readonly ((line: string) => string)[] = [
  (line) => `"${line}`,
  (line) => `${line};more`,
  (line) => line.replace(/\d{4}-\d\d-\d\d/, "2026-02-30"),
  (line) => line.replace(/\d{4}-\d\d-\d\d/, "soon"),
  (line) => line.replace(/;(EUR|HUF);/, ";???;"),
  (line) => line.replace(/^D\d+/, ""),
];

const ledgers = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  debtors: fc.integer({ min: 1, max: 12 }),
  items: fc.integer({ min: 12, max: 40 }),
  damage: fc.array(fc.record({ line: fc.integer({ min: 1, max: 40 }), how: fc.integer({ min: 0, max: spoilt.length - 1 }) }), { maxLength: 8 }),
});

test("H-05: whatever lines are bad, the counts add up, the others come in, and the second import writes nothing", () => {
  fc.assert(fc.property(ledgers, ({ damage, ...options }) => {
    const lines = generateLedger(options).trimEnd().split("\n");
    const hit = new Map(damage.filter(({ line }) => line < lines.length).map(({ line, how }) => [line, how]));
    for (const [line, how] of hit) lines[line] = spoilt[how]?.(lines[line] ?? "") ?? "";
    const store = ledgerStore();
    const first = importText(store, lines.join("\r\n"), map);
    expect(first.rejects.map(({ line }) => line)).toEqual([...hit.keys()].map((line) => line + 1).sort((a, b) => a - b));
    expect(first.lines).toBe(options.items);
    expect(first.imported + first.unchanged + first.rejected).toBe(first.lines);
    expect(first.items).toBe(first.imported);

    const written = store.writes();
    const second = importText(store, lines.join("\r\n"), map);
    expect(store.writes()).toBe(written);
    expect(second).toMatchObject({ imported: 0, unchanged: first.imported, rejected: first.rejected, items: first.items, payments: first.payments });
  }), { numRuns: 60 });
});

test("C-15: every sum that the file says is open is open in the store", () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
    const csv = generateLedger({ seed, debtors: 8, items: 40 });
    const store = ledgerStore();
    importText(store, csv, map);
    const cents = (values: readonly unknown[]) => values.map((value) => Math.round(Math.abs(Number(value)) * 100)).reduce((a, b) => a + b, 0);
    const file = csv.trimEnd().split("\n").slice(1).map((line) => line.split(";").at(-3)?.replace(",", "."));
    expect(cents(store.rows("duly_openitem").map((row) => row.duly_openamount))).toBe(cents(file));
  }), { numRuns: 25 });
});
