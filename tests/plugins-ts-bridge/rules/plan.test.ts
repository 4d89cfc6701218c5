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
  expect(ledger.store.row("duly_run", String(night.RunId)).duly_errorlog).toMatch(/C-1: DULY-PLAN-005 .*table duly_plan, .*column duly_takenon/);
});

describe("the instalments of a plan stay as they were agreed", () => {
  const instalment = (): string => String(ledger.store.all("duly_planinstalment")[1]?.duly_planinstalmentid);
  const change = (columns: RawRow) => () => { ledger.store.update("duly_planinstalment", { id: instalment() }, columns); };
  beforeEach(() => { agree(); });

  test.each([
    ["moved", change({ duly_dueon: "2027-06-01" })], ["emptied", change({ duly_dueon: null })], ["made less", change({ duly_amount: "1.00" })], ["renumbered", change({ duly_sequence: 13 })],
    ["deleted", () => { ledger.store.delete("duly_planinstalment", { id: instalment() }); }],
    ["added", () => { ledger.store.create("duly_planinstalment", { duly_name: "13", duly_plan: ledger.store.all("duly_planinstalment")[0]?.duly_plan ?? null, duly_sequence: 2, duly_dueon: "2027-06-01", duly_amount: "1.00" }); }],
  ])("one is not %s by hand", (_, act) => { expect(act).toThrow("DULY-PLAN-016 The instalments of a repayment plan stay as they were agreed; what was asked for touches instalment 2"); });

  test("the same values may be sent again, and a name may change", () => {
    change({ duly_name: "February", duly_dueon: "2026-05-01", duly_amount: "100.0000" })();
    expect(ledger.store.row("duly_planinstalment", instalment()).duly_name).toBe("February");
  });

  test("a day that is missing sets the debtor apart, named by table, row and column; it may be entered", () => {
    ledger.store.put("duly_planinstalment", { ...ledger.store.row("duly_planinstalment", instalment()), duly_dueon: null });
    const night = ledger.night("2026-03-05");
    expect(ledger.store.row("duly_run", String(night.RunId)).duly_errorlog).toMatch(/DULY-PLAN-005 .*table duly_planinstalment, row 2, column duly_dueon/);
    change({ duly_dueon: "2026-05-01" })();
    expect(ledger.night("2026-03-06")).toMatchObject({ Errors: 0, Items: 0 });
  });

  test("an item is not taken out by hand while the plan is open, and its debtor is not reminded", () => {
    const out = () => { ledger.store.delete("duly_planitem", { id: String(ledger.store.all("duly_planitem")[0]?.duly_planitemid) }); };
    expect(out).toThrow(/DULY-PLAN-017 The item .* cannot be taken out of the open repayment plan/);
    expect(ledger.night("2026-03-05")).toMatchObject({ Communications: 0, Errors: 0 });
    ledger.store.update("duly_plan", { id: String(ledger.store.all("duly_plan")[0]?.duly_planid) }, { statecode: 1, statuscode: planStatus.cancelled });
    out();
    expect(ledger.store.all("duly_planitem")).toEqual([]);
  });

  test("a plan that is deleted takes them and its items with it", () => {
    ledger.store.delete("duly_plan", { id: String(ledger.store.all("duly_plan")[0]?.duly_planid) });
    expect([ledger.store.all("duly_planinstalment"), ledger.store.all("duly_planitem")]).toEqual([[], []]);
  });
});

describe("a plan that is taken up again", () => {
  const close = (id: string): void => { ledger.store.update("duly_plan", { id }, { statecode: 1, statuscode: planStatus.cancelled }); };
  const reopen = (id: string): void => { ledger.store.update("duly_plan", { id }, { statecode: 0, statuscode: planStatus.open }); };

  test("protects again", () => {
    const id = agree();
    close(id);
    reopen(id);
    expect([ledger.night("2026-03-05").Items, item().duly_reason]).toEqual([0, decisionreason.repaymentPlan]);
  });

  test("is refused beside another about the same item", () => {
    const id = agree();
    close(id);
    agree();
    expect(() => { reopen(id); }).toThrow("DULY-PLAN-006 The item INV-1/1");
  });

  test("is refused when its item is another debtor's by now", () => {
    const id = agree();
    close(id);
    ledger.store.update("duly_openitem", { id: itemId }, { duly_debtor: reference("duly_debtor", ledger.debtor("C-2")) });
    expect(() => { reopen(id); }).toThrow("DULY-PLAN-015 The item INV-1/1");
  });
});
