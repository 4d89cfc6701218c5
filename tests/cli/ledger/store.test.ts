import { readFileSync } from "node:fs";
import { join } from "node:path";
import { importLedger } from "../../../cli/ledger/import";
import { readMap } from "../../../cli/ledger/map";
import { readPack } from "../../../cli/ledger/pack";
import { seedPolicy } from "../../../cli/ledger/seed";
import type { LedgerReport } from "../../../cli/ledger/report";
import type { Session } from "../../../cli/start/session";
import { generateLedger } from "../../../examples/ledger/generate";
import { openStore, temporaryFolder } from "../../builders/store";

const example = (path: string) => readFileSync(join(__dirname, "../../../examples", path), "utf8");
const map = readMap(example("ledger/example.map.json"));
const pack = readPack(example("strategies/standard.json"));
const csv = generateLedger({ debtors: 60, items: 400 });

const folder = temporaryFolder();
let store: Session;
let writes = 0;

const load = (text: string): LedgerReport => importLedger(store.host.service, {
  bytes: new TextEncoder().encode(text), fileName: "example.csv", map, today: "2026-11-02", dataDir: folder.path,
  transaction: (work) => store.host.sql.transaction(work),
});

const all = (sql: string) => store.host.sql.all(sql);

beforeAll(() => {
  store = openStore(folder.path, "2026-11-02");
  store.host.onChange(() => { writes += 1; });
  seedPolicy(store.host.service, pack, map.company);
}, 60_000);

afterAll(() => {
  store.close();
  folder.remove();
});

/** The shipped package in the local host, with the shipped rules. */
describe("in the embedded store", () => {
  let first: LedgerReport;

  test("the example ledger comes in whole", () => {
    first = load(csv);
    expect(first.rejects).toEqual([]);
    expect(first).toMatchObject({ lines: 400, imported: 400, unchanged: 0, rejected: 0, items: 400, warnings: [] });
    expect(first.payments).toBeGreaterThan(0);
  });

  test("the server's rule has allocated every payment to the item of its line", () => {
    const wrong = all("SELECT p.duly_name FROM duly_payment p LEFT JOIN duly_allocation a ON a.duly_payment = p.duly_paymentid"
      + " AND a.duly_openitem = p.duly_openitem AND a.duly_amount = p.duly_amount WHERE a.duly_allocationid IS NULL");
    expect(wrong).toEqual([]);
  });

  test("what is open in the store is what the file says, item by item", () => {
    const file = csv.trimEnd().split("\n").slice(1).map((line) => line.split(";"))
      .map((cells) => [`${cells.at(-10)}/${cells.at(-8)}`, Math.round(Math.abs(Number(cells.at(-3)?.replace(",", "."))) * 10_000)]);
    const stored = all("SELECT duly_name, duly_openamount FROM duly_openitem").map((row) => [row.duly_name, Number(row.duly_openamount)]);
    expect(new Map(stored as [string, number][])).toEqual(new Map(file as [string, number][]));
  });

  test("every debtor with something open is looked at again", () => {
    expect(all("SELECT d.duly_number FROM duly_debtor d WHERE d.duly_nextactionon IS NULL AND EXISTS"
      + " (SELECT 1 FROM duly_openitem i WHERE i.duly_debtor = d.duly_debtorid AND i.statecode = 0)")).toEqual([]);
  });

  test("H-05: the same file and the same policy again write nothing", () => {
    writes = 0;
    expect(load(csv)).toMatchObject({ imported: 0, unchanged: 400, rejected: 0, items: first.items, payments: first.payments });
    expect(seedPolicy(store.host.service, pack, map.company)).toMatchObject({ created: 0, updated: 0 });
    expect(writes).toBe(0);
  });

  test("E-01: a payment that the next file tells of closes the item the same day", () => {
    const [row] = all("SELECT duly_name FROM duly_openitem WHERE statuscode = 1 AND duly_openamount = duly_amount AND duly_instalment = 1 LIMIT 1");
    const [document] = String(row?.duly_name).split("/");
    const lines = csv.split("\n").map((line) => (line.includes(`;${document};invoice;1;`) ? line.replace(/;[^;]*;[^;]*;(yes|no)$/, ";0;2026-11-02;$1") : line));
    expect(load(lines.join("\n"))).toMatchObject({ imported: 1, unchanged: 399, rejected: 0, payments: first.payments + 1 });
    expect(all(`SELECT duly_openamount, statecode FROM duly_openitem WHERE duly_name = '${document}/1'`)).toEqual([{ duly_openamount: 0, statecode: 1 }]);
  });
});
