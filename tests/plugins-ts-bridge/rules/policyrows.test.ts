import { channel, chargebase, decisionreason, language, stepcontext } from "#solution/generated/names";
import type { RawRow } from "#bridge/sdk/value";
import { bundle, Ledger, reference } from "../../builders/rules/ledger";

const due = { due: "2026-03-02", amount: "100.00" };
let ledger: Ledger;
beforeEach(async () => { ledger = new Ledger((await bundle()).text, "2026-03-02"); });

const log = (day = "2026-03-05"): string => String(ledger.store.all("duly_run").find((run) => run.duly_asof === day)?.duly_errorlog ?? "");
const company = (columns: RawRow): void => { ledger.store.put("duly_company", { ...ledger.store.row("duly_company", ledger.companyId), ...columns }); };
const debtorRow = (number: string): RawRow => ledger.store.all("duly_debtor").find((row) => row.duly_number === number) ?? {};
const calendar = (weekend: string): RawRow => ({ duly_calendar: reference("duly_calendar", ledger.store.put("duly_calendar", { duly_name: "Never", duly_code: "never", duly_weekend: weekend })) });

test.each<[string, () => RawRow, RegExp]>([
  ["a currency that there is not", () => ({ duly_currencycode: "EURO" }), /DULY-MONEY-006 .*EURO.*Seller S1 \(table duly_company, column duly_currencycode\)/],
  ["a calendar without a working day", () => calendar("0,1,2,3,4,5,6"), /DULY-CALENDAR-003 .*Never \(table duly_calendar, column duly_weekend\)/],
  ["a calendar whose weekend cannot be read", () => calendar("Sunday"), /DULY-CALENDAR-001 .*"Sunday".*Never/],
  ["a tolerance in no currency", () => ({ duly_currencycode: null, duly_minimumamount: "5.00" }), /DULY-MONEY-005 .*duly_company Seller S1 \(column transactioncurrencyid\)/],
  ["a negative tolerance", () => ({ duly_minimumamount: "-5.00" }), /DULY-COMPANY-002 The tolerance of the company Seller S1 is negative: -5\.00 \(table duly_company, column duly_minimumamount\)/],
  ["a time zone that there is not", () => ({ duly_timezone: "Pacific/Atlantis" }), /DULY-CALENDAR-002 The time zone Pacific\/Atlantis of duly_company Seller S1 is not known.*column duly_timezone\./],
])("a company with %s: its debtors are errors of its run, and those of another company are dunned", (_what, columns, message) => {
  const other = ledger.company("S2");
  const items = [ledger.item(ledger.debtor("C-1"), due), ledger.item(ledger.debtor("C-2"), due)];
  ledger.item(ledger.debtor("D-1", {}, other), due);
  company(columns());
  expect(ledger.night("2026-03-05")).toMatchObject({ Status: "CompletedWithErrors", Communications: 0, Errors: 2 });
  expect(log().split("\n").map((line) => [line.slice(0, 4), message.test(line)])).toEqual([["C-1:", true], ["C-2:", true]]);
  expect(items.map((id) => ledger.store.row("duly_openitem", id).duly_reason)).toEqual([decisionreason.error, decisionreason.error]);
  expect(ledger.night("2026-03-05", other)).toMatchObject({ Status: "Completed", Communications: 1 });
  expect(() => ledger.store.execute("duly_ExplainDecision", { DebtorId: String(ledger.store.all("duly_debtor")[0]?.duly_debtorid) })).toThrow(message);
  company({ duly_currencycode: "EUR", duly_calendar: null, duly_minimumamount: null, duly_timezone: null });
  expect(ledger.night("2026-03-06")).toMatchObject({ Status: "Completed", Communications: 2, Errors: 0 });
});

test.each<[string, RawRow, RegExp]>([
  ["a channel", { duly_channel: null }, /DULY-STRATEGY-011 In the strategy Own step 1 has no duly_channel \(table duly_strategystep, column duly_channel\)/],
  ["a number", { duly_sequence: null }, /DULY-STRATEGY-011 In the strategy Own step Own 1 has no duly_sequence/],
  ["a minimum that is one", { duly_minimumamount: "-5.00" }, /DULY-STRATEGY-014 In the strategy Own step 1 has a negative duly_minimumamount \(table duly_strategystep/],
  ["a fee that is one", { duly_fee: chargebase.fixed, duly_feeamount: "-5.00" }, /DULY-CHARGE-010 The Own 1 \(table duly_strategystep\) has a negative duly_feeamount/],
  ["a day", { duly_offsetdays: null }, /DULY-STRATEGY-011 In the strategy Own step 1 has no duly_offsetdays/],
])("a step without %s is an error of those who climb by it, and the others are dunned", (_what, columns, message) => {
  const own = ledger.store.put("duly_strategy", { duly_name: "Own", duly_code: "own" });
  ledger.store.put("duly_strategystep", { duly_name: "Own 1", duly_strategy: reference("duly_strategy", own), duly_sequence: 1, duly_offsetdays: 3, duly_channel: channel.email, duly_template: reference("duly_template", ledger.templateId), ...columns });
  ledger.item(ledger.debtor("C-1", { duly_strategy: reference("duly_strategy", own) }), due);
  ledger.item(ledger.debtor("C-2"), due);
  expect(ledger.night("2026-03-05")).toMatchObject({ Communications: 1, Errors: 1 });
  expect(log()).toMatch(message);
});

test("a step by a further channel that was switched off is an error of those who climb by it, until the row is active again", () => {
  const own = ledger.store.put("duly_strategy", { duly_name: "Own", duly_code: "own" });
  const further = ledger.store.put("duly_customchannel", { duly_name: "WhatsApp", duly_code: "WHATSAPP", statecode: 1 });
  const step = { duly_name: "Own 1", duly_strategy: reference("duly_strategy", own), duly_sequence: 1, duly_offsetdays: 3, duly_channel: channel.other, duly_customchannel: reference("duly_customchannel", further), duly_template: reference("duly_template", ledger.templateId) };
  ledger.store.put("duly_strategystep", step);
  const debtor = ledger.debtor("C-1", { duly_strategy: reference("duly_strategy", own) });
  ledger.item(debtor, due);
  expect(ledger.night("2026-03-05")).toMatchObject({ Communications: 0, Errors: 1 });
  expect(log()).toMatch(/DULY-STRATEGY-015 In the strategy Own step 1 goes by the further channel .* \(table duly_strategystep, column duly_customchannel\), which is inactive/);
  ledger.store.update("duly_customchannel", { id: further }, { statecode: 0 });
  expect(ledger.night("2026-03-06")).toMatchObject({ Communications: 1, Errors: 0 });
});

test("what is wrong with a strategy stands once in the log of the company whose debtors or items climb it, and in no other's", () => {
  const own = ledger.store.put("duly_strategy", { duly_name: "Own", duly_code: "own" });
  const letters = ledger.store.put("duly_template", { duly_name: "Letter", duly_code: "letter", duly_channel: channel.letter });
  ledger.store.put("duly_templatetext", { duly_name: "Letter", duly_template: reference("duly_template", letters), duly_language: language.english, duly_subject: "Letter", duly_body: "{{total}}" });
  const step = ledger.store.put("duly_strategystep", { duly_name: "Own 1", duly_strategy: reference("duly_strategy", own), duly_sequence: 1, duly_offsetdays: 3, duly_channel: channel.email, duly_template: reference("duly_template", letters) });
  ledger.store.put("duly_stepvariant", { duly_name: "Ordered", duly_strategystep: reference("duly_strategystep", step), duly_sequence: 1, duly_context: stepcontext.newOrder, duly_template: reference("duly_template", letters) });
  const told = (day: string): number => { ledger.night(day); return String(ledger.store.all("duly_run").find((run) => run.duly_asof === day)?.duly_errorlog).split("DULY-STRATEGY-009").length - 1; };
  const debtor = ledger.debtor("C-1");
  const item = ledger.item(debtor, due);
  expect(told("2026-03-02")).toBe(0);
  ledger.store.update("duly_openitem", { id: item }, { duly_strategy: reference("duly_strategy", own) });
  expect(told("2026-03-03")).toBe(1);
  ledger.store.update("duly_openitem", { id: item }, { duly_strategy: null });
  const creditclass = ledger.store.put("duly_creditclass", { duly_name: "Key", duly_code: "KEY", duly_dunnable: true, duly_strategy: reference("duly_strategy", own) });
  expect(told("2026-03-04")).toBe(0);
  ledger.store.update("duly_debtor", { id: debtor }, { duly_creditclass: reference("duly_creditclass", creditclass) });
  expect(told("2026-03-05")).toBe(1);
});

describe("segments that say two things at once", () => {
  const segment = (code: string, columns: RawRow): string => ledger.store.put("duly_segment", { duly_name: code, duly_code: code, duly_sequence: 10, ...columns });
  test.each<[string, RawRow, string, string]>([
    ["days", { duly_dayspastduefrom: 30, duly_dayspastdueto: 3 }, "duly_dayspastduefrom", "duly_dayspastdueto"], ["balance", { duly_balancefrom: "100.00", duly_balanceto: "99.99" }, "duly_balancefrom", "duly_balanceto"],
    ["score", { duly_scorefrom: "5.01", duly_scoreto: "5.00" }, "duly_scorefrom", "duly_scoreto"],
  ])("a range of %s that begins after its end is an error of those whom the segment's other conditions match", (_what, columns, low, high) => {
    segment("REV", { duly_country: "DE", ...columns });
    ledger.item(ledger.debtor("C-1", { duly_country: "DE" }), due);
    ledger.item(ledger.debtor("C-2", { duly_country: "FR" }), due);
    expect(ledger.night("2026-03-05")).toMatchObject({ Communications: 1, Errors: 1 });
    expect(log()).toContain(`C-1: DULY-SEGMENT-005 The segment REV (table duly_segment) has a ${low} above its ${high}`);
  });
  test("two of the same order are an error of those whom both match", () => {
    segment("ONE", { duly_country: "DE" });
    segment("TWO", { duly_dayspastduefrom: 1 });
    ledger.item(ledger.debtor("C-1", { duly_country: "DE" }), due);
    ledger.item(ledger.debtor("C-2", { duly_country: "FR" }), due);
    expect(ledger.night("2026-03-05")).toMatchObject({ Communications: 1, Errors: 1 });
    expect(log()).toMatch(/^C-1: DULY-SEGMENT-004 The segments (ONE and TWO|TWO and ONE) both match the debtor and have the same order 10 \(table duly_segment, column duly_sequence\)/);
  });
});

test("an item of another company than its debtor's is set apart, and the debtor's own are dunned", () => {
  const debtorId = ledger.debtor("C-1");
  const foreign = ledger.item(debtorId, { ...due, columns: { duly_company: reference("duly_company", ledger.company("S2")) } });
  const own = ledger.item(debtorId, due);
  expect(ledger.night("2026-03-05")).toMatchObject({ Communications: 1, Items: 1, Errors: 1 });
  expect(log()).toMatch(/^C-1: DULY-ITEM-011 The open item INV-1\/1 \(table duly_openitem, column duly_company\) is of the company .*, its debtor of Seller S1/);
  expect([foreign, own].map((id) => ledger.store.row("duly_openitem", id).duly_reason)).toEqual([decisionreason.error, decisionreason.reminded]);
});

test.each([["2026-01-01", 0], ["2025-07-01", 1]])("a base rate of %s in March 2026: the log of the run warns of one that is of an earlier half-year, and the debtor is dunned", (from, warned) => {
  ledger.store.put("duly_interestrate", { duly_name: "Base", duly_code: "BASE", duly_validfrom: from, duly_rate: "2.15" });
  ledger.store.put("duly_interestrule", { duly_code: "HU", duly_validfrom: "2013-03-16", duly_ratecode: "BASE", duly_margin: "8" });
  ledger.store.update("duly_strategystep", { id: ledger.stepIds[0] ?? "" }, { duly_interest: true });
  ledger.item(ledger.debtor("C-1"), due);
  expect(ledger.night("2026-03-05")).toMatchObject({ Communications: 1, Errors: 0, Status: "Completed" });
  expect(log().split("\n").filter((line) => line.startsWith(`DULY-CHARGE-009 The newest interest rate BASE (table duly_interestrate, column duly_validfrom) is of ${from}`))).toHaveLength(warned);
});

test("a message that is planned still leaves when the currency of its company is mistyped afterwards", () => {
  ledger.item(ledger.debtor("C-1"), due);
  ledger.night("2026-03-05");
  company({ duly_currencycode: "EURO" });
  expect(ledger.store.execute("duly_CheckBeforeSend", { CommunicationId: String(ledger.store.all("duly_communication")[0]?.duly_communicationid) })).toMatchObject({ Allowed: true });
});

test("a debtor whose calendar has no working day is set apart; a calendar that is free all week but works single days is none such", () => {
  const [never, saturdays, usual] = ["C-1", "C-2", "C-3"].map((number) => ledger.debtor(number));
  ledger.store.update("duly_debtor", { id: never ?? "" }, calendar("0,1,2,3,4,5,6"));
  const single = ledger.store.put("duly_calendar", { duly_name: "Single days", duly_code: "single", duly_weekend: "0,1,2,3,4,5,6" });
  ledger.store.put("duly_holiday", { duly_name: "5 March", duly_calendar: reference("duly_calendar", single), duly_day: "2026-03-05", duly_worked: true });
  ledger.store.update("duly_debtor", { id: saturdays ?? "" }, { duly_calendar: reference("duly_calendar", single) });
  for (const id of [never, saturdays, usual]) ledger.item(id ?? "", due);
  expect(ledger.night("2026-03-05")).toMatchObject({ Communications: 2, Errors: 1 });
  expect(log()).toMatch(/^C-1: DULY-CALENDAR-003 .*Never \(table duly_calendar, column duly_weekend\)/);
});

test("an interest rule for a currency that there is not is an error of those whose interest it could govern; nobody is charged less in silence", () => {
  ledger.store.put("duly_interestrate", { duly_name: "Base", duly_code: "BASE", duly_validfrom: "2026-01-01", duly_rate: "2.15" });
  ledger.store.put("duly_interestrule", { duly_code: "HU", duly_currencycode: "EUX", duly_validfrom: "2013-03-16", duly_ratecode: "BASE", duly_margin: "8" });
  ledger.store.update("duly_strategystep", { id: ledger.stepIds[0] ?? "" }, { duly_interest: true });
  ledger.item(ledger.debtor("C-1"), due);
  expect(ledger.night("2026-03-05")).toMatchObject({ Communications: 0, Errors: 1 });
  expect(log()).toMatch(/^C-1: DULY-CHARGE-003 The interest rule HU \(table duly_interestrule\) has a wrong duly_currencycode\./);
});

test("a fee or a minimum amount in an unknown currency names table, row and column", () => {
  const step = ledger.stepIds[0] ?? "";
  const lost = { transactioncurrencyid: reference("transactioncurrency", "00000000-0000-4000-8000-0000000000ff") };
  ledger.store.put("duly_strategystep", { ...ledger.store.row("duly_strategystep", step), duly_fee: chargebase.fixed, duly_feeamount: "5.00", ...lost });
  ledger.item(ledger.debtor("C-1"), due);
  expect(ledger.night("2026-03-05")).toMatchObject({ Communications: 0, Errors: 1 });
  expect(log()).toMatch(/^C-1: DULY-MONEY-005 The currency of duly_strategystep Step 1 \(column transactioncurrencyid\) is missing or unknown/);
  ledger.store.put("duly_strategystep", { ...ledger.store.row("duly_strategystep", step), duly_fee: null, duly_minimumamount: "5.00", ...lost });
  ledger.night("2026-03-06");
  expect(log("2026-03-06")).toMatch(/DULY-MONEY-005 The currency of duly_strategystep Step 1 \(column transactioncurrencyid\)/);
});

test("a step whose template is written for another channel is told in the log of the run, that of a variant too; it is carried out all the same", () => {
  const sms = ledger.store.put("duly_template", { duly_name: "Short", duly_code: "short", duly_channel: channel.sms });
  ledger.store.put("duly_templatetext", { duly_name: "Short english", duly_template: reference("duly_template", sms), duly_language: 591850000, duly_subject: "", duly_body: "{{total}}" });
  ledger.store.update("duly_strategystep", { id: ledger.stepIds[0] ?? "" }, { duly_template: reference("duly_template", sms) });
  const variant = { duly_strategystep: reference("duly_strategystep", ledger.stepIds[1] ?? ""), duly_context: stepcontext.newOrder, duly_template: reference("duly_template", sms) };
  ledger.store.put("duly_stepvariant", { ...variant, duly_name: "By SMS", duly_sequence: 1, duly_channel: channel.sms });
  ledger.store.put("duly_stepvariant", { ...variant, duly_name: "As the step", duly_sequence: 2 });
  ledger.item(ledger.debtor("C-1"), due);
  expect(ledger.night("2026-03-05")).toMatchObject({ Status: "Completed", Communications: 1, Errors: 0 });
  expect(log().split("\n")).toEqual([1, 2].map((step) =>
    `DULY-STRATEGY-009 In the strategy Standard step ${step} (table duly_strategystep, column duly_channel) goes by email, but its template Short (table duly_template, column duly_channel) is written for sms. Choose a template that is written for email, or correct one of the channels.`));
});

test.each<[string, (strategy: string) => void, string]>([
  ["debtor", (id) => { ledger.store.put("duly_debtor", { ...debtorRow("C-1"), duly_strategy: reference("duly_strategy", id) }); }, "duly_debtor C-1"],
  ["item", (id) => { ledger.store.put("duly_openitem", { ...ledger.store.all("duly_openitem")[0], duly_strategy: reference("duly_strategy", id) }); }, "duly_openitem INV-1/1"],
  ["credit class", (id) => {
    const own = ledger.store.put("duly_creditclass", { duly_name: "Kind", duly_code: "kind", duly_strategy: reference("duly_strategy", id) });
    ledger.store.put("duly_debtor", { ...debtorRow("C-1"), duly_creditclass: reference("duly_creditclass", own) });
  }, "duly_creditclass Kind"],
])("a strategy of a %s that was deactivated is not passed over for the company's firmer one: its debtor is an error that names it, others are reminded", (_what, name, row) => {
  for (const number of ["C-1", "C-2"]) ledger.item(ledger.debtor(number), due);
  name(ledger.store.put("duly_strategy", { duly_name: "Gentle", duly_code: "gentle", statecode: 1 }));
  expect(ledger.night("2026-03-05")).toMatchObject({ Status: "CompletedWithErrors", Communications: 1, Errors: 1 });
  expect(log()).toBe(`C-1: DULY-STRATEGY-010 The strategy Gentle that ${row} names (column duly_strategy) is inactive (table duly_strategy, column statecode). Activate it, or choose another on that row.`);
  ledger.store.nowUtc = "2026-03-05T09:00:00Z";
  expect(() => ledger.store.execute("duly_RemindNow", { DebtorId: String(debtorRow("C-1").duly_debtorid) })).toThrow(/DULY-REMIND-002 .*The strategy Gentle .*is inactive/);
});

test("an inactive strategy that nobody names is told to nobody", () => {
  ledger.store.put("duly_strategy", { duly_name: "Old", duly_code: "old", statecode: 1 });
  ledger.item(ledger.debtor("C-1"), due);
  expect(ledger.night("2026-03-05")).toMatchObject({ Status: "Completed", Communications: 1 });
  expect(log()).toBe("");
});

test("a company that switched its own strategy off duns nobody, and that is no error", () => {
  const item = ledger.item(ledger.debtor("C-1"), due);
  ledger.store.update("duly_strategy", { id: ledger.strategyId }, { statecode: 1 });
  expect(ledger.night("2026-03-05")).toMatchObject({ Status: "Completed", Communications: 0, Errors: 0 });
  expect(ledger.store.row("duly_openitem", item).duly_reason).toBe(decisionreason.noStrategy);
});
