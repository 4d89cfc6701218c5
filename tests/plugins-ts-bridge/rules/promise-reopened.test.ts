import type { RawRow } from "#bridge/sdk/value";
import { communicationStatus, decisionreason, language, promiseStatus } from "#solution/generated/names";
import { type Ledger, ledgerOfOneItem, reference } from "../../builders/rules/ledger";

/** 100.00 due on Monday 2 March 2026; reminders after 3, 10 and 20 days. A promise that was closed is taken up again by a person. */
let ledger: Ledger;
let debtorId: string;
let itemId: string;
beforeEach(async () => {
  ({ ledger, debtorId, itemId } = await ledgerOfOneItem("2026-03-02"));
  const template = ledger.store.put("duly_template", { duly_name: "Promise broken", duly_code: "promise-broken" });
  ledger.store.put("duly_templatetext", { duly_name: "Promise broken", duly_template: reference("duly_template", template), duly_language: language.english, duly_subject: "Promise", duly_body: "<p>{{promise.date}}</p>" });
});

const take = (promisedOn: string): string => ledger.store.create("duly_promise", { duly_debtor: reference("duly_debtor", debtorId), duly_promisedate: promisedOn, ...ledger.money() });
const at = (day: string): void => { ledger.store.nowUtc = `${day}T09:00:00Z`; };
const change = (id: string, columns: RawRow): void => { ledger.store.update("duly_promise", { id }, columns); };
const close = (id: string, statuscode: number): void => { change(id, { statecode: 1, statuscode }); };
const reopen = (id: string, columns: RawRow = {}): void => { change(id, { statecode: 0, statuscode: promiseStatus.open, ...columns }); };
const promise = (id: string): RawRow => ledger.store.row("duly_promise", id);
const told = (...days: string[]): unknown => days.map((day) => ledger.night(day).Items);
const signals = (): readonly unknown[] => ledger.store.all("duly_communication").filter((row) => row.duly_promise != null).map((row) => row.duly_plannedon);

test("H-32, H-33: one that was broken and told protects until its new day, is judged anew, and told anew when it is broken again", () => {
  const id = take("2026-03-03");
  ledger.night("2026-03-04");
  expect([promise(id).statuscode, signals()]).toEqual([promiseStatus.broken, ["2026-03-04"]]);
  at("2026-03-04");
  reopen(id, { duly_promisedate: "2026-03-13" });
  expect(promise(id)).toMatchObject({ statecode: 0, duly_signalledon: null, duly_judgedon: null });
  expect(told("2026-03-05", "2026-03-12", "2026-03-13")).toEqual([0, 0, 0]);
  expect(ledger.store.row("duly_openitem", itemId).duly_reason).toBe(decisionreason.promised);
  expect(told("2026-03-16", "2026-03-17", "2026-03-18")).toEqual([1, 0, 0]);
  expect([promise(id).statuscode, signals()]).toEqual([promiseStatus.broken, ["2026-03-04", "2026-03-16"]]);
});

test("H-32: one that was told before and is open, however it came about, protects and is judged", () => {
  const id = ledger.store.put("duly_promise", { ...promise(take("2026-03-13")), duly_signalledon: "2026-03-02" });
  expect(told("2026-03-05", "2026-03-13")).toEqual([0, 0]);
  ledger.night("2026-03-16");
  expect(promise(id).statuscode).toBe(promiseStatus.broken);
});

test.each([["broken", promiseStatus.broken], ["kept", promiseStatus.kept], ["cancelled", promiseStatus.cancelled]])("one that was %s is not taken up again for a day that has passed", (_, status) => {
  const id = take("2026-03-03");
  close(id, status);
  at("2026-03-04");
  expect(() => { reopen(id); }).toThrow("DULY-PROMISE-014 The promised day 2026-03-03 has passed");
  expect(() => { change(id, { statecode: 0 }); }).toThrow("DULY-PROMISE-014");
  reopen(id, { duly_promisedate: "2026-03-04" });
  expect(promise(id).statecode).toBe(0);
});

test("one that was cancelled is not taken up again beside another about the same item", () => {
  const id = take("2026-03-13");
  close(id, promiseStatus.cancelled);
  const other = take("2026-03-20");
  expect(() => { reopen(id); }).toThrow("DULY-PROMISE-006 The item INV-1/1 is already promised by 2026-03-20.");
  close(other, promiseStatus.cancelled);
  reopen(id);
  expect(promise(id).statuscode).toBe(promiseStatus.open);
});

test("one about an item that is another debtor's by now is not taken up again", () => {
  const id = take("2026-03-13");
  close(id, promiseStatus.cancelled);
  ledger.store.update("duly_openitem", { id: itemId }, { duly_debtor: reference("duly_debtor", ledger.debtor("C-2")) });
  expect(() => { reopen(id); }).toThrow("DULY-PROMISE-015 The item INV-1/1");
});

describe("H-33: a promise is broken in the night in which a step comes that waits for a person", () => {
  test.each([["approval", { duly_approval: true }], ["a legal step", { duly_legal: true }]])("%s: the message about the promise leaves, and the night again writes nothing", (_, step) => {
    ledger.store.update("duly_strategystep", { id: ledger.stepIds[1] ?? "" }, step);
    ledger.store.update("duly_strategystep", { id: ledger.stepIds[2] ?? "" }, { statecode: 1, statuscode: 2 });
    ledger.night("2026-03-05");
    take("2026-03-11");
    ledger.night("2026-03-12");
    const message = ledger.store.all("duly_communication").find((row) => row.duly_promise != null);
    expect(ledger.store.all("duly_communication").map((row) => row.statuscode)).toEqual(expect.arrayContaining([communicationStatus.awaitingApproval, communicationStatus.ready]));
    expect(ledger.store.execute("duly_CheckBeforeSend", { CommunicationId: String(message?.duly_communicationid) })).toMatchObject({ Allowed: true });
    const before = ledger.store.writes.length;
    ledger.night("2026-03-12");
    expect(ledger.store.writes.slice(before).filter((write) => !write.includes("duly_run"))).toEqual([]);
  });
});
