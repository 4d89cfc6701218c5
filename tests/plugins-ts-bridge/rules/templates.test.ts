import { debtorkind, language } from "#solution/generated/names";
import { bundle, Ledger } from "../../builders/rules/ledger";

const reference = (logicalName: string, id: string) => ({ logicalName, id });
const open = async () => new Ledger((await bundle()).text, "2026-03-05");

function template(ledger: Ledger, code: string, body: string): string {
  const id = ledger.store.put("duly_template", { duly_name: code, duly_code: code });
  ledger.store.put("duly_templatetext", { duly_name: code, duly_template: reference("duly_template", id), duly_language: language.english, duly_subject: code, duly_body: body });
  return id;
}

function variant(ledger: Ledger, variantId: string, conditions: Parameters<Ledger["store"]["put"]>[1]): void {
  ledger.store.put("duly_templatevariant", { duly_name: "Variant", duly_template: reference("duly_template", ledger.templateId), duly_sequence: 1, duly_variant: reference("duly_template", variantId), ...conditions });
}

const sent = (ledger: Ledger, debtor: string) => ledger.store.all("duly_communication").filter((row) => (row.duly_debtor as { id: string }).id === debtor);

test("T-36: the same step is written from another template for another credit class", async () => {
  const ledger = await open();
  const [standard, person] = ["STANDARD", "PERSONA"].map((code) => ledger.store.put("duly_creditclass", { duly_name: code, duly_code: code, duly_dunnable: true }));
  const gentle = template(ledger, "gentle", "<p>Gentle</p>");
  variant(ledger, gentle, { duly_creditclass: reference("duly_creditclass", person ?? "") });
  const debtors = [standard, person].map((id, index) => ledger.debtor(`C-${index}`, { duly_creditclass: reference("duly_creditclass", id ?? "") }));
  debtors.forEach((debtor) => ledger.item(debtor, { due: "2026-03-02", amount: "10.00" }));
  ledger.night("2026-03-05");
  expect(debtors.flatMap((debtor) => sent(ledger, debtor).map((row) => row.duly_template))).toEqual([ledger.templateId, gentle].map((id) => reference("duly_template", id)));
});

test("T-35: a class that is not dunned causes no action and says so", async () => {
  const ledger = await open();
  const direzionale = ledger.store.put("duly_creditclass", { duly_name: "Direzionale", duly_code: "DIREZIONALE", duly_dunnable: false });
  const debtor = ledger.debtor("C-1", { duly_creditclass: reference("duly_creditclass", direzionale) });
  ledger.item(debtor, { due: "2026-03-02", amount: "10.00" });
  expect(ledger.night("2026-03-05")).toMatchObject({ Communications: 0, Totals: '{"classNotDunnable":1}' });
});

test("T-40: who pays by bank transfer is told the IBAN, who pays by RiBa another text; a message of both keeps to the template", async () => {
  const ledger = await open();
  ledger.store.update("duly_company", { id: ledger.companyId }, { duly_iban: "HU42117730161111101800000000" });
  const [transfer, riba] = ["TRANSFER", "RIBA"].map((code) => ledger.store.put("duly_paymenttype", { duly_name: code, duly_code: code, duly_dunnable: true }));
  variant(ledger, template(ledger, "transfer", "<p>Pay to {{company.iban}}, reference {{reference}}</p>"), { duly_paymenttype: reference("duly_paymenttype", transfer ?? "") });
  variant(ledger, template(ledger, "riba", "<p>Your bank presents the RiBa again</p>"), { duly_sequence: 2, duly_paymenttype: reference("duly_paymenttype", riba ?? "") });
  const debtors = [[transfer], [riba], [transfer, riba]].map((types, index) => {
    const debtor = ledger.debtor(`C-${index}`);
    types.forEach((type) => ledger.item(debtor, { due: "2026-03-02", amount: "10.00", columns: { duly_paymenttype: reference("duly_paymenttype", type ?? "") } }));
    return debtor;
  });
  ledger.night("2026-03-05");
  const [first, second, third] = debtors.map((debtor) => String(sent(ledger, debtor)[0]?.duly_body));
  expect(first).toBe("<p>Pay to HU42117730161111101800000000, reference C-0 INV-1</p>");
  expect(second).toBe("<p>Your bank presents the RiBa again</p>");
  expect(third).toContain("Dear Buyer C-2");
});

test("H-25, H-24: natural persons are written to in a softer tone", async () => {
  const ledger = await open();
  const segment = ledger.store.put("duly_segment", { duly_name: "Residential", duly_code: "res", duly_sequence: 1, duly_debtorkind: debtorkind.naturalPerson });
  variant(ledger, template(ledger, "soft", "<p>Perhaps it slipped your mind</p>"), { duly_segment: reference("duly_segment", segment) });
  const [person, firm] = [ledger.debtor("P-1", { duly_kind: debtorkind.naturalPerson }), ledger.debtor("B-1")];
  for (const debtor of [person, firm]) ledger.item(debtor, { due: "2026-03-02", amount: "10.00" });
  ledger.night("2026-03-05");
  expect(sent(ledger, person)[0]?.duly_body).toBe("<p>Perhaps it slipped your mind</p>");
  expect(sent(ledger, firm)[0]?.duly_body).toContain("Dear Buyer B-1");
});

test("E-37, H-08: salutation and last promise are rendered; an empty field gives its fallback text, no gap, and no merge field is left", async () => {
  const ledger = await open();
  const body = "<p>{{contact.salutation}}{{^contact.salutation}}Dear Sir or Madam{{/contact.salutation}},</p>{{#lastPromise.date}}<p>You promised {{lastPromise.amount}} by {{lastPromise.date}}.</p>{{/lastPromise.date}}{{^lastPromise.date}}<p>Please tell us when you pay.</p>{{/lastPromise.date}}";
  const text = ledger.store.all("duly_templatetext").find((row) => row.duly_language === language.english);
  ledger.store.update("duly_templatetext", { id: String(text?.duly_templatetextid) }, { duly_body: body });
  const [known, unknown] = [ledger.debtor("C-1", { duly_salutation: "Dear Ms Novák" }), ledger.debtor("C-2")];
  const promised = ledger.item(known, { due: "2026-03-02", amount: "50.00" });
  ledger.store.create("duly_promise", { duly_debtor: reference("duly_debtor", known), duly_amount: "50.00", duly_promisedate: "2026-03-20", duly_openitems: promised, ...ledger.money() });
  for (const debtor of [known, unknown]) ledger.item(debtor, { due: "2026-03-02", amount: "10.00" });
  ledger.night("2026-03-05");
  expect(sent(ledger, known).map((row) => row.duly_body)).toEqual(["<p>Dear Ms Novák,</p><p>You promised EUR\u00a050.00 by 20 March 2026.</p>"]);
  expect(sent(ledger, unknown).map((row) => row.duly_body)).toEqual(["<p>Dear Sir or Madam,</p><p>Please tell us when you pay.</p>"]);
});

test("A-17: two debtors on two levels each read of their own items only", async () => {
  const ledger = await open();
  const debtors = ["C-1", "C-2"].map((number) => ledger.debtor(number));
  debtors.forEach((debtor) => ["2026-02-20", "2026-03-02"].forEach((due) => ledger.item(debtor, { due, amount: "10.00" })));
  ["2026-03-05", "2026-03-12"].forEach((day) => ledger.night(day));
  const numbers = debtors.map((debtor) => sent(ledger, debtor).map((row) => [...String(row.duly_body).matchAll(/INV-\d+/g)].map(([found]) => found)));
  expect(new Set(numbers[0]?.flat())).toEqual(new Set(["INV-1", "INV-2"]));
  expect(new Set(numbers[1]?.flat())).toEqual(new Set(["INV-3", "INV-4"]));
});

test("A-20: the language that a person asks for goes before the debtor's, that before its country's, that before the company's; the debtor's own stays for the nights", async () => {
  const ledger = await open();
  ledger.store.put("duly_templatetext", { duly_template: reference("duly_template", ledger.templateId), duly_language: language.german, duly_subject: "Mahnung", duly_body: "<p>{{total}}</p>" });
  const debtors = [{ duly_language: language.hungarian, duly_country: "DE" }, { duly_country: "DE" }, {}].map((columns, index) => ledger.debtor(`L-${index}`, columns));
  for (const debtor of debtors) ledger.item(debtor, { due: "2026-03-02", amount: "10.00" });
  ledger.store.nowUtc = "2026-03-04T09:00:00Z";
  ledger.store.execute("duly_RemindNow", { DebtorId: debtors[0] ?? "", Language: language.german });
  ledger.night("2026-03-05");
  const languages = debtors.map((debtor) => sent(ledger, debtor).map((row) => row.duly_language));
  expect(languages).toEqual([[language.german, language.hungarian], [language.german], [language.english]]);
  expect(() => ledger.store.execute("duly_RemindNow", { DebtorId: debtors[1] ?? "", Language: 7 })).toThrow(/^DULY-REMIND-003 The language 7 is not known\. Pass one of 591850000 \(english\)/);
});
