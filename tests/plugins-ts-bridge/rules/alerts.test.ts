import type { RawRow } from "#bridge/sdk/value";
import { alertkind, alertStatus, disputeStatus, runStatus, severity } from "#solution/generated/names";
import { type Ledger, ledgerOfOneItem, reference } from "../../builders/rules/ledger";

/** Debtor C-1, owned by Anna, with one item due on Monday 2 March 2026. */
let ledger: Ledger;
let debtorId: string;
let itemId: string;
const anna = { ...reference("systemuser", "user-anna"), name: "Anna" };
const manager = { ...reference("systemuser", "user-boss"), name: "Boss" };

async function owing(amount: string): Promise<void> {
  ({ ledger, debtorId, itemId } = await ledgerOfOneItem("2026-03-02", amount));
  ledger.store.put("duly_debtor", { ...ledger.store.row("duly_debtor", debtorId), id: debtorId, ownerid: anna });
}

const rule = (kind: keyof typeof alertkind, columns: RawRow = {}): string => ledger.store.put("duly_alertrule", {
  duly_name: `Watch ${kind}`, duly_code: kind, duly_kind: alertkind[kind], duly_company: null, duly_amount: null, duly_days: null, duly_severity: null, duly_escalationdays: null, duly_manager: null, ...ledger.money(), ...columns,
});
const alerts = (): readonly RawRow[] => [...ledger.store.all("duly_alert")].sort((left, right) => (String(left.duly_raisedon) < String(right.duly_raisedon) ? -1 : 1));
const told = (): readonly unknown[] => alerts().map((row) => [row.duly_raisedon, row.statuscode, (row.ownerid as { id: string } | null)?.id]);
const nights = (...days: readonly string[]): void => { for (const day of days) ledger.night(day); };
const closeAlert = (): void => { ledger.store.update("duly_alert", { id: String(alerts()[0]?.duly_alertid) }, { statecode: 1, statuscode: alertStatus.closed }); };

test("E-13: the rule \"overdue > 10,000 or DPD > 30\": one alert to the debtor's owner for each crossing, none on repeat, and anew after it fell back", async () => {
  await owing("12000.00");
  rule("overdueAmount", { duly_amount: "10000.00", duly_days: 30 });
  nights("2026-03-02");
  expect(alerts()).toEqual([]);
  nights("2026-03-03", "2026-03-03", "2026-03-04");
  expect(told()).toEqual([["2026-03-03", alertStatus.open, anna.id]]);
  expect(alerts()[0]).toMatchObject({ duly_text: "12000.00 EUR is overdue, more than 10000.00 EUR.", duly_name: "Watch overdueAmount – C-1 Buyer C-1" });
  expect(alerts()[0]?.duly_escalatedon ?? null).toBeNull();
  ledger.pay(debtorId, "3000.00");
  nights("2026-03-05");
  expect(alerts()[0]).toMatchObject({ statecode: 1, statuscode: alertStatus.passed, duly_passedon: "2026-03-05", duly_closedon: "2026-03-05T02:00:00Z" });
  nights("2026-04-01", "2026-04-02", "2026-04-03");
  expect(told().slice(1)).toEqual([["2026-04-02", alertStatus.open, anna.id]]);
  expect(alerts()[1]?.duly_text).toBe("31 days past due, more than 30.");
});

test("E-13: an alert that a person has closed is not raised again while the crossing lasts", async () => {
  await owing("12000.00");
  rule("overdueAmount", { duly_amount: "10000.00", duly_escalationdays: 2, duly_manager: manager });
  nights("2026-03-03");
  closeAlert();
  nights("2026-03-04", "2026-03-09");
  expect(told()).toEqual([["2026-03-03", alertStatus.closed, anna.id]]);
});

test("an alert that a person closes notes the instant, one that is opened again forgets it", async () => {
  await owing("12000.00");
  rule("overdueAmount", { duly_amount: "10000.00" });
  nights("2026-03-03");
  closeAlert();
  expect(alerts()[0]?.duly_closedon).toBe("2026-03-03T02:00:00Z");
  ledger.store.update("duly_alert", { id: String(alerts()[0]?.duly_alertid) }, { statecode: 0, statuscode: alertStatus.open });
  expect(alerts()[0]?.duly_closedon).toBeNull();
});

test("C-38: a dispute due at T-1 and not closed: one alert to the dispute's owner; three days later it goes to the manager, once; closing the dispute ends it", async () => {
  await owing("100.00");
  rule("lateDispute", { duly_days: 1, duly_escalationdays: 3, duly_manager: manager });
  const dispute = ledger.store.create("duly_dispute", { duly_name: "Wrong price", duly_openitem: reference("duly_openitem", itemId), duly_openedon: "2026-03-02", duly_deadline: "2026-03-09" });
  const owner = { ...reference("systemuser", "user-clara"), name: "Clara" };
  ledger.store.put("duly_dispute", { ...ledger.store.row("duly_dispute", dispute), id: dispute, ownerid: owner });
  nights("2026-03-09");
  expect(alerts()).toEqual([]);
  nights("2026-03-10", "2026-03-11", "2026-03-12");
  expect(told()).toEqual([["2026-03-10", alertStatus.open, owner.id]]);
  expect(alerts()[0]?.duly_text).toBe("The dispute Wrong price is to be resolved by 2026-03-09 and is not closed.");
  nights("2026-03-13", "2026-03-16");
  expect(told()).toEqual([["2026-03-10", alertStatus.escalated, manager.id]]);
  expect(alerts()[0]?.duly_escalatedon).toBe("2026-03-13");
  ledger.store.update("duly_dispute", { id: dispute }, { statecode: 1, statuscode: disputeStatus.resolved });
  nights("2026-03-17");
  expect(alerts()[0]).toMatchObject({ statuscode: alertStatus.passed, duly_passedon: "2026-03-17" });
});

test("C-38: with days -1 the owner is told a day before the deadline", async () => {
  await owing("100.00");
  rule("lateDispute", { duly_days: -1 });
  ledger.store.create("duly_dispute", { duly_name: "Wrong price", duly_openitem: reference("duly_openitem", itemId), duly_openedon: "2026-03-02", duly_deadline: "2026-03-09" });
  nights("2026-03-05", "2026-03-06");
  expect(alerts()).toEqual([]);
  nights("2026-03-08", "2026-03-09", "2026-03-10");
  expect(alerts().map((row) => row.duly_raisedon)).toEqual(["2026-03-08"]);
});

describe("C-38: business days after the deadline that the reason of the dispute names", () => {
  /** A late dispute of Clara's with a deadline on Thursday 12 March. */
  const late = (escalationdays: number | null): void => {
    const reason = ledger.store.put("duly_disputereason", { duly_name: "Price", duly_code: "price", duly_escalationdays: escalationdays });
    const id = ledger.store.create("duly_dispute", {
      duly_name: "Wrong price", duly_openitem: reference("duly_openitem", itemId), duly_openedon: "2026-03-02", duly_deadline: "2026-03-12", duly_disputereason: reference("duly_disputereason", reason),
    });
    ledger.store.put("duly_dispute", { ...ledger.store.row("duly_dispute", id), duly_disputeid: id, ownerid: reference("systemuser", "user-clara") });
  };
  beforeEach(() => owing("100.00"));

  test("go before the days of the rule: the manager is told then, once", () => {
    rule("lateDispute", { duly_days: 1, duly_escalationdays: 30, duly_manager: manager });
    late(2);
    nights("2026-03-13");
    expect(told()).toEqual([["2026-03-13", alertStatus.open, "user-clara"]]);
    nights("2026-03-14");
    expect(told()).toEqual([["2026-03-13", alertStatus.open, "user-clara"]]);
    nights("2026-03-16", "2026-03-17", "2026-03-17");
    expect(told()).toEqual([["2026-03-13", alertStatus.escalated, manager.id]]);
    expect(alerts()[0]?.duly_escalatedon).toBe("2026-03-16");
  });

  test("tell the manager at once where the alert comes later than they end", () => {
    rule("lateDispute", { duly_days: 10, duly_manager: manager });
    late(1);
    nights("2026-03-22", "2026-03-23");
    expect(told()).toEqual([["2026-03-22", alertStatus.escalated, manager.id]]);
  });

  test("leave it to the rule when the reason names none, and to the owner when the rule has no manager", () => {
    rule("lateDispute", { duly_days: 1, duly_escalationdays: 1, duly_manager: manager });
    rule("lateDispute", { duly_days: 1, duly_code: "own" });
    late(null);
    nights("2026-03-13", "2026-03-14");
    expect(new Set(told())).toEqual(new Set([["2026-03-13", alertStatus.escalated, manager.id], ["2026-03-13", alertStatus.open, "user-clara"]]));
    ledger.store.update("duly_disputereason", { id: String(ledger.store.all("duly_disputereason")[0]?.duly_disputereasonid) }, { duly_escalationdays: 0 });
    nights("2026-03-20");
    expect(new Set(told())).toEqual(new Set([["2026-03-13", alertStatus.escalated, manager.id], ["2026-03-13", alertStatus.open, "user-clara"]]));
  });
});

test("E-20: a critical debtor without action for 3 days goes to the manager at once", async () => {
  await owing("50000.00");
  rule("noAction", { duly_days: 3, duly_severity: severity.critical, duly_escalationdays: 0, duly_manager: manager });
  nights("2026-06-05", "2026-06-07");
  expect(ledger.store.row("duly_debtor", debtorId)).toMatchObject({ duly_severity: severity.critical, duly_lastactionon: "2026-06-05" });
  expect(alerts()).toEqual([]);
  nights("2026-06-08", "2026-06-09");
  expect(told()).toEqual([["2026-06-08", alertStatus.escalated, manager.id]]);
  expect(alerts()[0]).toMatchObject({ duly_escalatedon: "2026-06-08", duly_text: "Severity critical, and no action since 2026-06-05: 3 days." });
  ledger.store.nowUtc = "2026-06-09T09:00:00Z";
  ledger.store.create("duly_promise", { duly_debtor: reference("duly_debtor", debtorId), duly_promisedate: "2026-06-12", duly_amount: "50000.00", duly_openitems: itemId, ...ledger.money() });
  nights("2026-06-10");
  expect(alerts()[0]).toMatchObject({ statuscode: alertStatus.passed, duly_passedon: "2026-06-10" });
});

test("a broken rule makes one line that names table, row and column; the other rules watch and everybody is dunned", async () => {
  await owing("12000.00");
  rule("daysPastDue");
  rule("overdueAmount", { duly_amount: "10000.00" });
  const run = ledger.night("2026-03-05");
  expect(run).toMatchObject({ Communications: 1, Errors: 1 });
  expect(ledger.store.all("duly_run")[0]).toMatchObject({
    statuscode: runStatus.completedWithErrors,
    duly_errorlog: "DULY-ALERT-001 The alert rule daysPastDue (table duly_alertrule) has a missing or wrong duly_days. Correct it, or deactivate the rule; until then it watches nobody.",
  });
  expect(told()).toEqual([["2026-03-05", alertStatus.open, anna.id]]);
});

test("a rule of another company does not speak; a preview raises nothing; a repeated night writes nothing", async () => {
  await owing("12000.00");
  rule("overdueAmount", { duly_amount: "10000.00", duly_company: reference("duly_company", ledger.company("S2")) });
  nights("2026-03-03");
  expect(alerts()).toEqual([]);
  rule("daysPastDue", { duly_days: 1 });
  ledger.store.nowUtc = "2026-03-04T02:00:00Z";
  const preview = ledger.store.execute("duly_StartRun", { CompanyId: ledger.companyId, Mode: 591850000 });
  for (let cursor = String(preview.Cursor); cursor !== "end";) cursor = String(ledger.store.execute("duly_ProcessRunPage", { RunId: preview.RunId ?? "", Cursor: cursor }).Cursor);
  expect(alerts()).toEqual([]);
  nights("2026-03-04");
  expect(alerts()).toHaveLength(1);
  const writes = ledger.store.writes.length;
  nights("2026-03-04");
  expect(ledger.store.writes.slice(writes)).toEqual([]);
});

test("an amount in another currency is compared in the company's", async () => {
  await owing("120.00");
  rule("overdueAmount", { duly_amount: "40000", ...ledger.money("HUF") });
  nights("2026-03-03");
  expect(alerts()[0]?.duly_text).toBe("120.00 EUR is overdue, more than 100.00 EUR.");
});
