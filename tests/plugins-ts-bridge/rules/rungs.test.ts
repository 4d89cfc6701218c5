import type { RawRow } from "#bridge/sdk/value";
import { decisionreason, escalation, openitemStatus } from "#solution/generated/names";
import { bundle, Ledger, reference } from "../../builders/rules/ledger";

/** How items climb, through the rules: the strategy reminds 3, 10 and 20 days after the due date. */
let ledger: Ledger;
let debtorId: string;
beforeEach(async () => {
  ledger = new Ledger((await bundle()).text, "2026-03-02");
  debtorId = ledger.debtor("C-1");
});

interface Explained { readonly nextActionOn: string | null; readonly items: readonly { readonly name: string; readonly reason: string; readonly text: string }[] }
const explain = (asOf: string): Explained => JSON.parse(String(ledger.store.execute("duly_ExplainDecision", { DebtorId: debtorId, AsOf: asOf }).Explanation)) as Explained;
const debt = (due: string, amount = "100.00"): string => ledger.item(debtorId, { due, amount, issued: "2026-01-02" });
const step = (index: number, columns: RawRow): void => { ledger.store.update("duly_strategystep", { id: ledger.stepIds[index] ?? "" }, columns); };
const item = (id: string): RawRow => ledger.store.row("duly_openitem", id);
const march = (from: number, to: number): readonly string[] => Array.from({ length: to - from + 1 }, (_, index) => `2026-03-${String(from + index).padStart(2, "0")}`);
const levels = (): readonly unknown[] => ledger.store.all("duly_communicationline").map((row) => row.duly_level);

describe("A-03: the scheduler is down from 4 to 8 March, while two steps fall due, on the 5th and the 6th", () => {
  beforeEach(() => {
    step(1, { duly_offsetdays: 4 });
    debt("2026-03-02");
    ledger.night("2026-03-03");
  });
  test("one step at a time: the first is told once on the 9th, the second the night after", () => {
    expect(["2026-03-09", "2026-03-09", "2026-03-10", "2026-03-11"].map((day) => [ledger.night(day).Items, levels().length])).toEqual([[1, 1], [1, 1], [1, 2], [0, 2]]);
    expect(levels()).toEqual([1, 2]);
  });
  test("or, where the strategy says so, the highest step due at once", () => {
    ledger.store.update("duly_strategy", { id: ledger.strategyId }, { duly_escalation: escalation.highestDue });
    for (const day of march(9, 13)) ledger.night(day);
    expect(levels()).toEqual([2]);
  });
});

test("A-15: on every day the next date on item and debtor is the day on which the decision will say reminded, and the run of that day is the one that reminds", () => {
  const id = debt("2026-03-02");
  const days = march(2, 31);
  for (const [index, day] of days.entries()) {
    const said = explain(day).items[0]?.reason;
    const before = levels().length;
    ledger.night(day);
    expect([day, levels().length - before]).toEqual([day, said === "reminded" ? 1 : 0]);
    const next = days.slice(index + 1).find((later) => explain(later).items[0]?.reason === "reminded") ?? null;
    expect([day, item(id).duly_nextactionon ?? null]).toEqual([day, next]);
    const { nextActionOn } = explain(day);
    expect([day, ledger.store.row("duly_debtor", debtorId).duly_nextactionon ?? null]).toEqual([day, nextActionOn]);
  }
  expect(levels()).toEqual([1, 2, 3]);
});

test("A-15: reminding by hand is refused when there is nothing to remind of, with the reasons", () => {
  debt("2026-03-20");
  const held = debt("2026-02-02");
  ledger.store.create("duly_hold", { duly_name: "Flood", duly_debtor: reference("duly_debtor", debtorId), duly_openitem: reference("duly_openitem", held), duly_startson: "2026-03-02" });
  expect(() => ledger.store.execute("duly_RemindNow", { DebtorId: debtorId })).toThrow(/^DULY-REMIND-002 .*INV-2\/1: On hold since 2026-03-02/);
  expect(ledger.store.all("duly_communication")).toEqual([]);
});

test("A-16: five items at levels 1 to 3 are one message at level 3 that lists all five, each with its own level; each item's history has its own levels", () => {
  const ids = ["2026-03-03", "2026-03-03", "2026-03-13", "2026-03-13", "2026-03-20"].map((due) => debt(due));
  for (const day of march(2, 23)) ledger.night(day);
  const last = ledger.store.all("duly_communication").at(-1);
  expect(last).toMatchObject({ duly_level: 3, duly_plannedon: "2026-03-23", duly_total: "500.00" });
  expect(String(last?.duly_body).match(/<li>INV-\d+ /g)).toHaveLength(5);
  const history = (id: string) => ledger.store.all("duly_communicationline").filter((row) => (row.duly_openitem as { id: string }).id === id).map((row) => row.duly_level);
  expect(ids.map(history)).toEqual([[1, 2, 3], [1, 2, 3], [1, 2], [1, 2], [1]]);
  expect(ids.map((id) => item(id).duly_level)).toEqual([3, 3, 2, 2, 1]);
});

test("A-23: of an invoice in two instalments, half due 5 days ago and half in 10 days, the first alone is dunned, with its half", () => {
  const first = debt("2026-03-04", "50.00");
  const second = ledger.store.create("duly_openitem", {
    duly_name: "INV-1/2", duly_invoice: item(first).duly_invoice ?? null, duly_debtor: reference("duly_debtor", debtorId), duly_company: reference("duly_company", ledger.companyId), duly_instalment: 2,
    duly_duedate: "2026-03-19", duly_amount: "50.00", ...ledger.money(),
  });
  expect(ledger.night("2026-03-09")).toMatchObject({ Communications: 1, Items: 1 });
  expect(ledger.store.all("duly_communication")[0]).toMatchObject({ duly_total: "50.00" });
  expect([first, second].map((id) => item(id).duly_reason)).toEqual([decisionreason.reminded, decisionreason.notOverdue]);
});

test("A-25: an item that comes 42 days late climbs one step, and the explanation says which step was passed over and why", () => {
  debt("2026-01-19");
  expect(explain("2026-03-02").items[0]?.text).toBe("Reminded on 2026-03-02 by step 1: 100.00 EUR open, 42 days past due. By its days step 3 would be due; the strategy climbs one step at a time.");
  for (const day of march(2, 9)) ledger.night(day);
  expect(levels()).toEqual([1, 2]);
  debt("2026-03-09");
  expect(explain("2026-03-12").items[1]?.text).toBe("Reminded on 2026-03-12 by step 1: 100.00 EUR open, 3 days past due.");
});

test("A-45: the payment deadline of a step is printed, and the next step waits until the day after it", () => {
  step(0, { duly_deadlinedays: 14 });
  const text = ledger.store.all("duly_templatetext")[0];
  ledger.store.update("duly_templatetext", { id: String(text?.duly_templatetextid) }, { duly_body: "<p>Pay {{total}} by {{paymentDeadline}}.</p>" });
  debt("2026-03-02");
  for (const day of march(2, 19)) ledger.night(day);
  expect(ledger.store.all("duly_communication").map((row) => [row.duly_plannedon, row.duly_deadline, row.duly_body])).toEqual([["2026-03-05", "2026-03-19", "<p>Pay EUR\u00a0100.00 by 19 March 2026.</p>"]]);
  ledger.night("2026-03-20");
  expect(levels()).toEqual([1, 2]);
});

test("L-17: 4.99 open against the company's tolerance of 5.00 is excluded with the reason in words; 5.00 is not", () => {
  ledger.store.update("duly_company", { id: ledger.companyId }, { duly_minimumamount: "5.00", ...ledger.money() });
  const [trifle, enough] = [debt("2026-03-02", "4.99"), debt("2026-03-02", "5.00")];
  expect(explain("2026-03-05").items[0]?.text).toBe("4.99 EUR open, less than the company's tolerance of 5.00 EUR.");
  ledger.night("2026-03-05");
  expect([trifle, enough].map((id) => [item(id).duly_reason, item(id).statuscode])).toEqual([[decisionreason.belowTolerance, openitemStatus.open], [decisionreason.reminded, openitemStatus.open]]);
});
