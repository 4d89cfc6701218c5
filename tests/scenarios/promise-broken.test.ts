import { openitemStatus, promiseStatus } from "#solution/generated/names";
import { highestVersion, rowsSince } from "../../cli/start/count";
import { playNight } from "../../cli/start/night";
import type { Session } from "../../cli/start/session";
import type { EntityReference } from "../../local-host/service/contract";
import { addInvoice, currency, openStore, outbox, smallLedger, temporaryFolder, type SmallLedger } from "../builders/store";

/**
 * A diary over the real path: the shipped zip, its nightly flow, the rule bundle in it, its e-mail flow, the outbox.
 * The strategy reminds 3, 10 and 20 days after the due date; the item is due on Monday 2 March 2026.
 */
const folder = temporaryFolder();
let session: Session;
let ledger: SmallLedger;
let item: EntityReference;
let promiseId: string;

const sent = (): number => outbox(session).length;
const itemRow = () => session.host.service.retrieve("duly_openitem", { id: item.id });

async function night(day: string): Promise<number> {
  const before = sent();
  const played = await playNight(session.host, session.flows, day);
  expect(played.failures).toEqual([]);
  return sent() - before;
}

async function quietNights(days: readonly string[]): Promise<void> {
  for (const day of days) expect([day, await night(day)]).toEqual([day, 0]);
}

beforeAll(() => {
  session = openStore(folder.path, "2026-03-02");
  ledger = smallLedger(session);
  item = addInvoice(session, ledger, { number: "INV-1", issued: "2026-02-01", due: "2026-03-02", amount: "100.00" });
});
afterAll(() => { session.close(); folder.remove(); });

test("A-22: 2 to 4 March: due, then one and two days late: nothing is sent before the first step", async () => {
  await quietNights(["2026-03-02", "2026-03-03", "2026-03-04"]);
});

test("5 March: three days late, the first reminder leaves by e-mail with the frozen amount", async () => {
  expect(await night("2026-03-05")).toBe(1);
  const [mail = ""] = outbox(session);
  expect(mail).toMatch(/^To: .*pay@buyer\.example/m);
  expect(itemRow()).toMatchObject({ duly_level: 1, duly_lastactionon: "2026-03-05" });
});

test("A-01: the same night a hundred times more, and by two callers at once, sends and writes nothing", async () => {
  const { service } = session.host;
  const start = () => service.execute("duly_StartRun", { CompanyId: ledger.company.id, AsOf: "2026-03-05" });
  const before = highestVersion(session.host);
  for (let time = 0; time < 100; time += 1) {
    const [one, other] = [start(), start()];
    for (const run of [one, other]) service.execute("duly_ProcessRunPage", { RunId: run.RunId ?? "", Cursor: one.Cursor ?? "" });
    for (const run of [other, one]) service.execute("duly_FinishRun", { RunId: run.RunId ?? "" });
  }
  await session.flows.drain();
  expect([rowsSince(session.host, before), sent(), session.host.sql.all("SELECT 1 FROM duly_communicationline").length]).toEqual([0, 1, 1]);
  const [line] = service.fetch('<fetch><entity name="duly_communicationline"><all-attributes/></entity></fetch>').rows;
  const { duly_communication = null, duly_openitem = null, duly_strategystep = null, duly_cycle = null } = line ?? {};
  expect(() => service.create("duly_communicationline", { duly_name: "again", duly_communication, duly_openitem, duly_strategystep, duly_cycle })).toThrow(expect.objectContaining({ code: "0x80060892" }) as Error);
});

test("6 March: the debtor promises to pay by 13 March", () => {
  session.host.clock.set("2026-03-06T10:00:00Z");
  promiseId = session.host.service.create("duly_promise", {
    duly_debtor: ledger.debtor, duly_amount: "100.00", duly_promisedate: "2026-03-13", duly_openitems: item.id, transactioncurrencyid: currency(session, "EUR"),
  });
  const lines = session.host.service.fetch(`<fetch><entity name="duly_promiseline"><attribute name="duly_openitem"/><filter><condition attribute="duly_promise" operator="eq" value="${promiseId}"/></filter></entity></fetch>`);
  expect(lines.rows.map((row) => (row.duly_openitem as EntityReference).id)).toEqual([item.id]);
});

test("H-32: 6 to 13 March: quiet up to and including the promised day, though step 2 falls on the 12th", async () => {
  await quietNights(["2026-03-06", "2026-03-09", "2026-03-10", "2026-03-11", "2026-03-12", "2026-03-13"]);
});

test("H-32: 16 March: the promise is broken and the second reminder leaves", async () => {
  expect(await night("2026-03-16")).toBe(1);
  expect(session.host.service.retrieve("duly_promise", { id: promiseId })).toMatchObject({ statuscode: promiseStatus.broken });
  expect(itemRow()).toMatchObject({ duly_level: 2 });
});

test("T-28: 17 March: the payment arrives, the item is paid", () => {
  session.host.clock.set("2026-03-17T09:00:00Z");
  session.host.service.create("duly_payment", {
    duly_name: "BANK-1", duly_company: ledger.company, duly_debtor: ledger.debtor, duly_amount: "100.00", duly_valuedate: "2026-03-17", transactioncurrencyid: currency(session, "EUR"),
  });
  expect(itemRow()).toMatchObject({ statuscode: openitemStatus.paid, duly_settledon: "2026-03-17" });
  expect(Number(itemRow().duly_openamount)).toBe(0);
});

test("T-28: 17 March to 1 April: quiet for good", async () => {
  await quietNights(["2026-03-17", "2026-03-18", "2026-03-23", "2026-03-26", "2026-04-01"]);
});
