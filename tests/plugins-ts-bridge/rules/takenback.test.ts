import type { RawRow } from "#bridge/sdk/value";
import { decisionreason, language, openitemStatus, paymentStatus, planStatus, promiseStatus } from "#solution/generated/names";
import { type Ledger, ledgerOfOneItem, reference } from "../../builders/rules/ledger";

/** 100.00 due on Monday 2 March 2026; reminders after 3, 10 and 20 days. A payment is cancelled by us, returned by the bank, or deleted. */
let ledger: Ledger;
let debtorId: string;
let itemId: string;
beforeEach(async () => { ({ ledger, debtorId, itemId } = await ledgerOfOneItem("2026-03-02")); });

const item = (): RawRow => ledger.store.row("duly_openitem", itemId);
const change = (columns: RawRow): void => { ledger.store.update("duly_openitem", { id: itemId }, columns); };
const at = (day: string): void => { ledger.store.nowUtc = `${day}T09:00:00Z`; };
const pay = (amount: string): string => ledger.pay(debtorId, amount, { duly_openitem: reference("duly_openitem", itemId) });
const ways: readonly (readonly [string, (id: string) => void])[] = [
  ["cancelled", (id) => { ledger.store.update("duly_payment", { id }, { statecode: 1, statuscode: paymentStatus.cancelled }); }],
  ["returned", (id) => { ledger.store.update("duly_payment", { id }, { statecode: 1, statuscode: paymentStatus.returned, duly_note: "NSF" }); }],
  ["deleted", (id) => { ledger.store.delete("duly_payment", { id }); }],
];

describe.each(ways)("a payment that is %s", (way, takeBack) => {
  test.each(["10.00", "100.00"])("T-31: of %s leaves an item that was in litigation in litigation, with whatever due date: no night speaks of it", (amount) => {
    ledger.night("2026-03-05");
    change({ duly_duedate: "2026-03-03", statuscode: openitemStatus.inLitigation });
    at("2026-03-06");
    const payment = pay(amount);
    ledger.night("2026-03-09");
    at("2026-03-10");
    takeBack(payment);
    expect(item()).toMatchObject({ statecode: 0, statuscode: openitemStatus.inLitigation, duly_openamount: "100.00", duly_settledon: null });
    expect(["2026-03-12", "2026-03-13", "2026-03-23"].map((day) => ledger.night(day).Items)).toEqual([0, 0, 0]);
    expect(item()).toMatchObject({ duly_reason: decisionreason.inLitigation, duly_level: 1 });
  });

  test("T-31: of an item in litigation that was closed by the last of two is in litigation whichever of them it is", () => {
    change({ statuscode: openitemStatus.inLitigation });
    const first = pay("60.00");
    pay("40.00");
    takeBack(first);
    expect(item()).toMatchObject({ statuscode: openitemStatus.inLitigation, duly_openamount: "60.00" });
  });

  test("T-31: of an item in litigation that a correction of its amount closed", () => {
    change({ statuscode: openitemStatus.inLitigation });
    const payment = pay("60.00");
    change({ duly_amount: "60.00" });
    expect(item().statuscode).toBe(openitemStatus.paid);
    takeBack(payment);
    expect(item()).toMatchObject({ statuscode: openitemStatus.inLitigation, duly_openamount: "60.00" });
  });

  test("T-29, T-30: opens a rescheduled item as rescheduled, or as returned where the bank says so, on its new day", () => {
    change({ statuscode: openitemStatus.rescheduled, duly_duedate: "2026-03-16" });
    takeBack(pay("100.00"));
    expect(item()).toMatchObject({ statuscode: way === "returned" ? openitemStatus.returned : openitemStatus.rescheduled, duly_duedate: "2026-03-16", duly_originalduedate: "2026-03-02" });
  });
});

test("T-31: an item that is in litigation no longer is not so again when a later payment is cancelled", () => {
  change({ statuscode: openitemStatus.inLitigation });
  const [[, cancel]] = ways as [(typeof ways)[0]];
  cancel(pay("100.00"));
  change({ statuscode: openitemStatus.open });
  cancel(pay("100.00"));
  expect(item().statuscode).toBe(openitemStatus.open);
});

test("T-31: an item in litigation that was paid is in litigation again when its amount is raised", () => {
  change({ statuscode: openitemStatus.inLitigation });
  pay("100.00");
  change({ duly_amount: "150.00" });
  expect(item()).toMatchObject({ statecode: 0, statuscode: openitemStatus.inLitigation, duly_openamount: "50.00" });
});

describe.each(ways)("what was kept with a payment that is %s", (_, takeBack) => {
  const wordsForBroken = (): void => {
    const template = ledger.store.put("duly_template", { duly_name: "Promise broken", duly_code: "promise-broken" });
    ledger.store.put("duly_templatetext", { duly_name: "Promise broken", duly_template: reference("duly_template", template), duly_language: language.english, duly_subject: "Promise", duly_body: "<p>{{promise.amount}}</p>" });
  };
  const promise = (amount?: string): string => {
    at("2026-03-06");
    return ledger.store.create("duly_promise", { duly_debtor: reference("duly_debtor", debtorId), duly_promisedate: "2026-03-13", ...(amount === undefined ? {} : { duly_amount: amount }), ...ledger.money() });
  };
  const signals = (): number => ledger.store.all("duly_communication").filter((row) => row.duly_promise != null).length;
  const told = (...days: string[]): unknown => days.map((day) => ledger.night(day).Items);
  beforeEach(() => { wordsForBroken(); ledger.night("2026-03-05"); });

  test("H-32: a promise protects its items again until its day, then it is broken and the debtor is told once (H-33)", () => {
    const id = promise();
    at("2026-03-09");
    const payment = pay("100.00");
    ledger.night("2026-03-10");
    expect(ledger.store.row("duly_promise", id)).toMatchObject({ statuscode: promiseStatus.kept, duly_paidamount: "100.00" });
    at("2026-03-11");
    takeBack(payment);
    expect(ledger.store.row("duly_promise", id)).toMatchObject({ statecode: 0, statuscode: promiseStatus.open, duly_judgedon: null, duly_paidamount: null });
    expect(told("2026-03-12", "2026-03-13")).toEqual([0, 0]);
    expect(item().duly_reason).toBe(decisionreason.promised);
    expect(told("2026-03-16", "2026-03-17", "2026-03-18")).toEqual([1, 0, 0]);
    expect([ledger.store.row("duly_promise", id).statuscode, signals()]).toEqual([promiseStatus.broken, 1]);
  });

  test("H-33: a promise whose day has passed is found broken the next night, the debtor is told once", () => {
    const id = promise();
    at("2026-03-09");
    const payment = pay("100.00");
    ledger.night("2026-03-10");
    at("2026-03-18");
    takeBack(payment);
    expect(told("2026-03-19", "2026-03-20")).toEqual([1, 0]);
    expect([ledger.store.row("duly_promise", id).statuscode, signals()]).toEqual([promiseStatus.broken, 1]);
  });

  test("a promise of which another payment keeps enough stays kept; one that the money was not for is left as it is", () => {
    at("2026-03-06");
    const early = pay("10.00");
    at("2026-03-09");
    const id = promise("40.00");
    at("2026-03-09");
    const late = pay("20.00");
    pay("50.00");
    ledger.night("2026-03-16");
    takeBack(late);
    ledger.night("2026-03-17");
    expect(ledger.store.row("duly_promise", id)).toMatchObject({ statuscode: promiseStatus.kept, duly_judgedon: "2026-03-16" });
    takeBack(early);
    ledger.night("2026-03-18");
    expect([ledger.store.row("duly_promise", id).statuscode, signals()]).toEqual([promiseStatus.kept, 0]);
  });

  test("T-22: a repayment plan protects its items again, and is broken when an instalment is missing after its day", () => {
    at("2026-03-06");
    const id = ledger.store.create("duly_plan", { duly_debtor: reference("duly_debtor", debtorId), duly_count: 2, duly_firston: "2026-03-09" });
    at("2026-03-09");
    pay("50.00");
    const last = pay("50.00");
    ledger.night("2026-03-10");
    expect(ledger.store.row("duly_plan", id).statuscode).toBe(planStatus.kept);
    at("2026-03-11");
    takeBack(last);
    expect(told("2026-03-12", "2026-04-09")).toEqual([0, 0]);
    expect([ledger.store.row("duly_plan", id).statuscode, item().duly_reason]).toEqual([planStatus.open, decisionreason.repaymentPlan]);
    expect(told("2026-04-10")).toEqual([1]);
    expect(ledger.store.row("duly_plan", id)).toMatchObject({ statuscode: planStatus.broken, duly_judgedon: "2026-04-10" });
  });
});
