import { disputeStatus, holdStatus, invoicekind, invoiceStatus } from "#solution/generated/names";
import type { RawRow } from "#bridge/sdk/value";
import { type Ledger, ledgerOfOneItem, reference } from "../../builders/rules/ledger";

let ledger: Ledger;
let debtorId: string;
let itemId: string;
beforeEach(async () => { ({ ledger, debtorId, itemId } = await ledgerOfOneItem("2026-03-05")); });

const whose = () => ({ duly_debtor: reference("duly_debtor", debtorId) });
const what = () => ({ duly_openitem: reference("duly_openitem", itemId) });
const dispute = (columns: RawRow) => ledger.store.create("duly_dispute", { duly_name: "Broken goods", ...columns });
const hold = (columns: RawRow) => ledger.store.create("duly_hold", { duly_name: "Flood", ...columns });

test.each([
  ["a dispute", () => dispute({ ...whose(), ...what() })], ["a dispute that names no debtor", () => dispute(what())],
  ["a hold", () => hold(whose())], ["a hold that names the item alone", () => hold(what())],
])("%s without a first day protects from today", (_, agree) => {
  agree();
  expect(ledger.night("2026-03-06")).toMatchObject({ Items: 0, Errors: 0 });
});

test.each([
  ["a dispute without an item", () => dispute(whose()), "DULY-AGREEMENT-004"],
  ["a hold that names nobody", () => hold({}), "DULY-AGREEMENT-002"],
  ["a hold that ends before it starts", () => hold({ ...whose(), duly_startson: "2026-03-10", duly_endson: "2026-03-09" }), "DULY-AGREEMENT-003"],
  ["another debtor's item", () => dispute({ ...what(), duly_debtor: reference("duly_debtor", ledger.debtor("C-2")) }), "DULY-AGREEMENT-001"],
])("%s is refused: it would protect nothing", (_, agree, code) => expect(agree).toThrow(code));

test("a dispute that is opened again, and a hold that is taken up again, protect again", () => {
  const [disputeId, holdId] = [dispute({ ...what(), duly_openedon: "2026-03-01" }), hold({ ...whose(), duly_startson: "2026-03-01" })];
  ledger.store.update("duly_dispute", { id: disputeId }, { statecode: 1, statuscode: disputeStatus.resolved });
  ledger.store.update("duly_hold", { id: holdId }, { statecode: 1, statuscode: holdStatus.ended });
  ledger.store.update("duly_hold", { id: holdId }, { statecode: 0, statuscode: holdStatus.active });
  expect(ledger.night("2026-03-06").Items).toBe(0);
  ledger.store.update("duly_dispute", { id: disputeId }, { statecode: 0, statuscode: disputeStatus.open });
  ledger.store.update("duly_hold", { id: holdId }, { statecode: 1, statuscode: holdStatus.ended });
  expect(ledger.night("2026-03-09").Items).toBe(0);
  expect(ledger.store.row("duly_dispute", disputeId).duly_resolvedon).toBeNull();
});

test.each([
  ["posted", { statuscode: invoiceStatus.draft }, { statuscode: invoiceStatus.posted }],
  ["no longer cancelled", { statecode: 1, statuscode: invoiceStatus.cancelled }, { statecode: 0, statuscode: invoiceStatus.posted }],
  ["no credit note after all", { duly_kind: invoicekind.creditNote }, { duly_kind: invoicekind.invoice }],
])("a document that is %s is decided anew", (_, before, after) => {
  const invoiceId = String((ledger.store.row("duly_openitem", itemId).duly_invoice as { id: string }).id);
  ledger.store.update("duly_invoice", { id: invoiceId }, before);
  expect(ledger.night("2026-03-05").Items).toBe(0);
  ledger.store.update("duly_invoice", { id: invoiceId }, after);
  expect(ledger.night("2026-03-06").Items).toBe(1);
});

test.each([["duly_dispute", "duly_openedon", () => dispute(what())], ["duly_hold", "duly_startson", () => hold(whose())]] as const)("the first day of a %s is not cleared, and one that lacks it all the same is named in the run", (table, column, agree) => {
  const id = agree();
  expect(() => { ledger.store.update(table, { id }, { [column]: null }); }).toThrow(new RegExp(`DULY-AGREEMENT-005 .*column ${column}`));
  expect(() => { ledger.store.update(table, { id }, { [column]: "2026-03-04" }); }).not.toThrow();
  ledger.store.put(table, { ...ledger.store.row(table, id), [column]: null });
  expect(ledger.night("2026-03-06")).toMatchObject({ Status: "CompletedWithErrors", Errors: 1 });
  expect(ledger.store.all("duly_run")[0]?.duly_errorlog).toBe(`C-1: DULY-DAY-002 ${table === "duly_hold" ? "Flood" : "Broken goods"} (table ${table}, column ${column}) has no day. Enter it.`);
});

test("a hold does not come to end before it starts when it is changed either", () => {
  const id = hold({ ...whose(), duly_startson: "2026-03-04", duly_endson: "2026-03-31" });
  expect(() => { ledger.store.update("duly_hold", { id }, { duly_endson: "2026-03-03" }); }).toThrow("DULY-AGREEMENT-003");
  expect(() => { ledger.store.update("duly_hold", { id }, { duly_startson: "2026-04-01" }); }).toThrow("DULY-AGREEMENT-003");
  ledger.store.update("duly_hold", { id }, { duly_startson: "2026-04-01", duly_endson: "2026-04-30" });
  ledger.store.update("duly_hold", { id }, { statecode: 1, statuscode: holdStatus.ended });
  expect(ledger.store.row("duly_hold", id).duly_endson).toBe("2026-03-05");
});

describe("what protects is not led away from whom and what it protects", () => {
  const second = () => ({ duly_openitem: reference("duly_openitem", ledger.item(debtorId, { due: "2026-03-02", amount: "7.00" })) });
  const elsewhere = () => {
    const other = ledger.debtor("C-2");
    return { duly_debtor: reference("duly_debtor", other), duly_openitem: reference("duly_openitem", ledger.item(other, { due: "2026-03-02", amount: "7.00" })) };
  };

  test.each<[string, "duly_dispute" | "duly_hold", () => string, () => RawRow, string]>([
    ["the debtor of a dispute cleared", "duly_dispute", () => dispute(what()), () => ({ duly_debtor: null }), "DULY-AGREEMENT-002"],
    ["the debtor cleared, the item named again", "duly_dispute", () => dispute(what()), () => ({ duly_debtor: null, ...what() }), "DULY-AGREEMENT-002"],
    ["the debtor of a hold about an item cleared", "duly_hold", () => hold(what()), () => ({ duly_debtor: null }), "DULY-AGREEMENT-002"],
    ["the item of a dispute cleared", "duly_dispute", () => dispute(what()), () => ({ duly_openitem: null }), "DULY-AGREEMENT-004"],
    ["another item in the dispute", "duly_dispute", () => dispute(what()), second, "DULY-AGREEMENT-008"],
    ["another item in the hold", "duly_hold", () => hold(what()), second, "DULY-AGREEMENT-008"],
    ["another debtor's item in the dispute", "duly_dispute", () => dispute(what()), elsewhere, "DULY-AGREEMENT-008"],
    ["another debtor in the hold", "duly_hold", () => hold(whose()), () => ({ duly_debtor: reference("duly_debtor", ledger.debtor("C-2")) }), "DULY-AGREEMENT-008"],
    ["a hold that is narrowed to one item", "duly_hold", () => hold(whose()), second, "DULY-AGREEMENT-008"],
  ])("%s is refused, and the item is not reminded", (_, table, agree, columns, code) => {
    const id = agree();
    const change = columns();
    expect(() => { ledger.store.update(table, { id }, change); }).toThrow(code);
    ledger.night("2026-03-06");
    expect(ledger.store.row("duly_openitem", itemId).duly_level ?? 0).toBe(0);
  });

  test("the same debtor and item again, a hold that comes to cover the whole debtor, and what protects nothing today may be saved", () => {
    const [disputeId, holdId, later] = [dispute(what()), hold(what()), hold({ ...whose(), duly_startson: "2026-06-01" })];
    ledger.store.update("duly_dispute", { id: disputeId }, { ...whose(), ...what() });
    ledger.store.update("duly_hold", { id: holdId }, { duly_openitem: null });
    ledger.store.update("duly_hold", { id: later }, second());
    ledger.store.update("duly_dispute", { id: disputeId }, { statecode: 1, statuscode: disputeStatus.resolved });
    ledger.store.update("duly_dispute", { id: disputeId }, second());
    expect(ledger.night("2026-03-06")).toMatchObject({ Items: 0, Errors: 0 });
  });

  test("a dispute that lost its debtor before may be given it again", () => {
    const id = dispute(what());
    ledger.store.put("duly_dispute", { ...ledger.store.row("duly_dispute", id), duly_debtor: null });
    ledger.store.update("duly_dispute", { id }, whose());
    expect(ledger.night("2026-03-06").Items).toBe(0);
  });
});
