import { decisionreason, disputeStatus, holdStatus, planStatus, promiseStatus } from "#solution/generated/names";
import { type Ledger, ledgerOfOneItem, reference } from "../../builders/rules/ledger";

/** An item of 100.00, due on Monday 2 March 2026, that is given to another debtor on the 4th. */
let ledger: Ledger;
let debtorId: string;
let itemId: string;
let other: string;
beforeEach(async () => {
  ({ ledger, debtorId, itemId } = await ledgerOfOneItem("2026-03-04"));
  other = ledger.debtor("C-2");
});

const what = () => ({ duly_openitem: reference("duly_openitem", itemId) });
const whose = () => ({ duly_debtor: reference("duly_debtor", debtorId) });
const move = (to: string): void => { ledger.store.update("duly_openitem", { id: itemId }, { duly_debtor: reference("duly_debtor", to) }); };
const owner = () => ledger.store.row("duly_openitem", itemId).duly_debtor;

const agreements = [
  ["dispute", "duly_dispute", { statecode: 1, statuscode: disputeStatus.resolved }, () => ledger.store.create("duly_dispute", { duly_name: "Broken goods", ...what() }), "Broken goods (duly_dispute)"],
  ["hold", "duly_hold", { statecode: 1, statuscode: holdStatus.ended, duly_endson: "2026-03-03" }, () => ledger.store.create("duly_hold", { duly_name: "Flood", ...what(), duly_startson: "2026-03-02", duly_endson: "2026-03-04" }), "Flood (duly_hold)"],
  ["promise", "duly_promise", { statecode: 1, statuscode: promiseStatus.cancelled }, () => ledger.store.create("duly_promise", { duly_name: "By Friday", ...whose(), duly_promisedate: "2026-03-13", ...ledger.money() }), "By Friday (duly_promise)"],
  ["plan", "duly_plan", { statecode: 1, statuscode: planStatus.cancelled }, () => ledger.store.create("duly_plan", { duly_name: "In two parts", ...whose(), duly_count: 2, duly_firston: "2026-04-01" }), "In two parts (duly_plan)"],
] as const;

test.each(agreements)("an item with an open %s stays with its debtor until that is over", (_, table, over, agree, named) => {
  const id = agree();
  expect(() => { move(other); }).toThrow(`DULY-AGREEMENT-006 INV-1/1 cannot be given to another debtor while these are about it, for they would be lost: ${named}. End them or take the item out of them first; with the other debtor they can be made anew.`);
  expect(owner()).toMatchObject({ id: debtorId });
  expect(() => { move(debtorId); }).not.toThrow();
  ledger.store.update(table, { id }, over);
  move(other);
  expect(owner()).toMatchObject({ id: other });
  expect(ledger.night("2026-03-05")).toMatchObject({ Items: 1, Errors: 0 });
});

test("all that is agreed about it is told at once; what is agreed about the debtor or another item is no obstacle", () => {
  const [dispute, , , plan] = agreements.map(([, , , agree]) => agree());
  expect(() => { move(other); }).toThrow("Broken goods (duly_dispute), Flood (duly_hold), By Friday (duly_promise), In two parts (duly_plan)");
  expect([dispute, plan]).not.toContain(undefined);
  const second = ledger.item(debtorId, { due: "2026-03-02", amount: "7.00" });
  ledger.store.create("duly_hold", { duly_name: "Everything", ...whose() });
  ledger.store.update("duly_openitem", { id: second }, { duly_debtor: reference("duly_debtor", other) });
  expect(ledger.store.row("duly_openitem", second).duly_debtor).toMatchObject({ id: other });
});

test("both debtors are looked at after the move, though their day had not come", () => {
  ledger.night("2026-03-05");
  expect(ledger.store.row("duly_debtor", other).duly_nextactionon ?? null).toBeNull();
  ledger.store.nowUtc = "2026-03-06T09:00:00Z";
  move(other);
  expect([debtorId, other].map((id) => ledger.store.row("duly_debtor", id).duly_nextactionon)).toEqual(["2026-03-06", "2026-03-06"]);
  ledger.night("2026-03-06");
  expect(ledger.store.row("duly_openitem", itemId)).toMatchObject({ duly_reason: decisionreason.stepNotDue, duly_level: 1 });
  expect(ledger.store.row("duly_debtor", debtorId)).toMatchObject({ duly_level: 0, duly_nextactionon: null });
});

describe("what was agreed with the debtor before", () => {
  const dispute = () => ledger.store.create("duly_dispute", { duly_name: "Broken goods", ...what() });
  const hold = () => ledger.store.create("duly_hold", { duly_name: "Flood", ...what(), duly_startson: "2026-03-02", duly_endson: "2026-03-03" });
  const closed = { statecode: 1, statuscode: disputeStatus.rejected };

  test.each([
    ["a dispute opened again", "duly_dispute", dispute, { ...closed }, { statecode: 0, statuscode: disputeStatus.open }],
    ["a dispute resolved only later", "duly_dispute", dispute, { ...closed }, { duly_resolvedon: "2026-04-01" }],
    ["a hold that is extended", "duly_hold", hold, {}, { duly_endson: "2026-12-31" }],
    ["a hold without end", "duly_hold", hold, {}, { duly_endson: null }],
    ["a hold taken up again", "duly_hold", hold, { statecode: 1, statuscode: holdStatus.ended }, { statecode: 0, statuscode: holdStatus.active }],
  ] as const)("%s is refused: it would not protect the item from its new debtor's dunning", (_, table, agree, over, again) => {
    const id = agree();
    ledger.store.update(table, { id }, over);
    move(other);
    expect(() => { ledger.store.update(table, { id }, again); }).toThrow("DULY-AGREEMENT-007 The item INV-1/1 is another debtor's by now, so this would protect nothing. Leave it as it is, and make a new one with the debtor who has the item.");
    expect(() => { ledger.store.update(table, { id }, { duly_name: "As it was" }); }).not.toThrow();
    move(debtorId);
    expect(() => { ledger.store.update(table, { id }, again); }).not.toThrow();
    expect(ledger.night("2026-03-05")).toMatchObject({ Items: 0, Errors: 0 });
  });
});
