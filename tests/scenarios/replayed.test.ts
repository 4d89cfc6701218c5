import { readFileSync } from "node:fs";
import { importLedger } from "../../cli/ledger/import";
import { readPack } from "../../cli/ledger/pack";
import { seedPolicy } from "../../cli/ledger/seed";
import { inRoot } from "../../cli/root";
import { playNight } from "../../cli/start/night";
import type { Session } from "../../cli/start/session";
import { mapOf } from "../builders/ledger-import";
import { openStore, temporaryFolder } from "../builders/store";

/** Old years played again: the ledger knows how each invoice ended, the nights must not. Both invoices were due on Monday 2 March; one was paid on the 10th, one on the 4th. */
const folder = temporaryFolder();
const map = mapOf({ settledDate: "settled", email: "mail" });
let session: Session;
beforeAll(() => {
  session = openStore(folder.path, "2026-03-05");
  seedPolicy(session.host.service, readPack(readFileSync(inRoot("examples", "strategies", "standard.json"), "utf8")), map.company);
}, 60_000);
afterAll(() => { session.close(); folder.remove(); });

test("A-31: 5 March: the invoice that will be paid on the 10th is reminded of, the one that was paid the day before is not", async () => {
  const lines = ["customer,invoice,issued,due,amount,settled,mail", "C1,I1,2026-02-02,2026-03-02,100,2026-03-10,pay@c1.example", "C2,I2,2026-02-02,2026-03-02,100,2026-03-04,pay@c2.example"];
  expect(importLedger(session.host.service, {
    bytes: new TextEncoder().encode(lines.join("\n")), fileName: "ledger.csv", map, today: "2026-03-05", dataDir: folder.path, transaction: (work) => session.host.sql.transaction(work),
  })).toMatchObject({ imported: 2, rejected: 0, payments: 2 });
  expect(await playNight(session.host, session.flows, "2026-03-05")).toMatchObject({ communications: 1, items: 1, excluded: { paid: 1 }, failures: [] });
}, 60_000);

test("A-31: 12 March: the second reminder would be due; the money came on the 10th", async () => {
  expect(await playNight(session.host, session.flows, "2026-03-12")).toMatchObject({ communications: 0, failures: [] });
}, 60_000);
