import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startIn } from "../builders/start";
import { temporaryFolder } from "../builders/store";

/** Starts with a ledger of one's own, under the code of the example's company, that are stopped while they load it. */
const folder = temporaryFolder();
const [ledger, map, dataDir] = ["ledger.csv", "map.json", "data"].map((name) => join(folder.path, name)) as [string, string, string];
const start = startIn(dataDir);
const own = ["--ledger", ledger, "--map", map];

const mapWith = (currency: string): string => JSON.stringify({
  company: { code: "DUNA", name: "Mine Ltd", currency }, dateFormat: "yyyy-MM-dd",
  columns: { customerNumber: "customer", invoiceNumber: "invoice", issueDate: "issued", dueDate: "due", amount: "amount", currency: { fixed: "EUR" } },
});

beforeEach(() => {
  writeFileSync(ledger, ["customer,invoice,issued,due,amount", ...Array.from({ length: 600 }, (_, line) => `C-${line},I-${line},2026-01-01,2026-02-01,10.00`), ""].join("\n"));
  writeFileSync(map, mapWith("EUR"));
});
afterAll(() => { folder.remove(); });

test("the next start, whatever it is told, goes on with that ledger and brings in no other", async () => {
  expect((await start([...own, "--as-of", "2026-02-05"], /Loading/)).code).toBe(130);
  const { code, err, out } = await start(["--json"]);
  expect(err).toContain("An earlier start did not load its ledger to the end; this one goes on with it.");
  expect([code, JSON.parse(out)]).toEqual([0, expect.objectContaining({ asOf: "2026-02-05", ledger: expect.objectContaining({ lines: 600, rejected: 0, invoices: 600, items: 600 }) as unknown })]);
  expect((await start(["--json"])).err).not.toContain("Loading");
}, 300_000);

test("a currency that no store knows is refused before anything is deleted, or written", async () => {
  writeFileSync(map, mapWith("XYZ"));
  const refused = await start(["--json", "--fresh", ...own]);
  expect([refused.code, JSON.parse(refused.out)]).toEqual([1, { error: { code: "DULY-MAP-010", message: expect.stringContaining("EUR, HUF") as string } }]);
  expect(JSON.parse((await start(["--json"])).out)).toMatchObject({ ledger: { invoices: 600 } });
}, 300_000);

test("when its files are gone, it is refused and says which; your own ledger without --as-of begins today", async () => {
  const stopped = await start(["--json", "--fresh", ...own], /Loading/);
  expect([stopped.code, JSON.parse(stopped.out)]).toEqual([130, { error: { code: "DULY-START-011", message: expect.stringContaining("Ctrl-C") as string } }]);
  rmSync(ledger);
  const { code, err } = await start([]);
  expect([code, err]).toEqual([1, expect.stringMatching(/DULY-START-012 An earlier start was stopped while it loaded .*ledger\.csv/)]);
  writeFileSync(ledger, "customer,invoice,issued,due,amount\nC-1,I-1,2026-01-01,2026-02-01,10.00\n");
  expect(err).toContain("--fresh");
  const { asOf } = JSON.parse((await start(["--json", "--fresh", ...own])).out) as { readonly asOf: string };
  expect(Math.abs(Date.parse(asOf) - Date.now())).toBeLessThan(4 * 24 * 3600 * 1000);
}, 300_000);
