import { communicationStatus, decisionreason, openitemStatus, promiseStatus, runStatus } from "#solution/generated/names";
import { bundle, Ledger } from "../../builders/rules/ledger";

/** A diary over the rule bundle alone. The strategy reminds 3, 10 and 20 days after the due date; the item is due on Monday 2 March 2026. */
let ledger: Ledger;
let debtorId: string;
let itemId: string;
let promiseId: string;

const item = () => ledger.store.row("duly_openitem", itemId);
const communications = () => ledger.store.all("duly_communication");

function quiet(...days: string[]): void {
  for (const day of days) expect([day, ledger.night(day).Communications]).toEqual([day, 0]);
}

beforeAll(async () => {
  ledger = new Ledger((await bundle()).text, "2026-03-02");
  debtorId = ledger.debtor("C-1");
  itemId = ledger.item(debtorId, { due: "2026-03-02", amount: "100.00", issued: "2026-02-01" });
});

test("an item starts with everything open, level 0 and its due date at issue", () => {
  expect(item()).toMatchObject({ duly_openamount: "100.00", duly_originalduedate: "2026-03-02", duly_issuedon: "2026-02-01", duly_level: 0, duly_cycle: 0 });
});

test("A-22: 2 March: due today is not overdue, nothing is sent, and the next step is on the 5th", () => {
  expect(ledger.night("2026-03-02").Communications).toBe(0);
  expect(item()).toMatchObject({ duly_reason: decisionreason.notOverdue, duly_nextactionon: "2026-03-05" });
});

test("3 and 4 March: overdue, but the step is not due", () => {
  expect(ledger.night("2026-03-03").Communications).toBe(0);
  expect(item().duly_reason).toBe(decisionreason.stepNotDue);
  expect(ledger.night("2026-03-04").Communications).toBe(0);
});

test("5 March: reminder 1, frozen and ready, with a line for the item", () => {
  const night = ledger.night("2026-03-05");
  expect(night).toMatchObject({ Communications: 1, Items: 1, Errors: 0, Status: "Completed" });
  expect(communications()).toEqual([expect.objectContaining({
    statuscode: communicationStatus.ready, duly_level: 1, duly_address: "pay@c-1.example", duly_total: "100.00", duly_plannedon: "2026-03-05",
    duly_name: "Reminder for Buyer C-1", duly_body: expect.stringContaining("<li>INV-1 2 March 2026 EUR\u00a0100.00</li>") as string,
  })]);
  expect(ledger.store.all("duly_communicationline")).toEqual([expect.objectContaining({ duly_level: 1, duly_openamount: "100.00", duly_dayspastdue: 3, duly_cycle: 0 })]);
  expect(item()).toMatchObject({ duly_level: 1, duly_lastactionon: "2026-03-05", duly_nextactionon: "2026-03-12", duly_reason: decisionreason.reminded });
  expect(JSON.parse(String(night.Totals))).toEqual({ reminded: 1 });
});

test("A-01: the same night again writes nothing at all, not even the run", () => {
  const before = ledger.store.writes.length;
  expect(ledger.night("2026-03-05")).toMatchObject({ Communications: 1, Items: 1, Status: "Completed" });
  expect(ledger.store.writes.slice(before)).toEqual([]);
});

test("6 March: the debtor promises to pay by the 13th", () => {
  ledger.store.nowUtc = "2026-03-06T10:00:00Z";
  promiseId = ledger.store.create("duly_promise", { duly_debtor: { logicalName: "duly_debtor", id: debtorId }, duly_promisedate: "2026-03-13", ...ledger.money() });
  expect(ledger.store.row("duly_promise", promiseId)).toMatchObject({ duly_amount: "100.00", duly_takenon: "2026-03-06", duly_openitems: itemId, duly_name: "100.00 EUR – 2026-03-13" });
  expect(ledger.store.all("duly_promiseline")).toEqual([expect.objectContaining({ duly_openamount: "100.00" })]);
  expect(ledger.store.row("duly_debtor", debtorId).duly_nextactionon).toBe("2026-03-06");
});

test("H-32: 6 to 13 March: quiet up to and including the promised day", () => {
  quiet("2026-03-06", "2026-03-09", "2026-03-10", "2026-03-11", "2026-03-12", "2026-03-13");
  expect(item()).toMatchObject({ duly_reason: decisionreason.promised, duly_level: 1 });
});

test("H-32: 14 March, a Saturday: the promise is broken, but nobody is written to", () => {
  expect(ledger.night("2026-03-14").Communications).toBe(0);
  expect(ledger.store.row("duly_promise", promiseId)).toMatchObject({ statuscode: promiseStatus.broken, statecode: 1, duly_judgedon: "2026-03-14", duly_paidamount: "0.00" });
});

test("H-32: 16 March: reminder 2", () => {
  expect(ledger.night("2026-03-16")).toMatchObject({ Communications: 1, Items: 1 });
  expect(item()).toMatchObject({ duly_level: 2, duly_lastactionon: "2026-03-16", duly_nextactionon: "2026-03-26" });
});

test("T-28: 17 March: the payment arrives, the item is paid, and it is quiet for good", () => {
  ledger.store.nowUtc = "2026-03-17T09:00:00Z";
  ledger.pay(debtorId, "100.00");
  expect(item()).toMatchObject({ statuscode: openitemStatus.paid, statecode: 1, duly_openamount: "0.00", duly_settledon: "2026-03-17" });
  const before = communications().length;
  for (const day of ["2026-03-17", "2026-03-18", "2026-03-26", "2026-04-15"]) ledger.night(day);
  expect(communications()).toHaveLength(before);
  expect(item().duly_reason).toBe(decisionreason.paid);
  expect(ledger.store.row("duly_debtor", debtorId)).toMatchObject({ duly_nextactionon: null, duly_level: 0, duly_lastactionon: "2026-03-16" });
});

test("every run is a record that ended", () => {
  expect(new Set(ledger.store.all("duly_run").map((run) => run.statuscode))).toEqual(new Set([runStatus.completed]));
});
