import { channel, communicationStatus, language, promiseStatus } from "#solution/generated/names";
import { bundle, Ledger } from "../../builders/rules/ledger";

/** The item is due on Monday 2 March 2026; the strategy reminds after 3, 10 and 20 days. */
let text: string;
let ledger: Ledger;
let debtorId: string;
let itemId: string;
beforeAll(async () => { ({ text } = await bundle()); });
beforeEach(() => {
  ledger = new Ledger(text, "2026-03-02");
  const template = ledger.store.put("duly_template", { duly_name: "Promise broken", duly_code: "promise-broken" });
  ledger.store.put("duly_templatetext", {
    duly_name: "Promise broken", duly_template: { logicalName: "duly_template", id: template }, duly_language: language.english,
    duly_subject: "Your promise of {{promise.date}}", duly_body: "<p>{{promise.amount}} promised</p>, {{promise.paid}} paid: {{#items}}{{name}} {{openAmount}}{{/items}}",
  });
  debtorId = ledger.debtor("C-1");
  itemId = ledger.item(debtorId, { due: "2026-03-02", amount: "100.00" });
});

const take = (promisedOn: string): string =>
  ledger.store.create("duly_promise", { duly_debtor: { logicalName: "duly_debtor", id: debtorId }, duly_promisedate: promisedOn, ...ledger.money() });
const signals = () => ledger.store.all("duly_communication").filter((row) => row.duly_promise != null);
const check = (id: unknown) => ledger.store.execute("duly_CheckBeforeSend", { CommunicationId: String(id) });

test("H-32: promised for T+5: no action from T to T+5, on T+6 the ladder acts", () => {
  ledger.store.nowUtc = "2026-03-04T09:00:00Z";
  take("2026-03-09");
  const items = ["2026-03-04", "2026-03-05", "2026-03-06", "2026-03-07", "2026-03-08", "2026-03-09", "2026-03-10"].map((day) => ledger.night(day).Items);
  expect(items).toEqual([0, 0, 0, 0, 0, 0, 1]);
});

test("where days must lie between contacts, the message about the broken promise is one: the ladder waits from there", () => {
  ledger.store.update("duly_strategy", { id: ledger.strategyId }, { duly_mindaysbetween: 5 });
  ledger.store.nowUtc = "2026-03-04T09:00:00Z";
  take("2026-03-09");
  const nights = ["2026-03-10", "2026-03-11", "2026-03-12", "2026-03-13", "2026-03-16"].map((day) => { const { Items, Communications } = ledger.night(day); return [Items, Communications]; });
  expect(nights).toEqual([[0, 1], [0, 0], [0, 0], [0, 0], [1, 1]]);
});

test("half was paid in the morning and the rest promised in the afternoon: the promise is not kept by what was there before it", () => {
  ledger.store.nowUtc = "2026-03-04T08:00:00Z";
  ledger.pay(debtorId, "50.00");
  const id = take("2026-03-09");
  for (const day of ["2026-03-05", "2026-03-06", "2026-03-09"]) expect(ledger.night(day)).toMatchObject({ Communications: 0 });
  expect(ledger.store.row("duly_promise", id)).toMatchObject({ statuscode: promiseStatus.open });
});

test("H-33: on the day after an unpaid promise it is broken and the debtor is told once, however often the nights run", () => {
  const id = take("2026-03-03");
  expect(ledger.night("2026-03-03").Communications).toBe(0);
  expect(ledger.night("2026-03-04")).toMatchObject({ Communications: 1, Items: 0, Errors: 0 });
  for (const day of ["2026-03-04", "2026-03-05", "2026-03-06", "2026-03-12"]) ledger.night(day);
  expect(ledger.store.row("duly_promise", id)).toMatchObject({ statuscode: promiseStatus.broken, duly_signalledon: "2026-03-04", duly_judgedon: "2026-03-04" });
  expect(signals()).toMatchObject([{
    duly_name: "Your promise of 3 March 2026", duly_body: expect.stringMatching(/<p>.*100\.00 promised<\/p>, .*0\.00 paid: INV-1.*1 .*100\.00/) as string,
    duly_channel: channel.email, duly_address: "pay@c-1.example", duly_plannedon: "2026-03-04", statuscode: communicationStatus.ready,
  }]);
});

test("H-33: a promise for Friday is broken on Saturday; the debtor is told on Monday, when people work", () => {
  const id = take("2026-03-06");
  ledger.night("2026-03-07");
  expect([ledger.store.row("duly_promise", id).statuscode, signals()]).toEqual([promiseStatus.broken, []]);
  ledger.night("2026-03-09");
  ledger.night("2026-03-10");
  expect(signals().map((row) => row.duly_plannedon)).toEqual(["2026-03-09"]);
});

test("H-33: without an e-mail address the debtor is told by SMS", () => {
  const other = ledger.store.create("duly_debtor", { duly_name: "Buyer", duly_number: "C-2", duly_company: { logicalName: "duly_company", id: ledger.companyId } });
  ledger.store.create("duly_contactpoint", { duly_name: "+3612345678", duly_debtor: { logicalName: "duly_debtor", id: other }, duly_channel: channel.sms });
  ledger.item(other, { due: "2026-03-02", amount: "50.00" });
  ledger.store.create("duly_promise", { duly_debtor: { logicalName: "duly_debtor", id: other }, duly_promisedate: "2026-03-03", ...ledger.money() });
  ledger.night("2026-03-04");
  expect(signals()).toMatchObject([{ duly_channel: channel.sms, duly_address: "+3612345678", duly_body: expect.stringMatching(/^EUR.50\.00 promised , EUR.0\.00 paid: /) as string }]);
});

test.each([
  ["kept", () => { ledger.pay(debtorId, "100.00"); }],
  ["about an item that is in dispute", () => { ledger.store.create("duly_dispute", { duly_name: "Broken goods", duly_openitem: { logicalName: "duly_openitem", id: itemId } }); }],
  ["of a vulnerable debtor", () => { ledger.store.update("duly_debtor", { id: debtorId }, { duly_vulnerable: true }); }],
])("a promise that is %s is not signalled", (_, happens) => {
  take("2026-03-03");
  happens();
  ledger.night("2026-03-04");
  expect(signals()).toEqual([]);
});

test("C-41: the debtor who pays between the night and the sending is not told that the promise is broken", () => {
  take("2026-03-03");
  ledger.night("2026-03-04");
  const [signal] = signals();
  expect(check(signal?.duly_communicationid)).toMatchObject({ Allowed: true });
  ledger.store.nowUtc = "2026-03-04T09:00:00Z";
  ledger.pay(debtorId, "100.00");
  expect(check(signal?.duly_communicationid)).toMatchObject({ Allowed: false, Reason: "noItem" });
});

test("the company's tolerance and grace decide: 95 of 100 on the second business day after it is kept", () => {
  ledger.store.update("duly_company", { id: ledger.companyId }, { duly_promisetolerance: "95.00", duly_promisegracedays: 2 });
  const id = take("2026-03-06");
  ledger.store.nowUtc = "2026-03-10T09:00:00Z";
  ledger.pay(debtorId, "95.00");
  ledger.night("2026-03-10");
  expect(ledger.store.row("duly_promise", id)).toMatchObject({ statuscode: promiseStatus.kept, duly_paidamount: "95.00" });
});

test("H-33: money that is entered in time with a value date after the promised day does not keep the promise; money of the promised day does", () => {
  const late = take("2026-03-06");
  ledger.store.nowUtc = "2026-03-04T09:00:00Z";
  ledger.pay(debtorId, "100.00", { duly_valuedate: "2026-03-31" });
  ledger.item(debtorId, { due: "2026-03-02", amount: "50.00" });
  const inTime = take("2026-03-06");
  ledger.store.nowUtc = "2026-03-06T09:00:00Z";
  ledger.pay(debtorId, "50.00");
  for (const day of ["2026-03-05", "2026-03-06", "2026-03-09"]) ledger.night(day);
  expect([late, inTime].map((id) => ledger.store.row("duly_promise", id).statuscode)).toEqual([promiseStatus.broken, promiseStatus.kept]);
  expect(signals()).toEqual([]);
});
