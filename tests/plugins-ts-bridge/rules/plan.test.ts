import type { RawRow } from "#bridge/sdk/value";
import { decisionreason, planStatus } from "#solution/generated/names";
import { type Ledger, ledgerOfOneItem, reference } from "../../builders/rules/ledger";

/** 1,200.00 due on Monday 2 March 2026; reminders after 3, 10 and 20 days; the debtor agrees on 9 March to pay 12 × 100 from 1 April. */
let ledger: Ledger;
let debtorId: string;
let itemId: string;
beforeEach(async () => { ({ ledger, debtorId, itemId } = await ledgerOfOneItem("2026-03-02", "1200.00")); });

const item = (): RawRow => ledger.store.row("duly_openitem", itemId);
const agree = (columns: RawRow = {}): string => ledger.store.create("duly_plan", { duly_debtor: reference("duly_debtor", debtorId), duly_count: 12, duly_firston: "2026-04-01", ...columns });
const template = (columns: RawRow): string => ledger.store.put("duly_plantemplate", { duly_name: "Half a year", duly_most: 6, duly_months: 1, duly_least: null, duly_company: null, transactioncurrencyid: null, ...columns });
const propose = (count: number, columns: RawRow = {}): RawRow => ledger.store.execute("duly_ProposePlan", { DebtorId: debtorId, Instalments: count, ...columns });
const payOn = (day: string, amount = "100.00"): void => { ledger.store.nowUtc = `${day}T09:00:00Z`; ledger.pay(debtorId, amount); };

describe("T-22: 1,200 in 12 × 100", () => {
  test("makes twelve instalments a month apart, and protects the item", () => {
    const id = agree();
    const instalments = ledger.store.all("duly_planinstalment");
    expect(instalments.map((row) => row.duly_amount)).toEqual(Array.from({ length: 12 }, () => "100.00"));
    expect([instalments[0]?.duly_dueon, instalments[11]?.duly_dueon, instalments.length]).toEqual(["2026-04-01", "2027-03-01", 12]);
    expect(ledger.store.row("duly_plan", id)).toMatchObject({ duly_amount: "1200.00", duly_takenon: "2026-03-02", duly_openitems: itemId, duly_months: 1 });
    expect(ledger.store.all("duly_planitem")).toMatchObject([{ duly_openitem: { id: itemId }, duly_openamount: "1200.00" }]);
  });

  test("kept: no dunning from the first night to the last, and the plan is kept", () => {
    const id = agree();
    const months = ["2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10", "2026-11", "2026-12", "2027-01", "2027-02", "2027-03"];
    const told: unknown[] = [];
    for (const month of months) {
      payOn(`${month}-01`);
      for (const day of ["01", "02", "15", "27"]) told.push(ledger.night(`${month}-${day}`).Items);
    }
    expect(told).toEqual(told.map(() => 0));
    expect(ledger.store.row("duly_plan", id)).toMatchObject({ statecode: 1, statuscode: planStatus.kept, duly_judgedon: "2027-03-01" });
    expect(item()).toMatchObject({ duly_openamount: "0.00", duly_level: 0 });
  });

  test("a missed instalment breaks it after the grace, and the ladder resumes at the step that was saved", () => {
    ledger.store.update("duly_company", { id: ledger.companyId }, { duly_plangracedays: 3 });
    ledger.night("2026-03-05");
    ledger.store.nowUtc = "2026-03-09T09:00:00Z";
    const id = agree();
    expect(["2026-03-09", "2026-03-12", "2026-03-23", "2026-04-01"].map((day) => ledger.night(day).Items)).toEqual([0, 0, 0, 0]);
    expect(item()).toMatchObject({ duly_level: 1, duly_reason: decisionreason.repaymentPlan });
    payOn("2026-04-01");
    expect(["2026-04-02", "2026-05-01", "2026-05-04", "2026-05-06"].map((day) => ledger.night(day).Items)).toEqual([0, 0, 0, 0]);
    expect(ledger.night("2026-05-07").Items).toBe(1);
    expect(ledger.store.row("duly_plan", id)).toMatchObject({ statuscode: planStatus.broken, duly_judgedon: "2026-05-07" });
    expect(item()).toMatchObject({ duly_level: 2, duly_cycle: 0 });
  });

  test("a plan that is cancelled protects no longer", () => {
    const id = agree();
    expect(ledger.night("2026-03-05").Items).toBe(0);
    ledger.store.update("duly_plan", { id }, { statecode: 1, statuscode: planStatus.cancelled });
    expect(ledger.night("2026-03-06").Items).toBe(1);
  });
});

test("E-39: 1,000 over 3, 6 and 12 months where at most 6 are allowed: 12 is refused, also when the plan is entered", () => {
  ledger.pay(debtorId, "200.00");
  const id = template({});
  const proposed = (count: number) => (JSON.parse(String(propose(count, { PlanTemplateId: id }).Plan)) as { instalments: { amount: string }[] }).instalments.map(({ amount }) => amount);
  expect(proposed(3)).toEqual(["333.34", "333.33", "333.33"]);
  expect(proposed(6)).toEqual(["166.67", "166.67", "166.67", "166.67", "166.66", "166.66"]);
  expect(() => propose(12, { PlanTemplateId: id })).toThrow(/DULY-PLAN-002 12 instalments .* allows 1 to 6/);
  expect(() => agree({ duly_plantemplate: reference("duly_plantemplate", id) })).toThrow("DULY-PLAN-002");
  expect([ledger.store.all("duly_plan"), ledger.store.all("duly_planinstalment")]).toEqual([[], []]);
});

test.each([
  ["an item that is not its own", () => agree({ duly_openitems: "00000000-0000-0000-0000-000000000009" }), "DULY-PLAN-010"],
  ["more than is open", () => agree({ duly_amount: "1200.01", ...ledger.money() }), "DULY-PLAN-007"], ["no debtor", () => agree({ duly_debtor: null }), "DULY-PLAN-013"],
  ["a template of another company", () => agree({ duly_plantemplate: reference("duly_plantemplate", template({ duly_most: 12, duly_company: reference("duly_company", ledger.company("S2")) })) }), "DULY-PLAN-008"],
  ["a template that does not exist", () => agree({ duly_plantemplate: reference("duly_plantemplate", "00000000-0000-0000-0000-000000000009") }), "DULY-PLAN-009"],
  ["instalments below the smallest", () => agree({ duly_plantemplate: reference("duly_plantemplate", template({ duly_most: 12, duly_least: "100.01", ...ledger.money() })) }), "DULY-PLAN-004"],
  ["an item that a plan covers", () => { agree(); agree({ duly_openitems: itemId }); }, "DULY-PLAN-006"], ["another number of instalments later", () => { ledger.store.update("duly_plan", { id: agree() }, { duly_count: 10 }); }, "DULY-PLAN-014"],
])("%s is refused", (_, act, code) => { expect(act).toThrow(code); });

test("a plan whose row lost its day sets its own debtor apart, and no other", () => {
  const id = agree();
  ledger.store.put("duly_plan", { ...ledger.store.row("duly_plan", id), duly_takenon: null });
  ledger.item(ledger.debtor("C-2"), { due: "2026-03-02", amount: "10.00" });
  const night = ledger.night("2026-03-05");
  expect(night).toMatchObject({ Items: 1, Errors: 1 });
  expect(ledger.store.row("duly_run", String(night.RunId)).duly_errorlog).toMatch(/C-1: DULY-PLAN-005/);
});
