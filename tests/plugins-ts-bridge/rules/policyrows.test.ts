import { channel, chargebase, decisionreason, stepcontext } from "#solution/generated/names";
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
