import { showsText } from "#domain/templates/visible";
import { channel, communicationStatus, decisionreason, language } from "#solution/generated/names";
import { bundle, Ledger, reference } from "../../builders/rules/ledger";

/** Two debtors with an item each, due on Monday 2 March 2026; the first reads Hungarian, the second English. */
let ledger: Ledger;
let debtors: readonly string[];
let items: readonly string[];
beforeEach(async () => {
  ledger = new Ledger((await bundle()).text, "2026-03-02");
  debtors = ["C-1", "C-2"].map((number, index) => ledger.debtor(number, { duly_language: index === 0 ? language.hungarian : language.english }));
  items = debtors.map((debtor) => ledger.item(debtor, { due: "2026-03-02", amount: "100.00" }));
});

const words = (body: string, code: number = language.hungarian): void => {
  const row = ledger.store.all("duly_templatetext").find((one) => one.duly_language === code);
  ledger.store.put("duly_templatetext", { ...row, duly_body: body });
};
const receivers = () => ledger.store.all("duly_communication").map((row) => (row.duly_debtor as { id: string }).id);
const fault = /DULY-TEMPLATE-006 The text Reminder \d+ of the template Reminder \(table duly_templatetext, column duly_body\).*give the step another template\.$/;
const empty = ["{{#lastPromise.date}}You promised{{/lastPromise.date}}", "{{! only a comment }}", "<p></p><br/>", "<p>&nbsp; &#160;&#xA0;\u200B</p>", "<!-- {{debtor.name}} --><style>p { color: red }</style>"];

test.each(empty)("a text that writes nothing to read is an error of its debtor, never an empty message, and others are reminded: %s", (body) => {
  words(body);
  expect(ledger.night("2026-03-05")).toMatchObject({ Status: "CompletedWithErrors", Communications: 1, Errors: 1 });
  expect(receivers()).toEqual([debtors[1]]);
  expect(ledger.store.row("duly_openitem", items[0] ?? "")).toMatchObject({ duly_reason: decisionreason.error });
  expect(ledger.store.row("duly_openitem", items[0] ?? "").duly_level ?? 0).toBe(0);
  expect(ledger.store.all("duly_run")[0]?.duly_errorlog).toMatch(new RegExp(`^C-1: ${fault.source}`));
});

test.each(empty)("nor is it sent by SMS: %s", (body) => {
  ledger.store.create("duly_contactpoint", { duly_name: "+36301234567", duly_debtor: reference("duly_debtor", debtors[0] ?? ""), duly_channel: channel.sms });
  ledger.store.update("duly_debtor", { id: debtors[0] ?? "" }, { duly_preferredchannel: channel.sms });
  words(body);
  expect(ledger.night("2026-03-05")).toMatchObject({ Communications: 1, Errors: 1 });
  expect(receivers()).toEqual([debtors[1]]);
});

test("nor when a person reminds the debtor at once", () => {
  words("<p>{{#interest}}You owe interest{{/interest}}</p>");
  ledger.store.nowUtc = "2026-03-05T09:00:00Z";
  expect(() => ledger.store.execute("duly_RemindNow", { DebtorId: debtors[0] ?? "" })).toThrow(fault);
  expect(ledger.store.all("duly_communication")).toEqual([]);
});

test("nor as the message about a broken promise", () => {
  const template = ledger.store.put("duly_template", { duly_name: "Promise broken", duly_code: "promise-broken" });
  ledger.store.put("duly_templatetext", { duly_name: "Broken", duly_template: reference("duly_template", template), duly_language: language.english, duly_subject: "Your promise", duly_body: "<p>{{! nothing }}</p>" });
  ledger.store.create("duly_promise", { duly_debtor: reference("duly_debtor", debtors[1] ?? ""), duly_promisedate: "2026-03-03", ...ledger.money() });
  expect(ledger.night("2026-03-04")).toMatchObject({ Communications: 0, Errors: 1 });
  expect(ledger.store.all("duly_communication")).toEqual([]);
  expect(ledger.store.all("duly_run")[0]?.duly_errorlog).toMatch(/^C-2: DULY-TEMPLATE-006 The text Broken of the template Promise broken/);
});

test("nor again, where one was sent before empty messages were refused; what was sent with words goes", () => {
  const run = String(ledger.night("2026-03-05").RunId);
  const sent = ledger.store.all("duly_communication");
  for (const row of sent) ledger.store.put("duly_communication", { ...row, statuscode: communicationStatus.sent, duly_senton: "2026-03-05T08:00:00Z", ...(row === sent[0] ? { duly_body: null } : {}) });
  ledger.store.nowUtc = "2026-03-09T08:00:00Z";
  const ids = sent.map((row) => String(row.duly_communicationid)).join(",");
  expect(ledger.store.execute("duly_ResendMessages", { RunId: run, CommunicationIds: ids, Confirm: true })).toMatchObject({ Messages: 1, Skipped: expect.stringMatching(/no text that could be read/) as string });
  expect(ledger.store.all("duly_communication")).toHaveLength(3);
});

test("an empty text is named by its row and template, with the languages that would serve; so is a template without one of them", () => {
  words(" ");
  words("", language.english);
  ledger.store.update("duly_debtor", { id: debtors[0] ?? "" }, { duly_country: "DE" });
  ledger.night("2026-03-05");
  const log = () => String(ledger.store.all("duly_run").at(-1)?.duly_errorlog);
  expect(log()).toMatch(/C-1: DULY-TEMPLATE-007 The text Reminder \d+ of the template Reminder is empty \(table duly_templatetext, column duly_body\), .*INV-1\/1 on step 1 of the strategy Standard\. .*in Hungarian, German or English\.\n/);
  expect(log()).toMatch(/C-2: DULY-TEMPLATE-007 .*a text in English\./);
  ledger.store.all("duly_templatetext").forEach((row, index) => ledger.store.put("duly_templatetext", { ...row, duly_language: index === 0 ? language.french : language.spanish }));
  ledger.night("2026-03-06");
  expect(log()).toMatch(/C-1: DULY-TEMPLATE-008 The template Reminder \(table duly_template\) has no text in Hungarian, German or English for the open item INV-1\/1 on step 1/);
});

test.each(["Pay", "<p>Pay</p>", "<p>&nbsp;.</p>", "a < b", "&amp;"])("%s is read", (body) => { expect(showsText(body)).toBe(true); });
