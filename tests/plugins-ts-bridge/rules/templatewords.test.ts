import { language, templatekind } from "#solution/generated/names";
import { bundle, Ledger } from "../../builders/rules/ledger";

const reference = (logicalName: string, id: string) => ({ logicalName, id });
let ledger: Ledger;
beforeEach(async () => { ledger = new Ledger((await bundle()).text, "2026-03-02"); });

const template = (kind: keyof typeof templatekind): string => ledger.store.create("duly_template", { duly_name: "Messa in mora", duly_code: kind, duly_kind: templatekind[kind] });
const text = (templateId: string, body: string, subject = "Messa in mora", code: number = language.italian): string => ledger.store.create("duly_templatetext", {
  duly_name: "it", duly_template: reference("duly_template", templateId), duly_language: code, duly_subject: subject, duly_body: body,
});

const parts = {
  debtor: "<p>Spett.le {{debtor.name}}</p>", cause: "<ul>{{#items}}<li>{{invoice}} {{dueDate}}</li>{{/items}}</ul>", amount: "<p>{{total}}</p>", order: "<p>La invitiamo a pagare entro 15 giorni.</p>",
};
const whole = Object.values(parts).join("");

test("L-06: a formal notice (messa in mora) with debtor, cause, exact amount and order to pay is accepted", () => {
  expect(() => text(template("formalNotice"), whole)).not.toThrow();
});

test.each(Object.entries(parts))("L-06: a formal notice without its %s fails validation", (_part, words) => {
  const id = template("formalNotice");
  expect(() => text(id, whole.replace(words, "<p>Cordiali saluti</p>"))).toThrow("DULY-TEMPLATE-003");
  expect(ledger.store.all("duly_templatetext").filter((row) => (row.duly_template as { id: string } | null)?.id === id)).toEqual([]);
});

test("L-06: a text that loses a part, and a template with such a text that becomes a formal notice, are refused", () => {
  const id = text(template("formalNotice"), whole);
  expect(() => { ledger.store.update("duly_templatetext", { id }, { duly_body: parts.debtor }); }).toThrow("DULY-TEMPLATE-003");
  const plain = template("message");
  text(plain, parts.debtor);
  expect(() => { ledger.store.update("duly_template", { id: plain }, { duly_kind: templatekind.formalNotice }); }).toThrow("DULY-TEMPLATE-003");
});

test("L-06: the order to pay is looked for in the language of the text", () => {
  const id = template("formalNotice");
  const withOrder = (words: string) => parts.debtor + parts.cause + parts.amount + words;
  expect(() => text(id, withOrder("<p>Kérjük, fizesse meg 15 napon belül.</p>"), "Felszólítás", language.hungarian)).not.toThrow();
  expect(() => text(id, withOrder("<p>Bitte bezahlen Sie.</p>"), "Notice", language.french)).toThrow("an order to pay");
});

test.each([
  ["Le requerimos que pague antes de 15 días.", language.spanish], ["La invitiamo a che paghi entro 15 giorni.", language.italian], ["Payez sous 15 jours.", language.french],
  ["Nous vous invitons : réglez la somme.", language.french],
])("L-06: an order to pay is found in its polite form too: %s", (words, code) => {
  expect(() => text(template("formalNotice"), whole.replace(parts.order, `<p>${words}</p>`), "", code)).not.toThrow();
});

test.each([
  ["Recupero crediti – riservato", language.italian], ["SOLLECITO di pagamento", language.italian], ["Tartozás rendezése", language.hungarian], ["Overdue account", language.english],
])("L-07: an envelope on which \"%s\" stands is refused", (words, code) => {
  expect(() => text(template("envelope"), words, "", code)).toThrow("DULY-TEMPLATE-004");
});

test("L-07: an envelope with name and address alone is accepted, and the same words in a message are", () => {
  expect(() => text(template("envelope"), "<p>{{debtor.name}}</p><p>Personale e riservata</p>", "")).not.toThrow();
  expect(() => text(template("message"), "<p>Sollecito</p>", "Recupero crediti")).not.toThrow();
});

test.each([
  ["<p>Dear {{dbtor.name}}</p>", "Reminder", /^DULY-TEMPLATE-005 .*it .*duly_templatetext, column duly_body.*\{\{dbtor\.name\}\}.*Write instead: \{\{debtor\.name\}\}\.$/],
  ["<p>{{total}}</p>", "{{totl}} to pay", /DULY-TEMPLATE-005 .*column duly_subject.*\{\{totl\}\}.*\{\{total\}\}/],
  ["<p>{{#items}}{{invoice}}</p>", "Reminder", /DULY-TEMPLATE-001 .*it .*column duly_body.*Unclosed section "items"/],
])("a text with a merge field that no message knows, or that is not closed, is not saved: %s", (body, subject, message) => {
  const id = template("message");
  expect(() => text(id, body, subject)).toThrow(message);
  const sound = text(id, "<p>{{total}}</p>", "Reminder", language.english);
  expect(() => { ledger.store.update("duly_templatetext", { id: sound }, { duly_body: body, duly_subject: subject, duly_name: "it" }); }).toThrow(message);
});

test("the fields of a broken promise are known to the template promise-broken alone, which cannot become another while it has them", () => {
  const broken = ledger.store.create("duly_template", { duly_name: "Broken promise", duly_code: "promise-broken" });
  text(broken, "<p>{{promise.amount}} by {{promise.date}}</p>");
  expect(() => text(template("message"), "<p>{{promise.amount}}</p>")).toThrow("DULY-TEMPLATE-005");
  expect(() => { ledger.store.update("duly_template", { id: broken }, { duly_code: "reminder-2" }); }).toThrow("DULY-TEMPLATE-005");
});

test("a text that was stored with an unknown field before sets its debtors apart, with table, row and column; nothing is sent with a gap, and others are reminded", () => {
  const [hungarian, english] = ["C-1", "C-2"].map((number, index) => ledger.debtor(number, { duly_language: index === 0 ? language.hungarian : language.english }));
  for (const id of [hungarian, english]) ledger.item(id ?? "", { due: "2026-03-02", amount: "10.00" });
  const stored = ledger.store.all("duly_templatetext").find((row) => row.duly_language === language.hungarian);
  ledger.store.put("duly_templatetext", { ...stored, duly_body: "<p>Tisztelt {{dbtor.name}}</p>" });
  expect(ledger.night("2026-03-05")).toMatchObject({ Status: "CompletedWithErrors", Communications: 1, Errors: 1 });
  expect(ledger.store.all("duly_communication").map((row) => row.duly_debtor)).toEqual([reference("duly_debtor", english ?? "")]);
  expect(ledger.store.all("duly_run")[0]?.duly_errorlog).toMatch(/^C-1: DULY-TEMPLATE-005 .*Reminder \d+ .*duly_templatetext, column duly_body.*\{\{dbtor\.name\}\}/);
});
