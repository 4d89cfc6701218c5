import { readFileSync } from "node:fs";
import { channel, openitemStatus } from "#solution/generated/names";
import { importLedger } from "../../cli/ledger/import";
import { readPack } from "../../cli/ledger/pack";
import { seedPolicy } from "../../cli/ledger/seed";
import { inRoot } from "../../cli/root";
import { playNight } from "../../cli/start/night";
import type { Session } from "../../cli/start/session";
import { sources } from "../../pcf-controls/CollectionTimeline/sources";
import { mapOf } from "../builders/ledger-import";
import { openStore, temporaryFolder } from "../builders/store";

/** A diary of two days: what the ledger's files bring in the morning is decided in the night of the same day. Standard pack: the first reminder comes three days after the due date. */
const folder = temporaryFolder();
const map = mapOf({ openAmount: "open", paidOn: "paid", email: "mail" });
let session: Session;
beforeAll(() => {
  session = openStore(folder.path, "2026-03-05");
  seedPolicy(session.host.service, readPack(readFileSync(inRoot("examples", "strategies", "standard.json"), "utf8")), map.company);
}, 60_000);
afterAll(() => { session.close(); folder.remove(); });

/** Rows of the store; amounts are ten-thousandths. */
const all = (sql: string) => session.host.sql.all(sql);
const item = (number: string) => all(`SELECT statecode, statuscode, duly_openamount, duly_level, duly_nextstep, duly_nextactionon, duly_settledon FROM duly_openitem WHERE duly_name = 'I${number}/1'`)[0];
const delinquencies = () => all("SELECT d.duly_number AS debtor, q.duly_enteredon AS entered, q.duly_lefton AS lefton, q.duly_reason AS reason FROM duly_delinquency q JOIN duly_debtor d ON d.duly_debtorid = q.duly_debtor ORDER BY d.duly_number");

/** Ten invoices of 100 of three debtors, due on Monday 2 March; what was paid since, by number. */
function load(today: string, paid: Readonly<Record<number, number>> = {}) {
  const lines = Array.from({ length: 10 }, (_, index) => {
    const open = 100 - (paid[index] ?? 0);
    return `C${index % 3},I${index},2026-02-02,2026-03-02,100,${open},${open === 100 ? "" : today},pay@c${index % 3}.example`;
  });
  return importLedger(session.host.service, {
    bytes: new TextEncoder().encode(["customer,invoice,issued,due,amount,open,paid,mail", ...lines].join("\n")), fileName: "ledger.csv", map, today, dataDir: folder.path,
    transaction: (work) => session.host.sql.transaction(work),
  });
}

test("T-27: 5 March: ten unpaid items are imported: ten are open", () => {
  expect(load("2026-03-05")).toMatchObject({ imported: 10, rejected: 0, items: 10, payments: 0 });
  expect(all("SELECT statuscode, duly_openamount FROM duly_openitem").map((row) => [row.statuscode, Number(row.duly_openamount)])).toEqual(Array.from({ length: 10 }, () => [openitemStatus.open, 100 * 10_000]));
});

test("T-27, E-01: the night of the same day takes all ten: each is on its ladder, each debtor delinquent from the first day past due", async () => {
  expect(await playNight(session.host, session.flows, "2026-03-05")).toMatchObject({ failures: [], items: 10, debtors: 3, communications: 3, excluded: {} });
  expect(item("0")).toMatchObject({ duly_level: 1, duly_nextstep: expect.stringMatching(/.+/) as string, duly_nextactionon: "2026-03-12" });
  expect(delinquencies()).toEqual(["C0", "C1", "C2"].map((debtor) => ({ debtor, entered: "2026-03-03", lefton: null, reason: null })));
});

test("E-01: 6 March: the file says that C1 paid all and C2 a part of one: the items are closed at once, C1 leaves its delinquency the same day", async () => {
  session.host.clock.set("2026-03-06T00:00:00Z");
  expect(load("2026-03-06", { 1: 100, 4: 100, 7: 100, 2: 60 })).toMatchObject({ imported: 4, unchanged: 6, payments: 4 });
  expect(item("1")).toMatchObject({ statecode: 1, statuscode: openitemStatus.paid, duly_openamount: 0, duly_settledon: "2026-03-06" });
  expect(await playNight(session.host, session.flows, "2026-03-06")).toMatchObject({ failures: [], communications: 0 });
  expect(delinquencies().map(({ debtor, lefton, reason }) => [debtor, lefton, reason])).toEqual([["C0", null, null], ["C1", "2026-03-06", "paid"], ["C2", null, null]]);
  expect(all("SELECT duly_nextactionon AS next, duly_level AS level, duly_nextstep AS step FROM duly_debtor WHERE duly_number = 'C1'")).toEqual([{ next: null, level: 0, step: null }]);
});

test("O-41: 60 of 100 paid: 40 are open, the level is kept, and the timeline of the debtor gets an entry", () => {
  expect(item("2")).toMatchObject({ statuscode: openitemStatus.partlyPaid, duly_level: 1 });
  const entries = timeline("payment", "C2");
  expect(entries).toMatchObject([{ kindKey: "Kind_Payment", day: "2026-03-06", amount: 60 }]);
  expect(timeline("communication", "C2")).toHaveLength(1);
  expect(all("SELECT duly_channel FROM duly_communication")).toEqual(Array.from({ length: 3 }, () => ({ duly_channel: channel.email })));
});

/** What the timeline of a debtor shows of one kind, by its own query of the Web API. */
function timeline(kind: "payment" | "communication", number: string) {
  const debtor = String(all(`SELECT duly_debtorid AS id FROM duly_debtor WHERE duly_number = '${number}'`)[0]?.id);
  const response = session.host.web({ method: "GET", url: `/api/data/v9.2/duly_${kind}s${sources[kind].options(debtor)}`, headers: {}, body: "", origin: "http://127.0.0.1:4280" });
  return (JSON.parse(String(response.body)) as { value: Parameters<(typeof sources)["payment"]["toEntry"]>[0][] }).value.map((row) => sources[kind].toEntry(row));
}
