import type { RawRow } from "#bridge/sdk/value";
import { invoicekind, openitemStatus as status, paymentStatus } from "#solution/generated/names";
import { ledgerOfOneItem, type Ledger } from "../../builders/rules/ledger";

/** An item of 100.00, of which 40.00 is paid; what persons and ledgers write of its money must be able to be true. */
let ledger: Ledger;
let debtorId: string;
let id: string;
let payment: string;
beforeEach(async () => {
  ({ ledger, debtorId, itemId: id } = await ledgerOfOneItem("2026-03-02"));
  payment = ledger.pay(debtorId, "40.00");
});

const item = (): RawRow => ledger.store.row("duly_openitem", id);
const change = (columns: RawRow): void => { ledger.store.update("duly_openitem", { id }, columns); };

test.each<[what: string, code: string, columns: RawRow]>([
  ["an amount below zero", "DULY-ITEM-006", { duly_amount: "-500" }], ["an amount below zero, all of it open", "DULY-ITEM-006", { duly_amount: "-500", duly_openamount: "-500" }],
  ["an amount below what is paid", "DULY-ITEM-007", { duly_amount: "39.99" }], ["less than nothing open", "DULY-ITEM-008", { duly_openamount: "-0.01" }],
  ["more open than its amount", "DULY-ITEM-009", { duly_openamount: "100.01" }], ["the same open of a lower amount", "DULY-ITEM-009", { duly_amount: "59.99", duly_openamount: "60.00" }],
  ["Paid while something is open", "DULY-ITEM-010", { statecode: 1, statuscode: status.paid }], ["a state that would bring the status Paid", "DULY-ITEM-010", { statecode: 1 }], ["Paid while it says what is open", "DULY-ITEM-010", { duly_openamount: "0.01", statecode: 1 }],
])("%s is refused with %s, and nothing is written", (_what, code, columns) => {
  const before = item();
  expect(() => { change(columns); }).toThrow(code);
  expect(item()).toEqual(before);
});

test.each<[what: string, columns: RawRow, stored: RawRow]>([
  ["what is open, up to the amount", { duly_openamount: "100.0000" }, { duly_openamount: "100.0000" }], ["nothing open", { duly_openamount: "0" }, { duly_openamount: "0" }],
  ["an amount down to what is paid", { duly_amount: "40.00" }, { duly_openamount: "0.00", statuscode: status.paid }], ["a higher amount and what is open of it", { duly_amount: "120.00", duly_openamount: "110.00" }, { duly_openamount: "110.00" }],
  ["Paid with nothing open", { duly_openamount: "0", statecode: 1 }, { duly_openamount: "0", statecode: 1 }],
  ["Written off with what is open", { statecode: 1, statuscode: status.writtenOff }, { duly_openamount: "60.00", statuscode: status.writtenOff }], ["Cancelled with what is open", { statecode: 1, statuscode: status.cancelled }, { duly_openamount: "60.00", statuscode: status.cancelled }],
  ["another day", { duly_duedate: "2026-03-09" }, { duly_openamount: "60.00" }],
])("%s is taken", (_what, columns, stored) => {
  change(columns);
  expect(item()).toMatchObject(stored);
});

test.each<[what: string, code: string, columns: RawRow]>([
  ["an amount below zero", "DULY-ITEM-006", { duly_amount: "-1.00" }], ["less than nothing open", "DULY-ITEM-008", { duly_openamount: "-1.00" }], ["more open than its amount", "DULY-ITEM-009", { duly_openamount: "50.01" }],
  ["paid, nothing said of what is open", "DULY-ITEM-010", { statecode: 1, statuscode: status.paid }],
])("a new item with %s is refused with %s", (_what, code, columns) => {
  expect(() => ledger.item(debtorId, { due: "2026-03-09", amount: "50.00", columns })).toThrow(code);
  expect(ledger.store.all("duly_openitem")).toHaveLength(1);
});

test("a credit note goes by the same: its kind gives the sign, what is not used is open", () => {
  const credit = ledger.item(debtorId, { due: null, amount: "30.00", kind: invoicekind.creditNote, columns: { duly_openamount: "10.00" } });
  expect(() => { ledger.store.update("duly_openitem", { id: credit }, { duly_openamount: "-10.00" }); }).toThrow("DULY-ITEM-008");
  ledger.store.update("duly_openitem", { id: credit }, { duly_openamount: "0", statecode: 1, statuscode: status.paid });
});

test("an item that is paid is opened again with what is open, not left paid", () => {
  ledger.pay(debtorId, "60.00");
  expect(() => { change({ duly_openamount: "60.00" }); }).toThrow("DULY-ITEM-010");
  change({ duly_openamount: "60.00", statecode: 0, statuscode: status.partlyPaid });
  expect(item()).toMatchObject({ duly_openamount: "60.00", statecode: 0 });
});

test("a form that sends what stands already is not refused, whatever stands", () => {
  ledger.store.put("duly_openitem", { ...item(), duly_openamount: "-5.00", duly_openitemid: id });
  change({ duly_openamount: "-5.0000", duly_amount: "100.0000", duly_duedate: "2026-03-09" });
  change({ duly_openamount: "60.00" });
  expect(item()).toMatchObject({ duly_openamount: "60.00", duly_duedate: "2026-03-09" });
});

test("payments and what becomes of them are not asked: rules reckon from them", () => {
  ledger.store.update("duly_payment", { id: payment }, { statecode: 1, statuscode: paymentStatus.cancelled });
  ledger.pay(debtorId, "100.00");
  expect(item()).toMatchObject({ duly_openamount: "0.00", statuscode: status.paid });
});

test("an amount with more decimals than its currency is refused when it is saved, by table, item and column; one that is stored already is told so in the run and does not stand in the way of another column", () => {
  expect(() => ledger.item(debtorId, { due: "2026-03-02", amount: "100.50", currency: "HUF" })).toThrow(/DULY-MONEY-002 100\.50 \(duly_openitem INV-\d+\/1, duly_amount\) has more decimals than HUF allows \(0\)/);
  expect(() => { change({ duly_openamount: "59.995" }); }).toThrow(/DULY-MONEY-002 59\.995 \(duly_openitem INV-1\/1, duly_openamount\) has more decimals than EUR/);
  const huf = ledger.item(debtorId, { due: "2026-03-02", amount: "100.0000", currency: "HUF" });
  ledger.store.put("duly_openitem", { ...ledger.store.row("duly_openitem", huf), duly_amount: "100.5000" });
  expect(() => { ledger.store.update("duly_openitem", { id: huf }, { duly_duedate: "2026-03-01" }); }).not.toThrow();
  expect(ledger.night("2026-03-05")).toMatchObject({ Status: "CompletedWithErrors", Communications: 1, Errors: 1 });
  expect(ledger.store.all("duly_run")[0]?.duly_errorlog).toMatch(/^C-1: DULY-MONEY-002 100\.5000 \(duly_openitem INV-\d+\/1, duly_amount\) has more decimals than HUF allows \(0\)\. Correct the amount\.$/);
});
