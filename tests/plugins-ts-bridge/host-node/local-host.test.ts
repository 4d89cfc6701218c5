import { buildRules } from "#bridge/build";
import { manifest } from "#bridge/rules/manifest";
import { communicationStatus, disputeStatus, openitemStatus, paymentStatus, promiseStatus } from "#solution/generated/names";
import type { Session } from "../../../cli/start/session";
import type { EntityReference, Row } from "../../../local-host/service/contract";
import { addInvoice, currency, openStore, smallLedger, temporaryFolder, type SmallLedger } from "../../builders/store";

/** The rules out of the packed zip, in the embedded Dataverse: what the rule store of the other tests assumes must hold there. */
const folder = temporaryFolder();
let session: Session;
let ledger: SmallLedger;
let item: EntityReference;

const service = () => session.host.service;
const row = (table: string, id: string): Row => service().retrieve(table, { id });
const at = (instant: string) => session.host.clock.set(instant);
const money = () => ({ transactioncurrencyid: currency(session, "EUR") });
const pay = (name: string, amount: string) => service().create("duly_payment", {
  duly_name: name, duly_company: ledger.company, duly_debtor: ledger.debtor, duly_amount: amount, duly_valuedate: "2026-03-06", ...money(),
});

function night(day: string): Row {
  at(`${day}T02:00:00Z`);
  const started = service().execute("duly_StartRun", { CompanyId: ledger.company.id });
  const { RunId: run = "" } = started;
  let { Cursor: cursor = "", Done: done = false } = started;
  while (done !== true) ({ Cursor: cursor = "", Done: done = false } = service().execute("duly_ProcessRunPage", { RunId: run, Cursor: cursor }));
  return service().execute("duly_FinishRun", { RunId: run });
}

beforeAll(() => {
  session = openStore(folder.path, "2026-03-02");
  ledger = smallLedger(session);
  item = addInvoice(session, ledger, { number: "INV-1", issued: "2026-02-01", due: "2026-03-02", amount: "100.00" });
});
afterAll(() => { session.close(); folder.remove(); });

test("the package pins the bundle that these sources give, and registers every rule", async () => {
  expect(service().execute("duly_Ping", {})).toMatchObject({ Result: "ok", Cases: 50, Sha256: (await buildRules()).sha256 });
  const steps = session.host.sql.all("SELECT configuration FROM sdkmessageprocessingstep").map((step) => String(step.configuration));
  expect(steps.sort()).toEqual(manifest().steps.map((step) => step.id).sort());
});

test("a new item is filled and its debtor is due", () => {
  expect(row("duly_openitem", item.id)).toMatchObject({ duly_originalduedate: "2026-03-02", duly_level: 0, duly_cycle: 0, statuscode: openitemStatus.open });
  expect(Number(row("duly_openitem", item.id).duly_openamount)).toBe(100);
  expect(row("duly_debtor", ledger.debtor.id).duly_nextactionon).toBe("2026-02-01");
});

test("an explanation says why; the night does the same; the message may go out", () => {
  const { Explanation: explanation } = service().execute("duly_ExplainDecision", { DebtorId: ledger.debtor.id, AsOf: "2026-03-05" });
  expect(JSON.parse(String(explanation))).toMatchObject({ items: [{ reason: "reminded" }], communications: [{ total: "100.00", currency: "EUR" }] });
  expect(night("2026-03-05")).toMatchObject({ Status: "Completed", Communications: 1, Items: 1, Totals: '{"reminded":1}' });
  const [message] = service().fetch('<fetch><entity name="duly_communication"><attribute name="statuscode"/><attribute name="duly_body"/></entity></fetch>').rows;
  expect(message?.statuscode).toBe(communicationStatus.ready);
  expect(String(message?.duly_body)).toContain("Buyer &lt;Kft&gt; &amp; Társa");
  expect(service().execute("duly_CheckBeforeSend", { CommunicationId: String(message?.duly_communicationid) })).toMatchObject({ Allowed: true });
});

test("A-11, A-28: a payment closes the item and stops the message; cancelled, everything is as before", () => {
  at("2026-03-06T09:00:00Z");
  const payment = pay("BANK-1", "130.00");
  expect(row("duly_openitem", item.id)).toMatchObject({ statecode: 1, statuscode: openitemStatus.paid, duly_settledon: "2026-03-06" });
  expect(Number(row("duly_payment", payment).duly_unapplied)).toBe(30);
  const [message] = service().fetch('<fetch><entity name="duly_communication"/></fetch>').rows;
  expect(service().execute("duly_CheckBeforeSend", { CommunicationId: String(message?.duly_communicationid) })).toMatchObject({ Allowed: false, Reason: "paid" });
  service().update("duly_payment", { id: payment }, { statecode: 1, statuscode: paymentStatus.cancelled });
  expect(row("duly_openitem", item.id)).toMatchObject({ statecode: 0, statuscode: openitemStatus.open, duly_settledon: null, duly_level: 1 });
  expect(service().fetch('<fetch><entity name="duly_allocation"/></fetch>').rows).toEqual([]);
});

test("a refusal has Dataverse's code, names what is wrong and leaves nothing", () => {
  expect(() => pay("BANK-2", "-1.00")).toThrow(expect.objectContaining({ code: "0x80040265", message: expect.stringContaining("DULY-PAYMENT-001") as string }) as Error);
  expect(service().fetch('<fetch><entity name="duly_payment"/></fetch>').rows).toHaveLength(1);
});

test("a deleted payment gives back what it paid", () => {
  const payment = pay("BANK-3", "40.00");
  expect(Number(row("duly_openitem", item.id).duly_openamount)).toBe(60);
  service().delete("duly_payment", { id: payment });
  expect(row("duly_openitem", item.id)).toMatchObject({ statuscode: openitemStatus.open });
  expect(Number(row("duly_openitem", item.id).duly_openamount)).toBe(100);
});

test("promise, dispute and hold each silence the item as long as they last", () => {
  const promise = service().create("duly_promise", { duly_debtor: ledger.debtor, duly_promisedate: "2026-03-13", ...money() });
  expect(night("2026-03-12").Communications).toBe(0);
  service().update("duly_promise", { id: promise }, { statecode: 1, statuscode: promiseStatus.cancelled });
  const dispute = service().create("duly_dispute", { duly_name: "Price", duly_debtor: ledger.debtor, duly_openitem: item, duly_openedon: "2026-03-12" });
  expect(night("2026-03-13").Communications).toBe(0);
  service().update("duly_dispute", { id: dispute }, { statecode: 1, statuscode: disputeStatus.resolved });
  const hold = service().create("duly_hold", { duly_name: "Talks", duly_debtor: ledger.debtor, duly_startson: "2026-03-13" });
  expect(night("2026-03-16").Communications).toBe(0);
  service().delete("duly_hold", { id: hold });
  expect(night("2026-03-17")).toMatchObject({ Communications: 1, Items: 1 });
  expect(row("duly_openitem", item.id)).toMatchObject({ duly_level: 2, duly_lastactionon: "2026-03-17" });
});
