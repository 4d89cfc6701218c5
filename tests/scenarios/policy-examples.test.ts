import { channel, communicationStatus, debtorkind, decisionreason, language, stepcontext } from "#solution/generated/names";
import { nextBusinessDay, weekendsOnly } from "#domain/calendar/business";
import { addDays } from "#domain/calendar/arithmetic";
import { day } from "../builders/facts";
import type { Session } from "../../cli/start/session";
import { playNight } from "../../cli/start/night";
import type { EntityReference, Row } from "../../local-host/service/contract";
import { addInvoice, openStore, temporaryFolder } from "../builders/store";

/**
 * The worked examples of docs/concepts.md and of docs/admin/policy.md, strategies.md and templates.md, played night by night in the local host.
 * 100.00 EUR are due on Monday 2 March 2026; the rows are those that the page names.
 */
jest.setTimeout(120_000);

const folder = temporaryFolder();
let session: Session;
beforeEach(() => { session = openStore(temporaryIn(), "2026-03-02"); });
afterEach(() => { session.close(); });
afterAll(() => { folder.remove(); });

let stores = 0;
const temporaryIn = (): string => { stores += 1; return `${folder.path}/${stores}`; };

const put = (table: string, columns: Row): EntityReference => ({ logicalName: table, id: session.host.service.create(table, columns) });
const rows = (table: string): readonly Row[] => session.host.service.fetch(`<fetch><entity name="${table}"><all-attributes/></entity></fetch>`).rows;
const nameIn = (row: Row, column: string): string => (row[column] as EntityReference | null)?.name ?? "";
const idIn = (row: Row, column: string): string => (row[column] as EntityReference | null)?.id ?? "";

function template(name: string, texts: Readonly<Record<string, string>> = { english: "<p>{{debtor.name}}: {{total}}</p>" }, by: number = channel.email): EntityReference {
  const row = put("duly_template", { duly_name: name, duly_code: name.toLowerCase().replaceAll(" ", "-"), duly_channel: by });
  for (const [spoken, body] of Object.entries(texts)) {
    put("duly_templatetext", { duly_name: `${name}, ${spoken}`, duly_template: row, duly_language: language[spoken as keyof typeof language], duly_subject: `${name}, ${spoken}`, duly_body: body });
  }
  return row;
}

function strategy(name: string, days: readonly number[], columns: Row): { readonly row: EntityReference; readonly steps: readonly EntityReference[] } {
  const row = put("duly_strategy", { duly_name: name, duly_code: name.toLowerCase() });
  const steps = days.map((offset, index) => put("duly_strategystep", {
    duly_name: `${name} ${index + 1}`, duly_strategy: row, duly_sequence: index + 1, duly_offsetdays: offset, duly_channel: channel.email, ...columns,
  }));
  return { row, steps };
}

const company = (follows: EntityReference): EntityReference => put("duly_company", {
  duly_name: "Seller Ltd", duly_code: "S1", duly_currencycode: "EUR", duly_language: language.english, duly_sender: "ar@seller.example", duly_strategy: follows,
});

/** A debtor with an e-mail address and one item; gives both. */
function indebted(of: EntityReference, name: string, columns: Row = {}, item: Row = {}): { readonly debtor: EntityReference; readonly item: EntityReference } {
  const debtor = put("duly_debtor", { duly_name: name, duly_number: name, duly_company: of, duly_language: language.english, ...columns });
  put("duly_contactpoint", { duly_name: `${name.toLowerCase()}@buyer.example`, duly_debtor: debtor, duly_channel: channel.email });
  const open = addInvoice(session, { company: of, debtor, steps: [] }, { number: `INV-${name}`, issued: "2026-02-02", due: "2026-03-02", amount: "100.00" });
  if (Object.keys(item).length > 0) session.host.service.update("duly_openitem", { id: open.id }, item);
  return { debtor, item: open };
}

async function nights(from: string, to: string): Promise<void> {
  for (let night = day(from); night <= to; night = nextBusinessDay(addDays(night, 1), weekendsOnly)) expect((await playNight(session.host, session.flows, night)).failures).toEqual([]);
}

/** Day, debtor, template of everything that was planned, by day and name. */
function told(): readonly string[] {
  const names = new Map(rows("duly_debtor").map((row) => [String(row.duly_debtorid), String(row.duly_name)]));
  return rows("duly_communication").map((row) => `${String(row.duly_plannedon)} ${names.get(idIn(row, "duly_debtor")) ?? ""}: ${nameIn(row, "duly_template")}`).sort();
}

const whyOf = (item: EntityReference): unknown => session.host.service.retrieve("duly_openitem", { id: item.id }).duly_reason;

test("docs/concepts.md: strategy, segment, credit class, payment type and template variant together", async () => {
  const [reminder, returned] = [template("Reminder"), template("Returned")];
  const standard = strategy("Standard", [3, 10], { duly_template: reminder });
  const gentle = strategy("Gentle", [7], { duly_template: reminder });
  put("duly_segment", { duly_name: "Natural persons", duly_code: "persons", duly_sequence: 10, duly_debtorkind: debtorkind.naturalPerson, duly_strategy: gentle.row });
  const spared = put("duly_creditclass", { duly_name: "Management decides", duly_code: "MGMT", duly_dunnable: false });
  const debit = put("duly_paymenttype", { duly_name: "Direct debit", duly_code: "DD", duly_dunnable: true, duly_gracedays: 8 });
  put("duly_templatevariant", { duly_name: "Returned", duly_template: reminder, duly_sequence: 1, duly_variant: returned, duly_paymenttype: debit });
  const seller = company(standard.row);
  indebted(seller, "Alfa");
  indebted(seller, "Bea", { duly_kind: debtorkind.naturalPerson });
  const gamma = indebted(seller, "Gamma", { duly_creditclass: spared });
  indebted(seller, "Delta", {}, { duly_paymenttype: debit });
  await nights("2026-03-02", "2026-03-13");
  expect(told()).toEqual(["2026-03-05 Alfa: Reminder", "2026-03-09 Bea: Reminder", "2026-03-12 Alfa: Reminder", "2026-03-13 Delta: Returned"]);
  expect(whyOf(gamma.item)).toBe(decisionreason.classNotDunnable);
  expect(rows("duly_segmentmembership").map((row) => row.duly_reason)).toEqual(["Matched: Debtor kind Natural person."]);
});

test("docs/admin/policy.md: a credit class gives strategy and grace days, another forbids dunning", async () => {
  const reminder = template("Reminder");
  const standard = strategy("Standard", [3, 10], { duly_template: reminder });
  const gentle = strategy("Gentle", [7], { duly_template: reminder });
  const key = put("duly_creditclass", { duly_name: "Key account", duly_code: "KEY", duly_dunnable: true, duly_strategy: gentle.row, duly_gracedays: 5 });
  const spared = put("duly_creditclass", { duly_name: "Management decides", duly_code: "MGMT", duly_dunnable: false });
  const seller = company(standard.row);
  indebted(seller, "Alfa", { duly_creditclass: key });
  const beta = indebted(seller, "Beta", { duly_creditclass: spared });
  indebted(seller, "Gamma");
  await nights("2026-03-02", "2026-03-17");
  expect(told()).toEqual(["2026-03-05 Gamma: Reminder", "2026-03-12 Gamma: Reminder", "2026-03-16 Alfa: Reminder"]);
  expect(whyOf(beta.item)).toBe(decisionreason.classNotDunnable);
});

test("docs/admin/strategies.md: a step variant gives other words after an order, and leaves the step out after a payment", async () => {
  const [reminder, friendly] = [template("Reminder"), template("Friendly")];
  const standard = strategy("Standard", [3, 10], { duly_template: reminder });
  put("duly_stepvariant", { duly_name: "New order", duly_strategystep: standard.steps[1] ?? null, duly_sequence: 1, duly_context: stepcontext.newOrder, duly_days: 30, duly_template: friendly });
  put("duly_stepvariant", { duly_name: "Paid lately", duly_strategystep: standard.steps[1] ?? null, duly_sequence: 2, duly_context: stepcontext.recentPayment, duly_days: 7, duly_skip: true });
  const seller = company(standard.row);
  indebted(seller, "Alfa", { duly_lastorderon: "2026-03-01" });
  const beta = indebted(seller, "Beta");
  indebted(seller, "Gamma");
  await nights("2026-03-02", "2026-03-06");
  session.host.clock.set("2026-03-09T10:00:00Z");
  const money = rows("transactioncurrency").find((row) => row.isocurrencycode === "EUR");
  put("duly_payment", { duly_name: "P-1", duly_company: seller, duly_debtor: beta.debtor, duly_openitem: beta.item, duly_amount: "40.00", duly_valuedate: "2026-03-09", duly_bookedon: "2026-03-09", transactioncurrencyid: { logicalName: "transactioncurrency", id: String(money?.transactioncurrencyid) } });
  await nights("2026-03-10", "2026-03-12");
  expect(told().slice(3)).toEqual(["2026-03-12 Alfa: Friendly", "2026-03-12 Gamma: Reminder"]);
  await nights("2026-03-13", "2026-03-20");
  expect(told()).toEqual(["2026-03-05 Alfa: Reminder", "2026-03-05 Beta: Reminder", "2026-03-05 Gamma: Reminder", "2026-03-12 Alfa: Friendly", "2026-03-12 Gamma: Reminder", "2026-03-17 Beta: Reminder"]);
  expect(rows("duly_communication").find((row) => row.duly_plannedon === "2026-03-17")?.duly_body).toContain("EUR\u00a060.00");
});

test("docs/admin/templates.md: the text is in the debtor's language, else its country's, else the company's", async () => {
  const reminder = template("Reminder", { english: "<p>Dear {{debtor.name}}, {{total}} is open.</p>", hungarian: "<p>Tisztelt {{debtor.name}}, {{total}} nyitott.</p>" });
  const standard = strategy("Standard", [3], { duly_template: reminder });
  const seller = company(standard.row);
  indebted(seller, "Alfa", { duly_language: language.hungarian });
  indebted(seller, "Beta", { duly_language: language.german, duly_country: "DE" });
  indebted(seller, "Gamma", { duly_language: language.german, duly_country: "HU" });
  await nights("2026-03-02", "2026-03-05");
  expect(rows("duly_communication").map((row) => String(row.duly_body).replace("\u00a0", " ")).sort()).toEqual(["<p>Dear Beta, EUR 100.00 is open.</p>", "<p>Tisztelt Alfa, 100,00 EUR nyitott.</p>", "<p>Tisztelt Gamma, 100,00 EUR nyitott.</p>"]);
  expect(rows("duly_run").flatMap((row) => String(row.duly_errorlog ?? "").split("\n")).filter((line) => line !== "")).toEqual([expect.stringMatching(/^DULY-RUN-010 Beta: no text in German/), expect.stringMatching(/^DULY-RUN-010 Gamma: no text in German/)]);
});

test("docs/admin/templates.md: the first template variant that holds wins", async () => {
  const [reminder, key, italy] = [template("Reminder"), template("Key accounts"), template("Italy")];
  const standard = strategy("Standard", [3], { duly_template: reminder });
  const creditClass = put("duly_creditclass", { duly_name: "Key account", duly_code: "KEY", duly_dunnable: true });
  put("duly_templatevariant", { duly_name: "Key", duly_template: reminder, duly_sequence: 1, duly_variant: key, duly_creditclass: creditClass });
  put("duly_templatevariant", { duly_name: "Italy", duly_template: reminder, duly_sequence: 2, duly_variant: italy, duly_country: "IT" });
  const seller = company(standard.row);
  indebted(seller, "Alfa", { duly_country: "IT" });
  indebted(seller, "Beta", { duly_country: "IT", duly_creditclass: creditClass });
  indebted(seller, "Gamma", { duly_country: "FR" });
  await nights("2026-03-02", "2026-03-05");
  expect(told()).toEqual(["2026-03-05 Alfa: Italy", "2026-03-05 Beta: Key accounts", "2026-03-05 Gamma: Reminder"]);
});

test("docs/admin/policy.md: a further channel leaves the message to a flow of its own, and falls back where there is no address", async () => {
  const reminder = template("Reminder", { english: "{{debtor.name}}: {{total}}" }, channel.other);
  const whatsapp = put("duly_customchannel", { duly_name: "WhatsApp", duly_code: "WHATSAPP" });
  const standard = strategy("Standard", [3], { duly_template: reminder, duly_channel: channel.other, duly_customchannel: whatsapp });
  const seller = company(standard.row);
  const { debtor } = indebted(seller, "Alfa");
  indebted(seller, "Beta");
  put("duly_contactpoint", { duly_name: "+36301234567", duly_debtor: debtor, duly_channel: channel.other });
  await nights("2026-03-02", "2026-03-05");
  expect(rows("duly_communication").map((row) => [row.duly_address, row.duly_channel, nameIn(row, "duly_customchannel"), row.statuscode, row.duly_wantedchannel])).toEqual([
    ["+36301234567", channel.other, "WhatsApp", communicationStatus.ready, channel.other], ["beta@buyer.example", channel.email, "", communicationStatus.sent, channel.other],
  ]);
});
