import { openitemStatus, paymentStatus } from "#solution/generated/names";
import { bundle, Ledger } from "../../builders/rules/ledger";

let text: string;
let ledger: Ledger;
let debtorId: string;
beforeAll(async () => { ({ text } = await bundle()); });
beforeEach(() => {
  ledger = new Ledger(text, "2026-03-10");
  debtorId = ledger.debtor("C-1");
});

const open = (...ids: string[]) => ids.map((id) => ledger.store.row("duly_openitem", id).duly_openamount);
const item = (id: string) => ledger.store.row("duly_openitem", id);
const allocations = () => ledger.store.all("duly_allocation").map((row) => row.duly_amount);

test("three items of 50, a payment of 120, the oldest due first: 0, 0, 30", () => {
  const [third, first, second] = ["2026-03-03", "2026-01-05", "2026-02-02"].map((due) => ledger.item(debtorId, { due, amount: "50.00" })) as [string, string, string];
  ledger.pay(debtorId, "120.00");
  expect(open(first, second, third)).toEqual(["0.00", "0.00", "30.00"]);
  expect([item(first).statuscode, item(third).statuscode]).toEqual([openitemStatus.paid, openitemStatus.partlyPaid]);
  expect(allocations()).toEqual(["50.00", "50.00", "20.00"]);
});

test("the item that the remittance names comes first, the rest goes to the oldest due", () => {
  const [old, named] = [ledger.item(debtorId, { due: "2026-01-05", amount: "50.00" }), ledger.item(debtorId, { due: "2026-03-02", amount: "30.00" })];
  ledger.pay(debtorId, "40.00", { duly_openitem: { logicalName: "duly_openitem", id: named } });
  expect(open(old, named)).toEqual(["40.00", "0.00"]);
});

test("an over-payment stays visible as unapplied", () => {
  const only = ledger.item(debtorId, { due: "2026-03-02", amount: "30.00" });
  const payment = ledger.pay(debtorId, "45.50");
  expect([open(only), ledger.store.row("duly_payment", payment).duly_unapplied]).toEqual([["0.00"], "15.50"]);
});

test("A-19: items of another currency, credit notes and documents of a later day take nothing", () => {
  const forint = ledger.item(debtorId, { due: "2026-01-05", amount: "5000", currency: "HUF" });
  const credit = ledger.item(debtorId, { due: "2026-01-05", amount: "10.00", kind: 591850001 });
  const later = ledger.item(debtorId, { due: "2026-01-05", amount: "10.00", issued: "2026-03-11" });
  const payment = ledger.pay(debtorId, "20.00");
  expect([open(forint, credit, later), ledger.store.row("duly_payment", payment).duly_unapplied]).toEqual([["5000", "10.00", "10.00"], "20.00"]);
});

test("an item is settled on the last booking day among its payments, in whatever order these are entered", () => {
  const only = ledger.item(debtorId, { due: "2026-03-02", amount: "30.00" });
  ledger.pay(debtorId, "20.00", { duly_valuedate: "2026-03-09" });
  ledger.pay(debtorId, "10.00", { duly_valuedate: "2026-03-04" });
  expect(item(only)).toMatchObject({ duly_settledon: "2026-03-09", statuscode: openitemStatus.paid, statecode: 1 });
});

test("A-11: a cancelled payment opens its items again at the level that they had reached", () => {
  const only = ledger.item(debtorId, { due: "2026-03-02", amount: "30.00" });
  ledger.night("2026-03-10");
  const payment = ledger.pay(debtorId, "30.00");
  ledger.night("2026-03-11");
  ledger.store.update("duly_payment", { id: payment }, { statecode: 1, statuscode: paymentStatus.cancelled });
  expect(item(only)).toMatchObject({ duly_openamount: "30.00", statuscode: openitemStatus.open, statecode: 0, duly_settledon: null, duly_level: 1 });
  expect([allocations(), ledger.store.row("duly_payment", payment).duly_unapplied]).toEqual([[], "0"]);
  expect(ledger.night("2026-03-17")).toMatchObject({ Communications: 1 });
  expect(item(only).duly_level).toBe(2);
});

test("a deleted payment leaves no allocation behind", () => {
  const only = ledger.item(debtorId, { due: "2026-03-02", amount: "30.00" });
  const payment = ledger.pay(debtorId, "10.00");
  ledger.store.delete("duly_payment", { id: payment });
  expect([open(only), item(only).statuscode, allocations()]).toEqual([["30.00"], openitemStatus.open, []]);
});

test.each([
  ["nothing", "0.00", {}, "EUR", "DULY-PAYMENT-001"], ["less than nothing", "-5.00", {}, "EUR", "DULY-PAYMENT-001"], ["half a cent", "1.005", {}, "EUR", "DULY-MONEY-002"],
])("a payment of %s is refused, and nothing is written", (_, amount, columns, currency, code) => {
  const only = ledger.item(debtorId, { due: "2026-03-02", amount: "30.00" });
  expect(() => ledger.pay(debtorId, amount, columns, currency)).toThrow(code);
  expect([open(only), ledger.store.all("duly_payment")]).toEqual([["30.00"], []]);
});

test("an item of another debtor or currency is not named by a remittance", () => {
  const named = { duly_openitem: { logicalName: "duly_openitem", id: ledger.item(ledger.debtor("C-2"), { due: "2026-03-02", amount: "30.00" }) } };
  const forint = { duly_openitem: { logicalName: "duly_openitem", id: ledger.item(debtorId, { due: "2026-03-02", amount: "3000", currency: "HUF" }) } };
  expect(() => ledger.pay(debtorId, "5.00", named)).toThrow("DULY-PAYMENT-002");
  expect(() => ledger.pay(debtorId, "5.00", forint)).toThrow("DULY-PAYMENT-003");
});

test("what was applied is not changed afterwards, and a cancelled payment stays cancelled", () => {
  const payment = ledger.pay(debtorId, "5.00");
  expect(() => ledger.store.update("duly_payment", { id: payment }, { duly_amount: "6.00" })).toThrow("DULY-PAYMENT-004");
  ledger.store.update("duly_payment", { id: payment }, { duly_amount: "5.0000" });
  ledger.store.update("duly_payment", { id: payment }, { statecode: 1, statuscode: paymentStatus.cancelled });
  expect(() => ledger.store.update("duly_payment", { id: payment }, { statecode: 0, statuscode: paymentStatus.posted })).toThrow("DULY-PAYMENT-005");
});

test("A-31: a payment that is booked later is not known on an earlier night", () => {
  ledger.item(debtorId, { due: "2026-03-02", amount: "30.00" });
  ledger.pay(debtorId, "30.00", { duly_valuedate: "2026-03-12", duly_bookedon: "2026-03-12" });
  expect(ledger.night("2026-03-10")).toMatchObject({ Communications: 1, Items: 1 });
});

test("money that is entered today with a later value date is booked today: nobody is asked for it, neither before that day nor after", () => {
  ledger.item(debtorId, { due: "2026-03-02", amount: "30.00" });
  const payment = ledger.pay(debtorId, "30.00", { duly_valuedate: "2026-03-16" });
  expect(ledger.store.row("duly_payment", payment)).toMatchObject({ duly_bookedon: "2026-03-10", duly_valuedate: "2026-03-16" });
  for (const day of ["2026-03-10", "2026-03-13", "2026-03-17", "2026-04-20"]) expect(ledger.night(day)).toMatchObject({ Communications: 0, Errors: 0 });
});

test("an item that was written off stays so when a payment of it is cancelled", () => {
  const id = ledger.item(debtorId, { due: "2026-01-05", amount: "50.00" });
  const payment = ledger.pay(debtorId, "20.00");
  ledger.store.update("duly_openitem", { id }, { statecode: 1, statuscode: openitemStatus.writtenOff });
  ledger.store.update("duly_payment", { id: payment }, { statecode: 1, statuscode: paymentStatus.cancelled });
  expect(item(id)).toMatchObject({ duly_openamount: "50.00", statecode: 1, statuscode: openitemStatus.writtenOff });
});

test("a payment that arrives cancelled pays nothing", () => {
  const id = ledger.item(debtorId, { due: "2026-01-05", amount: "50.00" });
  ledger.pay(debtorId, "20.00", { statecode: 1, statuscode: paymentStatus.cancelled });
  expect(open(id)).toEqual(["50.00"]);
});

test.each([
  ["raised", "80.00", { duly_openamount: "60.00", statecode: 0, statuscode: openitemStatus.partlyPaid }],
  ["lowered to what is paid", "20.00", { duly_openamount: "0.00", statecode: 1, statuscode: openitemStatus.paid, duly_settledon: "2026-03-10" }],
])("when the amount of an item is %s, what is open follows", (_, amount, expected) => {
  const id = ledger.item(debtorId, { due: "2026-01-05", amount: "50.00" });
  ledger.pay(debtorId, "20.00");
  ledger.store.update("duly_openitem", { id }, { duly_amount: amount });
  expect(item(id)).toMatchObject(expected);
});

test("an item that was set to paid by hand is not reminded about", () => {
  const id = ledger.item(debtorId, { due: "2026-01-05", amount: "50.00" });
  ledger.store.update("duly_openitem", { id }, { duly_openamount: "0", statecode: 1, statuscode: openitemStatus.paid });
  expect(ledger.night("2026-03-10").Items).toBe(0);
});

test("allocations follow from payments: written, changed or deleted by hand they are refused, and nothing of them changes", () => {
  const only = ledger.item(debtorId, { due: "2026-03-02", amount: "30.00" });
  const payment = ledger.pay(debtorId, "10.00");
  const id = String(ledger.store.all("duly_allocation")[0]?.duly_allocationid);
  const reference = (logicalName: string, of: string) => ({ logicalName, id: of });
  expect(() => ledger.store.create("duly_allocation", { duly_payment: reference("duly_payment", payment), duly_openitem: reference("duly_openitem", only), duly_amount: "5.00" })).toThrow("DULY-ALLOCATION-001");
  expect(() => { ledger.store.update("duly_allocation", { id }, { duly_amount: "5.00" }); }).toThrow("DULY-ALLOCATION-001");
  expect(() => { ledger.store.delete("duly_allocation", { id }); }).toThrow("DULY-ALLOCATION-001");
  expect([allocations(), open(only)]).toEqual([["10.00"], ["20.00"]]);
});
