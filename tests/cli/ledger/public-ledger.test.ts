import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readMap } from "../../../cli/ledger/map";
import { importText, ledgerStore } from "../../builders/ledger-import";

const path = join(__dirname, "../../../../shared/data/late-payments.csv");
const map = () => readMap(readFileSync(join(__dirname, "../../../examples/ledger/late-payments.map.json"), "utf8"));

/** The file is not a part of the project; without it the tests below are listed as skipped. */
const whenPresent = existsSync(path) ? test : test.skip;

whenPresent("H-05: the public ledger comes in whole; the second time nothing is written (skipped where ../shared/data is absent)", () => {
  const store = ledgerStore();
  const bytes = readFileSync(path);
  const first = importText(store, bytes, map());
  expect(first).toMatchObject({ lines: 2466, imported: 2466, unchanged: 0, rejected: 0, invoices: 2466, items: 2466, payments: 2466, rejectFile: null });
  expect(store.rows("duly_debtor")).toHaveLength(100);
  expect(store.rows("duly_dispute")).toHaveLength(561);

  const written = store.writes();
  const second = importText(store, bytes, map());
  expect(second).toMatchObject({ lines: 2466, imported: 0, unchanged: 2466, rejected: 0, items: 2466, payments: 2466 });
  expect(store.writes()).toBe(written);
});

whenPresent("C-15: the sum of the imported items is the sum of the public ledger (skipped where ../shared/data is absent)", () => {
  const store = ledgerStore();
  importText(store, readFileSync(path), map());
  const file = readFileSync(path, "utf8").trim().split("\n").slice(1).map((line) => Math.round(Number(line.split(",")[6]) * 100));
  const items = store.rows("duly_openitem").map((row) => Math.round(Number(row.duly_amount) * 100));
  const sum = (cents: readonly number[]) => cents.reduce((total, each) => total + each, 0);
  expect(sum(items)).toBe(sum(file));
});
