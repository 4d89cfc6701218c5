import { collectioncaseStatus, decisionreason, openitemStatus, paymentStatus } from "#solution/generated/names";
import { bundle, Ledger, reference } from "../../builders/rules/ledger";

/** A debtor with an old item of 80.00 outside the case, and three of 50.00 in it. */
let ledger: Ledger;
let debtorId: string;
let outside: string;
let inside: readonly string[];
let caseId: string;

const put = (itemId: string, into = caseId): string =>
  ledger.store.create("duly_caseitem", { duly_collectioncase: reference("duly_collectioncase", into), duly_openitem: reference("duly_openitem", itemId) });
const open = (...ids: readonly string[]) => ids.map((id) => ledger.store.row("duly_openitem", id).duly_openamount);
const forCase = (id = caseId) => ({ duly_collectioncase: reference("duly_collectioncase", id) });

beforeEach(async () => {
  ledger = new Ledger((await bundle()).text, "2026-03-10");
  debtorId = ledger.debtor("C-1");
  outside = ledger.item(debtorId, { due: "2026-01-05", amount: "80.00" });
  inside = ["2026-02-02", "2026-01-19", "2026-03-02"].map((due) => ledger.item(debtorId, { due, amount: "50.00" }));
  caseId = ledger.store.create("duly_collectioncase", { duly_name: "Delivery of January", duly_debtor: reference("duly_debtor", debtorId) });
  inside.forEach((id) => put(id));
});

test("O-42: three items of 50 in a case, 120 paid against it: 0, 0, 30, the oldest due first; an older item outside it takes nothing", () => {
  const [second = "", first = "", third = ""] = inside;
  const payment = ledger.pay(debtorId, "120.00", forCase());
  expect(open(first, second, third, outside)).toEqual(["0.00", "0.00", "30.00", "80.00"]);
  expect([first, second, third].map((id) => ledger.store.row("duly_openitem", id).statuscode)).toEqual([openitemStatus.paid, openitemStatus.paid, openitemStatus.partlyPaid]);
  expect(ledger.store.all("duly_allocation").map((row) => row.duly_amount)).toEqual(["50.00", "50.00", "20.00"]);
  expect(ledger.store.row("duly_payment", payment).duly_unapplied).toBe("0");
});

test("what the case cannot take goes to the debtor's other items, and the rest stays unapplied", () => {
  const payment = ledger.pay(debtorId, "240.00", forCase());
  expect(open(...inside, outside)).toEqual(["0.00", "0.00", "0.00", "0.00"]);
  expect(ledger.store.row("duly_payment", payment).duly_unapplied).toBe("10.00");
});

test("a payment against a case that is taken back opens its items again", () => {
  const payment = ledger.pay(debtorId, "120.00", forCase());
  ledger.store.update("duly_payment", { id: payment }, { statecode: 1, statuscode: paymentStatus.cancelled });
  expect(open(...inside)).toEqual(["50.00", "50.00", "50.00"]);
});

test("money that is announced for a case holds back its items, not the older one outside it", () => {
  ledger.store.update("duly_company", { id: ledger.companyId }, { duly_transitdays: 5 });
  ledger.pay(debtorId, "150.00", { ...forCase(), statuscode: paymentStatus.announced });
  ledger.night("2026-03-10");
  expect([outside, ...inside].map((id) => ledger.store.row("duly_openitem", id).duly_reason)).toEqual([decisionreason.reminded, ...inside.map(() => decisionreason.paymentInTransit)]);
});

test("an item of another debtor is no item of the case, and its payment is none for it", () => {
  const stranger = ledger.debtor("C-2");
  const theirs = ledger.item(stranger, { due: "2026-02-02", amount: "10.00" });
  expect(() => put(theirs)).toThrow("DULY-CASE-002 The open item INV-5/1 is not one of the debtor of the case Delivery of January.");
  expect(() => ledger.pay(stranger, "10.00", forCase())).toThrow("DULY-PAYMENT-007 The case Delivery of January belongs to another debtor.");
  const [line = ""] = ledger.store.all("duly_caseitem").map((row) => String(row.duly_caseitemid));
  expect(() => { ledger.store.update("duly_caseitem", { id: line }, { duly_openitem: reference("duly_openitem", theirs) }); }).toThrow("DULY-CASE-002");
  expect(() => { ledger.store.create("duly_caseitem", forCase()); }).toThrow("DULY-CASE-001 A case item needs a collection case and an open item.");
});

test("a case that holds items stays with its debtor; an announced payment for the case of another is refused as well", () => {
  const other = reference("duly_debtor", ledger.debtor("C-2"));
  const move = (id: string) => { ledger.store.update("duly_collectioncase", { id }, { duly_debtor: other }); };
  expect(() => { move(caseId); }).toThrow("DULY-CASE-003 The case Delivery of January holds items of its debtor and cannot be given to another.");
  const empty = ledger.store.create("duly_collectioncase", { duly_name: "Empty", duly_debtor: reference("duly_debtor", debtorId) });
  expect(() => { move(empty); }).not.toThrow();
  expect(() => ledger.pay(other.id, "10.00", { ...forCase(), statuscode: paymentStatus.announced })).toThrow("DULY-PAYMENT-007");
});

test("what a payment names is served even if it was issued after the payment was booked; of the others only what was there by then", () => {
  const late = ledger.item(debtorId, { due: "2026-03-20", amount: "30.00", issued: "2026-03-09" });
  const prepaid = ledger.store.create("duly_collectioncase", { duly_name: "Order of March", duly_debtor: reference("duly_debtor", debtorId) });
  put(late, prepaid);
  ledger.pay(debtorId, "40.00", { ...forCase(prepaid), duly_valuedate: "2026-03-05" });
  expect(open(late, outside)).toEqual(["0.00", "70.00"]);
});

test("a case begins today unless it says another day; its items carry their names; one that is in an open case stays with its debtor", () => {
  expect(ledger.store.row("duly_collectioncase", caseId)).toMatchObject({ duly_openedon: "2026-03-10" });
  expect(ledger.store.all("duly_caseitem").map((row) => row.duly_name)).toEqual(["INV-2/1", "INV-3/1", "INV-4/1"]);
  const other = ledger.debtor("C-2");
  const move = () => { ledger.store.update("duly_openitem", { id: inside[0] ?? "" }, { duly_debtor: reference("duly_debtor", other) }); };
  expect(move).toThrow("Delivery of January (duly_collectioncase)");
  ledger.store.update("duly_collectioncase", { id: caseId }, { statecode: 1, statuscode: collectioncaseStatus.settled });
  expect(move).not.toThrow();
});

test("a case that is over takes no items; opened again it does", () => {
  ledger.store.update("duly_collectioncase", { id: caseId }, { statecode: 1, statuscode: collectioncaseStatus.cancelled });
  expect(() => put(outside)).toThrow("DULY-CASE-004 The case Delivery of January is settled or cancelled and takes no items.");
  const other = ledger.store.create("duly_collectioncase", { duly_name: "Another", duly_debtor: reference("duly_debtor", debtorId) });
  const line = put(outside, other);
  expect(() => { ledger.store.update("duly_caseitem", { id: line }, forCase()); }).toThrow("DULY-CASE-004");
  ledger.store.update("duly_collectioncase", { id: caseId }, { statecode: 0, statuscode: collectioncaseStatus.open });
  expect(() => { ledger.store.update("duly_caseitem", { id: line }, forCase()); }).not.toThrow();
});

test("a case that was over is opened again without the items that went to another debtor meanwhile", () => {
  const state = (statecode: 0 | 1) => { ledger.store.update("duly_collectioncase", { id: caseId }, { statecode, statuscode: statecode === 0 ? collectioncaseStatus.open : collectioncaseStatus.settled }); };
  state(1);
  state(0);
  state(1);
  ledger.store.update("duly_openitem", { id: inside[0] ?? "" }, { duly_debtor: reference("duly_debtor", ledger.debtor("C-2")) });
  expect(() => { state(0); }).toThrow("DULY-CASE-005 The case Delivery of January cannot be opened again: it holds items that belong to another debtor now (INV-2/1).");
  const line = ledger.store.all("duly_caseitem").find((row) => row.duly_name === "INV-2/1");
  ledger.store.delete("duly_caseitem", { id: String(line?.duly_caseitemid) });
  expect(() => { state(0); }).not.toThrow();
});

test("what a payment is for is changed while it is announced; once applied it stays, for its money lies where it says", () => {
  const other = ledger.store.create("duly_collectioncase", { duly_name: "Another", duly_debtor: reference("duly_debtor", debtorId) });
  put(outside, other);
  const payment = ledger.pay(debtorId, "60.00", { ...forCase(), statuscode: paymentStatus.announced });
  const change = (columns: Parameters<typeof ledger.store.update>[2]) => () => { ledger.store.update("duly_payment", { id: payment }, columns); };
  expect(change(forCase(other))).not.toThrow();
  change({ statuscode: paymentStatus.posted })();
  expect(open(outside, ...inside)).toEqual(["20.00", "50.00", "50.00", "50.00"]);
  for (const columns of [forCase(), { duly_collectioncase: null }, { duly_openitem: reference("duly_openitem", outside) }]) expect(change(columns)).toThrow("DULY-PAYMENT-004");
  expect(change({ ...forCase(other), duly_name: "BANK-9" })).not.toThrow();
});
