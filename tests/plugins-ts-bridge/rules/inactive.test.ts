import { channel, decisionreason } from "#solution/generated/names";
import type { RawRow } from "#bridge/sdk/value";
import { bundle, Ledger, reference } from "../../builders/rules/ledger";

/** Rows of the policy that an administrator switched off while other rows still name them. */
const due = { due: "2026-03-02", amount: "100.00" };
const off = { statecode: 1, statuscode: 2 };
let ledger: Ledger;
beforeEach(async () => { ledger = new Ledger((await bundle()).text, "2026-03-02"); });

const log = (): string => String(ledger.store.all("duly_run")[0]?.duly_errorlog ?? "");
const put = (table: string, columns: RawRow): ReturnType<typeof reference> => reference(table, ledger.store.put(table, columns));
const spared = (): ReturnType<typeof reference> => put("duly_creditclass", { duly_name: "Direzionale", duly_code: "DIR", duly_dunnable: false, ...off });
const cash = (): ReturnType<typeof reference> => put("duly_paymenttype", { duly_name: "Cash", duly_code: "CASH", duly_dunnable: false, ...off });
const calendar = (): ReturnType<typeof reference> => put("duly_calendar", { duly_name: "Hungary", duly_code: "HU", duly_weekend: "0,6", ...off });

test("a credit class and a payment type that are not dunned: what they say does not hold, and the log says so, once, with the first row that names each", () => {
  const [creditClass, paymentType] = [spared(), cash()];
  const [first, second] = ["C-1", "C-2"].map((number) => ledger.debtor(number, { duly_creditclass: creditClass }));
  const item = ledger.item(first ?? "", due);
  ledger.store.update("duly_openitem", { id: item }, { duly_paymenttype: paymentType });
  ledger.item(second ?? "", due);
  expect(ledger.night("2026-03-05")).toMatchObject({ Status: "Completed", Communications: 2 });
  expect(log().split("\n")).toEqual([
    "DULY-RUN-016 Direzionale (table duly_creditclass, column statecode) is inactive, so nothing of it holds, but it is still named, first by C-1 (table duly_debtor, column duly_creditclass). Activate it, or name another there.",
    expect.stringMatching(/^DULY-RUN-016 Cash \(table duly_paymenttype, .* first by INV-.* \(table duly_openitem, column duly_paymenttype\)\./) as string,
  ]);
});

test.each<[string, () => void, RegExp]>([
  ["a company", () => { ledger.store.put("duly_company", { ...ledger.store.row("duly_company", ledger.companyId), duly_calendar: calendar() }); }, /DULY-RUN-016 Hungary \(table duly_calendar, .* by Seller S1 \(table duly_company, column duly_calendar\)/],
  ["a debtor", () => { ledger.debtor("C-9", { duly_calendar: calendar() }); }, /DULY-RUN-016 Hungary .* by C-9 \(table duly_debtor, column duly_calendar\)/],
])("a calendar that %s keeps", (_what, keep, message) => {
  ledger.item(ledger.debtor("C-1"), due);
  keep();
  expect(ledger.night("2026-03-05")).toMatchObject({ Status: "Completed", Communications: 1 });
  expect(log()).toMatch(message);
});

test("the template of a step: its debtors are errors, and the log names template and step", () => {
  const item = ledger.item(ledger.debtor("C-1"), due);
  ledger.store.put("duly_template", { ...ledger.store.row("duly_template", ledger.templateId), ...off });
  expect(ledger.night("2026-03-05")).toMatchObject({ Errors: 1, Communications: 0 });
  expect(log()).toMatch(/^DULY-RUN-016 Reminder \(table duly_template, column statecode\) is inactive, .* first by Standard 1 \(table duly_strategystep, column duly_template\)\. /);
  expect(log()).toMatch(/\nC-1: DULY-ITEM-004 Step 1 of the strategy Standard \(table duly_strategystep, column duly_template\) names no template, an inactive one, or one without any text/);
  expect(ledger.store.row("duly_openitem", item).duly_reason).toBe(decisionreason.noTemplate);
});

test.each<[string, (template: ReturnType<typeof reference>) => RawRow, string]>([
  ["duly_templatevariant", (template) => ({ duly_name: "For persons", duly_template: reference("duly_template", ledger.templateId), duly_variant: template, duly_sequence: 1, duly_country: "FR" }), "duly_variant"],
  ["duly_stepvariant", (template) => ({ duly_name: "For persons", duly_strategystep: reference("duly_strategystep", ledger.stepIds[0] ?? ""), duly_template: template, duly_sequence: 1, duly_context: 591850000, duly_days: 5 }), "duly_template"],
])("the template that a row of %s uses instead", (table, columns, column) => {
  ledger.item(ledger.debtor("C-1"), due);
  ledger.store.put(table, columns(put("duly_template", { duly_name: "Old words", duly_code: "old", duly_channel: channel.email, ...off })));
  ledger.night("2026-03-05");
  expect(log()).toContain(`Old words (table duly_template, column statecode) is inactive, so nothing of it holds, but it is still named, first by For persons (table ${table}, column ${column}).`);
});

test("switched off and named by nobody, by another company's debtor, or by a row that is off as well: nothing is said", () => {
  const other = ledger.company("S2");
  const creditClass = spared();
  cash();
  ledger.debtor("D-1", { duly_creditclass: creditClass }, other);
  ledger.store.put("duly_debtor", { ...ledger.store.row("duly_debtor", ledger.debtor("C-2", { duly_creditclass: creditClass })), ...off });
  ledger.item(ledger.debtor("C-1"), due);
  expect(ledger.night("2026-03-05")).toMatchObject({ Status: "Completed", Communications: 1 });
  expect(log()).toBe("");
});
