import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { startIn } from "../builders/start";
import { temporaryFolder } from "../builders/store";

/** A diary of `npm start` as its user sees it: exit codes, stdout and stderr. */
const folder = temporaryFolder();
const [ledger, map, dataDir] = ["ledger.csv", "map.json", "data"].map((name) => join(folder.path, name)) as [string, string, string];
const start = startIn(dataDir);
const own = ["--ledger", ledger, "--map", map, "--as-of", "2026-03-05"];
const line = (number: number): string => `C-${number},c${number}@buyer.example,I-${number},2026-01-01,2026-02-01,10.00`;

beforeAll(() => {
  writeFileSync(ledger, ["customer,mail,invoice,issued,due,amount", ...Array.from({ length: 300 }, (_, index) => line(index)), "C-0,c0@buyer.example,I-undated,2026-01-01,,10.00", ""].join("\n"));
  writeFileSync(map, JSON.stringify({
    company: { code: "ACME", name: "Acme Ltd", currency: "EUR", sender: "ar@acme.example" }, dateFormat: "yyyy-MM-dd",
    columns: { customerNumber: "customer", email: "mail", invoiceNumber: "invoice", issueDate: "issued", dueDate: "due", amount: "amount", currency: { fixed: "EUR" } },
  }));
});
afterAll(() => { folder.remove(); });

test.each([["an import", /Loading/], ["a night", /Playing/]])("Ctrl-C in the middle of %s: one line, exit code 130", async (_, moment) => {
  const { code, err } = await start(own, moment);
  expect(code).toBe(130);
  expect(err.match(/DULY-START-011 .*/g)).toEqual(["DULY-START-011 Stopped (Ctrl-C). What was committed stays; the next start goes on from there."]);
}, 300_000);

test("the next start goes on with the ledger and the day that are there, named again or not; its summary is on stdout, and the item without a due date is a warning there", async () => {
  const { code, out, err } = await start([]);
  expect(err).not.toContain("example");
  expect(err).not.toContain("Night of");
  expect(out).toMatch(/^Night of 2026-03-05 in .*: 300 debtors looked at, 300 items reminded in 300 communications\.$/m);
  expect(out).toContain("  Warnings: 1 item left out (no due date).\n");
  expect(out).not.toContain("Errors:");
  expect([code, /^Outbox: 300 messages/m.test(out)]).toEqual([0, true]);
}, 300_000);

test("a start without a ledger counts what the store holds, in one JSON object", async () => {
  const { code, out } = await start(["--json"]);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    asOf: "2026-03-05", ledger: { lines: 0, imported: 0, unchanged: 0, rejected: 0, invoices: 301, items: 301, payments: 0 }, nights: [{ errors: 1, excluded: { noDueDate: 1 }, failures: [] }], outbox: 300,
  });
}, 300_000);

test("a night before the last one is refused, with --json on stdout too", async () => {
  const { code, out, err } = await start(["--json", "--as-of", "2026-03-03"]);
  expect([code, JSON.parse(out)]).toEqual([1, { error: { code: "DULY-START-010", message: expect.stringContaining("2026-03-03") as string } }]);
  expect(err).toContain("DULY-START-010 The night of 2026-03-03 cannot be played any more: this store has been played up to 2026-03-05.");
}, 300_000);
