import { decisionreason } from "#solution/generated/names";
import { bundle, Ledger, reference } from "../../builders/rules/ledger";

let ledger: Ledger;
beforeEach(async () => { ledger = new Ledger((await bundle()).text, "2026-02-02"); });

const undated = (debtorId: string, issued = "2026-02-02"): string => ledger.item(debtorId, { due: null, amount: "100.00", issued });
const rowOf = (id: string) => ledger.store.row("duly_openitem", id);

test("A-21: an item without a due date is due its terms after the day of issue: the debtor's, else its segment's", () => {
  const segment = ledger.store.put("duly_segment", { duly_name: "Wholesale", duly_order: 1, duly_termsdays: 45 });
  const of = reference("duly_segment", segment);
  const [own, usual] = [undated(ledger.debtor("C-1", { duly_termsdays: 14, duly_segment: of })), undated(ledger.debtor("C-2", { duly_segment: of }))];
  expect([own, usual].map((id) => [rowOf(id).duly_duedate, rowOf(id).duly_originalduedate])).toEqual([["2026-02-16", "2026-02-16"], ["2026-03-19", "2026-03-19"]]);
});

test("A-21: it is then reminded about as any other; without terms it is left alone, and the reason says so", () => {
  const [known, unknown] = [undated(ledger.debtor("C-1", { duly_termsdays: 28 })), undated(ledger.debtor("C-2"))];
  expect(ledger.night("2026-03-05")).toMatchObject({ Communications: 1, Items: 1 });
  expect([known, unknown].map((id) => rowOf(id).duly_reason)).toEqual([decisionreason.reminded, decisionreason.noDueDate]);
});

test("a due date that is given stays, whatever the terms", () => {
  const debtor = ledger.debtor("C-1", { duly_termsdays: 14 });
  expect(rowOf(ledger.item(debtor, { due: "2026-05-01", amount: "1.00", issued: "2026-02-02" })).duly_duedate).toBe("2026-05-01");
});
