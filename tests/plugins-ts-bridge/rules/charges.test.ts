import type { RawRow } from "#bridge/sdk/value";
import { chargebase, chargekind, chargeStatus, communicationStatus, debtorkind, openitemStatus, paidcharges, paymentStatus, ratefixing } from "#solution/generated/names";
import { bundle, Ledger } from "../../builders/rules/ledger";

/** Charges as rows. The strategy reminds 3, 10 and 20 days after the due date, Monday 2 March 2026; its first step charges 5.00 EUR and statutory interest. */
let text: string;
beforeAll(async () => { ({ text } = await bundle()); });

const ref = (logicalName: string, id: string) => ({ logicalName, id });
const kinds = new Map(Object.entries(chargekind).map(([name, value]) => [value as number, name]));

class Charged extends Ledger {
  readonly debtorId: string;
  readonly itemId: string;

  constructor(parts: { company?: RawRow; debtor?: RawRow; amount?: string; currency?: string; rule?: RawRow | null; step?: RawRow } = {}) {
    super(text, "2026-03-02");
    this.store.update("duly_company", { id: this.companyId }, { duly_country: "HU", ...parts.company });
    const [template] = this.store.all("duly_templatetext");
    this.store.update("duly_templatetext", { id: String(template?.duly_templatetextid) }, { duly_body: "{{total}} fee {{fee}} interest {{interest}} flat {{flatCost}} all {{charges}} pay {{grandTotal}}{{#items}} item {{charges}}{{/items}}" });
    this.store.update("duly_strategystep", { id: this.stepIds[0] ?? "" }, { duly_fee: chargebase.fixed, duly_feeamount: "5.00", ...this.money(), duly_interest: true, ...parts.step });
    if (parts.rule !== null) this.rule("HU", { duly_currencycode: null, ...parts.rule });
    this.rate("ECB", "2026-01-01", "2.15");
    this.debtorId = this.debtor("C-1", parts.debtor);
    this.itemId = this.item(this.debtorId, { due: "2026-03-02", amount: parts.amount ?? "10000.00", ...(parts.currency === undefined ? {} : { currency: parts.currency }) });
  }

  rule(code: string, columns: RawRow = {}): string {
    return this.store.put("duly_interestrule", {
      duly_code: code, duly_country: "HU", duly_debtorkind: debtorkind.company, duly_validfrom: "2016-03-24", duly_validto: null, duly_ratecode: "ECB", duly_margin: "8.0000",
      duly_fixing: ratefixing.halfYear, duly_flatamount: "40.00", duly_flatcurrency: "EUR", ...columns,
    });
  }
  rate(code: string, day: string, rate: string): void { this.store.put("duly_interestrate", { duly_name: `${code} ${day}`, duly_code: code, duly_validfrom: day, duly_rate: rate }); }

  get charges(): readonly string[] { return this.store.all("duly_charge").map((row) => `${kinds.get(Number(row.duly_kind))} ${String(row.duly_amount)}`); }
  get messages(): readonly RawRow[] { return this.store.all("duly_communication"); }
  states(): readonly unknown[] { return this.store.all("duly_charge").map((row) => row.statuscode); }
}

test("a message's charges are created with it, told by merge fields and frozen on message and line", () => {
  const ledger = new Charged();
  expect(ledger.night("2026-03-05")).toMatchObject({ Communications: 1, Errors: 0 });
  // 3 days at 10.15 % of 10,000.00.
  expect(ledger.charges).toEqual(["fee 5.00", "interest 8.34", "flatCost 40.00"]);
  const m = (amount: string) => `EUR\u00a0${amount}`;
  expect(ledger.messages[0]).toMatchObject({
    duly_charges: "53.34", duly_total: "10000.00",
    duly_body: `${m("10,000.00")} fee ${m("5.00")} interest ${m("8.34")} flat ${m("40.00")} all ${m("53.34")} pay ${m("10,053.34")} item ${m("53.34")}`,
  });
  expect(ledger.store.all("duly_communicationline")[0]).toMatchObject({ duly_openamount: "10000.00", duly_charges: "53.34" });
  expect(ledger.store.all("duly_charge")[1]).toMatchObject({
    duly_startson: "2026-03-03", duly_endson: "2026-03-05", duly_rates: "2026-03-03 – 2026-03-05: 3 days, 10.15 % of 10000.00 EUR",
    duly_openitem: ref("duly_openitem", ledger.itemId), duly_communication: ref("duly_communication", String(ledger.messages[0]?.duly_communicationid)),
    duly_strategystep: ref("duly_strategystep", ledger.stepIds[0] ?? ""), duly_uniquekey: `interest|${ledger.itemId}|${ledger.stepIds[0] ?? ""}|0`,
  });
});

test("A-01: the same day run 100 times makes one message and one fee", () => {
  const ledger = new Charged();
  for (let time = 0; time < 100; time += 1) ledger.night("2026-03-05");
  expect([ledger.messages.length, ledger.charges.filter((one) => one.startsWith("fee"))]).toEqual([1, ["fee 5.00"]]);
});

test("A-01: two callers who play the same night at once make one message and one fee, and the data refuse a second line of item, step and cycle", () => {
  const ledger = new Charged();
  ledger.store.nowUtc = "2026-03-05T02:00:00Z";
  const runs = [0, 1].map(() => ledger.store.execute("duly_StartRun", { CompanyId: ledger.companyId }));
  const counts = [...runs, ...runs].map(({ RunId = "", Cursor = "" }) => ledger.store.execute("duly_ProcessRunPage", { RunId, Cursor }).Communications);
  for (const { RunId = "" } of runs) ledger.store.execute("duly_FinishRun", { RunId });
  expect([counts, ledger.messages.length, ledger.charges, ledger.store.all("duly_run").length]).toEqual([[1, 0, 0, 0], 1, ["fee 5.00", "interest 8.34", "flatCost 40.00"], 1]);
  const [line] = ledger.store.all("duly_communicationline");
  const key = { duly_openitem: line?.duly_openitem ?? null, duly_strategystep: line?.duly_strategystep ?? null, duly_cycle: line?.duly_cycle ?? null };
  expect(() => ledger.store.create("duly_communicationline", { duly_name: "again", ...key })).toThrow(/exists/);
});

test("A-02: the fee of an item and step is unique in the data: a second row is refused", () => {
  const ledger = new Charged();
  ledger.night("2026-03-05");
  const [fee] = ledger.store.all("duly_charge");
  expect(() => ledger.store.create("duly_charge", { duly_name: "again", duly_uniquekey: fee?.duly_uniquekey ?? "" })).toThrow(/exists/);
  ledger.night("2026-03-06");
  expect(ledger.charges).toHaveLength(3);
});

test("A-08: fee and interest are reckoned from what is open after a part payment", () => {
  const ledger = new Charged({ step: { duly_fee: chargebase.percent, duly_feepercent: "1.0000" }, rule: { duly_flatamount: null } });
  ledger.store.nowUtc = "2026-03-02T09:00:00Z";
  ledger.pay(ledger.debtorId, "7500.00");
  ledger.night("2026-03-05");
  // 1 % of 2,500.00; 3 days at 10.15 % of 2,500.00.
  expect(ledger.charges).toEqual(["fee 25.00", "interest 2.09"]);
});

test("L-02: a part payment splits the interest, the flat cost stays one over two reminders, a consumer owes none", () => {
  const ledger = new Charged();
  ledger.store.update("duly_strategystep", { id: ledger.stepIds[1] ?? "" }, { duly_interest: true });
  ledger.night("2026-03-05");
  ledger.store.nowUtc = "2026-03-06T09:00:00Z";
  ledger.pay(ledger.debtorId, "5000.00");
  ledger.night("2026-03-12");
  // To the 6th (its own day too) on 10,000.00, 6 days on 5,000.00: 11.12 + 8.34 = 19.47 in all, 8.34 of it charged before.
  expect(ledger.charges).toEqual(["fee 5.00", "interest 8.34", "flatCost 40.00", "interest 11.13"]);
  expect(ledger.messages[1]).toMatchObject({ duly_charges: "64.47" });
  const consumer = new Charged({ debtor: { duly_kind: debtorkind.naturalPerson }, rule: { duly_debtorkind: null } });
  consumer.night("2026-03-05");
  expect(consumer.charges).toEqual(["fee 5.00", "interest 8.34"]);
});

test("L-03: a Hungarian invoice is charged 40 EUR at the official rate of the first day of interest: 15,820 HUF, unchanged later", () => {
  const ledger = new Charged({ amount: "1000000", currency: "HUF", step: { duly_fee: chargebase.none }, rule: { duly_margin: null } });
  const rate = (day: string, rate: string) => ledger.store.put("duly_dailyrate", { duly_name: day, duly_fromcurrency: "EUR", duly_tocurrency: "HUF", duly_day: day, duly_rate: rate });
  rate("2026-03-02", "390.10");
  rate("2026-03-03", "395.50000000");
  ledger.night("2026-03-05");
  rate("2026-03-04", "410.00");
  ledger.store.update("duly_strategystep", { id: ledger.stepIds[1] ?? "" }, { duly_interest: true });
  ledger.night("2026-03-12");
  expect([ledger.charges, ledger.messages.map((one) => one.duly_charges)]).toEqual([["flatCost 15820"], ["15820", "15820"]]);
});

describe("L-18: charges are off, shown or posted", () => {
  test.each([
    ["no rule is active", { rule: { statecode: 1 } }, ["fee 5.00"]],
    ["the step does not tell interest", { step: { duly_interest: false } }, ["fee 5.00"]],
    ["the step has no fee", { step: { duly_fee: chargebase.none } }, ["interest 8.34", "flatCost 40.00"]],
    ["nothing is switched on", { rule: null, step: { duly_fee: null, duly_interest: null } }, []],
  ])("%s", (_name, parts, expected) => {
    const ledger = new Charged(parts);
    ledger.night("2026-03-05");
    expect(ledger.charges).toEqual(expected);
  });
  test.each([[null, chargeStatus.shown], [false, chargeStatus.shown], [true, chargeStatus.posted]])("where the company posts charges (%s)", (posts, status) => {
    const ledger = new Charged({ company: { duly_postcharges: posts } });
    ledger.night("2026-03-05");
    expect(new Set(ledger.states())).toEqual(new Set([status]));
  });
  test("a waiver needs a reason and keeps it; what was waived is not told again", () => {
    const ledger = new Charged();
    ledger.night("2026-03-05");
    const id = String(ledger.store.all("duly_charge")[2]?.duly_chargeid);
    const waive = (reason?: string) => ledger.store.update("duly_charge", { id }, { statecode: 1, statuscode: chargeStatus.waived, ...(reason === undefined ? {} : { duly_waivereason: reason }) });
    expect(() => waive()).toThrow(/DULY-CHARGE-008/);
    expect(() => waive("  ")).toThrow(/DULY-CHARGE-008/);
    ledger.store.nowUtc = "2026-03-06T09:00:00Z";
    waive("Goodwill");
    expect(ledger.store.row("duly_charge", id)).toMatchObject({ duly_waivereason: "Goodwill", duly_waivedon: "2026-03-06T09:00:00Z" });
    ledger.night("2026-03-12");
    expect(ledger.messages[1]).toMatchObject({ duly_charges: "13.34" });
  });
});

describe("A-10: the principal is paid while the fee of 10 is open", () => {
  const paidLedger = (option: number | null) => {
    const ledger = new Charged({ company: { duly_paidcharges: option }, rule: null, step: { duly_feeamount: "10.00" } });
    ledger.night("2026-03-05");
    ledger.store.nowUtc = "2026-03-06T09:00:00Z";
    ledger.pay(ledger.debtorId, "10000.00");
    expect(ledger.store.row("duly_openitem", ledger.itemId).statuscode).toBe(openitemStatus.paid);
    return ledger.store.all("duly_charge")[0];
  };
  test.each([paidcharges.keep, null])("option keep (%s): 10 stay open", (option) => {
    expect(paidLedger(option)).toMatchObject({ statecode: 0, statuscode: chargeStatus.shown, duly_amount: "10.00" });
  });
  test("option waive: it is waived, and the row says why and when", () => {
    expect(paidLedger(paidcharges.waive)).toMatchObject({ statecode: 1, statuscode: chargeStatus.waived, duly_waivereason: "The principal was paid on 2026-03-06.", duly_waivedon: "2026-03-06T09:00:00Z" });
  });
});

describe("A-44: the payment that closed an item is taken back", () => {
  const { returned, cancelled } = paymentStatus;
  const paidBack = (company: RawRow, statuscode: number, meanwhile: (ledger: Charged) => void = () => undefined) => {
    const ledger = new Charged({ company: { duly_paidcharges: paidcharges.waive, ...company } });
    ledger.night("2026-03-05");
    ledger.store.nowUtc = "2026-03-09T09:00:00Z";
    const payment = ledger.pay(ledger.debtorId, "10000.00", { duly_valuedate: "2026-03-06" });
    expect(ledger.store.all("duly_charge").map((row) => [row.statuscode, row.duly_waivereason])).toEqual(Array(3).fill([chargeStatus.waived, "The principal was paid on 2026-03-06."]));
    meanwhile(ledger);
    ledger.store.nowUtc = "2026-03-10T09:00:00Z";
    ledger.store.update("duly_payment", { id: payment }, { statecode: 1, statuscode });
    return ledger;
  };
  test.each([["shown", {}], ["posted", { duly_postcharges: true }]] as const)("its charges are asked for again, %s", (state, company) => {
    const ledger = paidBack(company, returned);
    expect(ledger.store.all("duly_charge").map((row) => [row.statecode, row.statuscode, row.duly_waivereason, row.duly_waivedon])).toEqual(Array(3).fill([0, chargeStatus[state], null, null]));
    ledger.night("2026-03-12");
    expect(ledger.messages[1]).toMatchObject({ duly_charges: "53.34" });
  });
  test("a charge that a person waived stays waived", () => {
    const waiveFee = (ledger: Charged) => ledger.store.update("duly_charge", { id: String(ledger.store.all("duly_charge")[0]?.duly_chargeid) }, { duly_waivereason: "Goodwill" });
    expect(paidBack({}, cancelled, waiveFee).states()).toEqual([chargeStatus.waived, chargeStatus.shown, chargeStatus.shown]);
  });
  test("a message that did not leave because its item was paid told nobody anything: its charges are not asked for, but for what a person waived nothing is left", () => {
    const suppressed = (ledger: Charged) => {
      ledger.store.update("duly_charge", { id: String(ledger.store.all("duly_charge")[0]?.duly_chargeid) }, { duly_waivereason: "Goodwill" });
      ledger.store.update("duly_communication", { id: String(ledger.messages[0]?.duly_communicationid) }, { statecode: 1, statuscode: communicationStatus.suppressed });
    };
    expect(paidBack({}, returned, suppressed).states()).toEqual([chargeStatus.waived]);
  });
});

describe("A-46: a manual reminder charges as the step does, unless the user says otherwise", () => {
  test.each([
    [{ MoveLadder: true }, ["fee 5.00", "interest 5.56", "flatCost 40.00"]],
    [{ MoveLadder: true, WithoutCharges: true }, []],
    [{}, []],
  ])("%j", (input, expected) => {
    const ledger = new Charged();
    ledger.store.nowUtc = "2026-03-04T10:00:00Z";
    ledger.store.execute("duly_RemindNow", { DebtorId: ledger.debtorId, ...input });
    expect([ledger.messages.length, ledger.charges]).toEqual([1, expected]);
  });
  test("the run of the next days does not charge the step again", () => {
    const ledger = new Charged();
    ledger.store.nowUtc = "2026-03-04T10:00:00Z";
    ledger.store.execute("duly_RemindNow", { DebtorId: ledger.debtorId, MoveLadder: true });
    ledger.night("2026-03-05");
    expect(ledger.charges).toHaveLength(3);
  });
});

test("a message that is suppressed told nobody anything: its charges go, and the next message makes them anew", () => {
  const ledger = new Charged();
  ledger.night("2026-03-05");
  ledger.store.nowUtc = "2026-03-05T08:00:00Z";
  ledger.store.update("duly_communication", { id: String(ledger.messages[0]?.duly_communicationid) }, { statecode: 1, statuscode: communicationStatus.suppressed });
  expect(ledger.charges).toEqual([]);
  ledger.night("2026-03-06");
  expect(ledger.charges).toEqual(["fee 5.00", "interest 11.12", "flatCost 40.00"]);
});

describe("what would be charged is told before the night", () => {
  interface Told { communications: { charges: string }[]; items: { reason: string; text: string }[]; errors: string[]; nextActionOn: string | null }
  const explain = (ledger: Charged, asOf: string) => JSON.parse(String(ledger.store.execute("duly_ExplainDecision", { DebtorId: ledger.debtorId, AsOf: asOf }).Explanation)) as Told;
  const foresee = (ledger: Charged) => ledger.store.execute("duly_ForecastActivities", { DebtorId: ledger.debtorId });

  test("an explanation and a forecast tell the charges that the nights then make, with those made before", () => {
    const ledger = new Charged({ step: {} });
    ledger.store.update("duly_strategystep", { id: ledger.stepIds[1] ?? "" }, { duly_interest: true });
    const foreseen = (JSON.parse(String(foresee(ledger).Activities)) as { day: string; charges: string }[]).map(({ day, charges }) => [day, charges]);
    const explained = explain(ledger, "2026-03-05").communications.map(({ charges }) => charges);
    for (const day of ["2026-03-05", "2026-03-12", "2026-03-23"]) ledger.night(day);
    const made = ledger.messages.map((row) => [row.duly_plannedon, row.duly_charges]);
    expect(made).toHaveLength(3);
    expect([explained, foreseen]).toEqual([["53.34"], made]);
  });

  test("where the night would set the debtor apart, both say so with the same words", () => {
    const ledger = new Charged({ rule: { duly_ratecode: "NONE" } });
    const { communications, items, errors, nextActionOn } = explain(ledger, "2026-03-05");
    const { Activities, Hindered } = foresee(ledger);
    expect(ledger.night("2026-03-05")).toMatchObject({ Errors: 1, Communications: 0 });
    const text = String(ledger.store.all("duly_run")[0]?.duly_errorlog).trim().replace("C-1: ", "");
    expect(text).toMatch(/^DULY-CHARGE-005/);
    expect([communications, errors, items.map(({ reason }) => reason), nextActionOn]).toEqual([[], [text], ["error"], ledger.store.row("duly_debtor", ledger.debtorId).duly_nextactionon]);
    expect([Activities, Hindered]).toEqual(["[]", `2026-03-05: ${text}`]);
  });
});

describe("a row that is wrong sets apart only the debtors that need it, and is named", () => {
  const logOf = (ledger: Ledger) => String(ledger.store.all("duly_run")[0]?.duly_errorlog);
  test.each<[string, ConstructorParameters<typeof Charged>[0], RegExp]>([
    ["a fixed fee without amount", { step: { duly_feeamount: null } }, /DULY-CHARGE-001 The step Step 1 .*duly_feeamount/],
    ["a flat cost of an unknown currency", { rule: { duly_flatcurrency: "XXX" } }, /DULY-CHARGE-003 The interest rule HU .*duly_flatcurrency/],
    ["a base rate that is not there", { rule: { duly_ratecode: "NONE" } }, /DULY-CHARGE-005 .*HU.*NONE.*2026-01-01/],
    ["bands that are missing", { step: { duly_fee: chargebase.bands } }, /DULY-CHARGE-001 .*duly_feeband/],
  ])("%s", (_name, parts, expected) => {
    const ledger = new Charged(parts);
    const other = ledger.store.put("duly_strategy", { duly_name: "Free", duly_code: "free" });
    ledger.store.put("duly_strategystep", { duly_name: "Free 1", duly_strategy: ref("duly_strategy", other), duly_sequence: 1, duly_offsetdays: 3, duly_channel: 591850000, duly_template: ref("duly_template", ledger.templateId) });
    ledger.item(ledger.debtor("C-2", { duly_strategy: ref("duly_strategy", other) }), { due: "2026-03-02", amount: "50.00" });
    expect(ledger.night("2026-03-05")).toMatchObject({ Errors: 1, Communications: 1, Status: "CompletedWithErrors" });
    expect(logOf(ledger)).toMatch(expected);
    expect(ledger.charges).toEqual([]);
  });
});
