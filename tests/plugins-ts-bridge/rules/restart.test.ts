import type { RawRow } from "#bridge/sdk/value";
import { communicationStatus as status, ladder, policychange } from "#solution/generated/names";
import { type Ledger, ledgerOfOneItem, reference } from "../../builders/rules/ledger";

/** Reminders 3, 10 and 20 days after Monday 2 March 2026 by a strategy whose ladders begin again when it changes; the night of the 5th told step 1. */
let ledger: Ledger;
let debtorId: string;
let itemId: string;
beforeEach(async () => {
  ({ ledger, debtorId, itemId } = await ledgerOfOneItem("2026-03-02"));
  ledger.store.update("duly_strategy", { id: ledger.strategyId }, { duly_policychange: policychange.restart });
  ledger.night("2026-03-05");
});

const step = (index: number, columns: RawRow): void => { ledger.store.update("duly_strategystep", { id: ledger.stepIds[index] ?? "" }, columns); };
const item = (): RawRow => ledger.store.row("duly_openitem", itemId);
const told = (): readonly unknown[] => ledger.store.all("duly_communication").map((row) => [row.duly_plannedon, row.duly_level]);
const at = (moment: string): void => { ledger.store.nowUtc = moment; };

test.each<[what: string, change: () => void]>([
  ["another name of a step", () => { step(2, { duly_name: "Last warning", modifiedon: "2026-03-10T10:00:00Z" }); }],
  ["another name of the strategy", () => { ledger.store.update("duly_strategy", { id: ledger.strategyId }, { duly_name: "Usual", modifiedon: "2026-03-10T10:00:00Z" }); }],
  ["a step saved as it was", () => { step(1, { duly_offsetdays: 10, modifiedon: "2026-03-10T10:00:00Z" }); }],
])("A-41: %s begins no ladder again", (_, change) => {
  at("2026-03-10T10:00:00Z");
  change();
  for (const day of ["2026-03-11", "2026-03-12"]) ledger.night(day);
  expect(told()).toEqual([["2026-03-05", 1], ["2026-03-12", 2]]);
  expect(item()).toMatchObject({ duly_cycle: 0 });
});

test("A-41: a change on the very day of a reminder begins the ladder again the next night, once", () => {
  at("2026-03-05T10:00:00Z");
  step(1, { duly_offsetdays: 9 });
  for (const day of ["2026-03-06", "2026-03-09", "2026-03-11", "2026-03-12"]) ledger.night(day);
  expect(told()).toEqual([["2026-03-05", 1], ["2026-03-06", 1], ["2026-03-12", 2]]);
  expect(item()).toMatchObject({ duly_cycle: 1, duly_level: 2, duly_attempts: 2 });
});

test("A-41: a variant that is added counts as well; a change that is taken back before the night does not", () => {
  step(1, { duly_offsetdays: 9 });
  step(1, { duly_offsetdays: 10 });
  ledger.night("2026-03-06");
  expect(told()).toEqual([["2026-03-05", 1]]);
  ledger.store.put("duly_stepvariant", { duly_name: "After an order", duly_strategystep: reference("duly_strategystep", ledger.stepIds[1] ?? ""), duly_sequence: 1, duly_context: 591850000, duly_days: 5, duly_skip: true, duly_template: null, duly_channel: null, statecode: 0 });
  ledger.night("2026-03-09");
  expect(told()).toEqual([["2026-03-05", 1], ["2026-03-09", 1]]);
});

test("A-41: an item that climbs another strategy from now on goes on where it stands", () => {
  const other = ledger.store.put("duly_strategy", { duly_name: "Firm", duly_code: "firm", duly_policychange: policychange.restart, statecode: 0 });
  const first = Object.fromEntries(Object.entries(ledger.store.row("duly_strategystep", ledger.stepIds[0] ?? "")).filter(([column]) => column !== "duly_strategystepid"));
  for (const [index, days] of [2, 8].entries()) ledger.store.put("duly_strategystep", { ...first, duly_name: `Firm ${index}`, duly_strategy: reference("duly_strategy", other), duly_sequence: index + 1, duly_offsetdays: days });
  ledger.store.update("duly_debtor", { id: debtorId }, { duly_strategy: reference("duly_strategy", other) });
  for (const day of ["2026-03-06", "2026-03-11"]) ledger.night(day);
  expect(told()).toEqual([["2026-03-05", 1], ["2026-03-11", 2]]);
});

test.each([[status.ready, 2], [status.cancelled, 2]])("A-41: a ladder that began again with a step that waits for a second person goes on once that one answered (%d)", (answer, level) => {
  step(0, { duly_approval: true });
  ledger.night("2026-03-06");
  expect(told()).toEqual([["2026-03-05", 1], ["2026-03-06", 1]]);
  at("2026-03-06T10:00:00Z");
  ledger.store.userId = "00000000-0000-4000-8000-0000000b0b0b";
  ledger.store.update("duly_communication", { id: String(ledger.store.all("duly_communication").at(-1)?.duly_communicationid) }, { statuscode: answer });
  ledger.store.userId = "00000000-0000-4000-8000-0000000a0a0a";
  for (const day of ["2026-03-09", "2026-03-13"]) ledger.night(day);
  expect(told().slice(2)).toEqual([["2026-03-13", level]]);
  expect(item()).toMatchObject({ duly_cycle: 1 });
});

test("A-41: where the debtor climbs as a whole, all its items begin again in one message, once", () => {
  ledger.store.update("duly_strategy", { id: ledger.strategyId }, { duly_ladder: ladder.debtor });
  ledger.night("2026-03-06");
  ledger.item(debtorId, { due: "2026-03-03", amount: "40.00" });
  for (const day of ["2026-03-09", "2026-03-16"]) ledger.night(day);
  expect(told()).toEqual([["2026-03-05", 1], ["2026-03-06", 1], ["2026-03-16", 2]]);
  at("2026-03-17T10:00:00Z");
  step(2, { duly_offsetdays: 21 });
  for (const day of ["2026-03-18", "2026-03-19", "2026-03-25"]) ledger.night(day);
  expect(told().slice(3)).toEqual([["2026-03-18", 1], ["2026-03-25", 2]]);
  expect(ledger.store.all("duly_openitem").map((row) => [row.duly_level, row.duly_cycle])).toEqual([[2, 2], [2, 1]]);
  expect(ledger.store.row("duly_debtor", debtorId)).toMatchObject({ duly_level: 2 });
});
