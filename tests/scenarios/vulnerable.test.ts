import { channel, decisionreason, tables } from "#solution/generated/names";
import { profiles } from "#solution/profiles/all";
import { idOf } from "#solution/tools/ids";
import { playNight } from "../../cli/start/night";
import type { Session } from "../../cli/start/session";
import type { EntityReference, Row } from "../../local-host/service/contract";
import { addDebtor, addInvoice, openStore, outbox, smallLedger, temporaryFolder, type SmallLedger } from "../builders/store";

jest.setTimeout(60_000);

/**
 * Two debtors for each channel owe the same since 2 March 2026; a step by that channel is due after three days. On the 4th, Klára of customer care marks one of each two as
 * vulnerable and writes down why. Ödön, a collector, works with all of them.
 */
const folder = temporaryFolder();
const secret = "Gondnokság alatt áll, a lánya ügyintéző";
const channels = Object.keys(channel) as (keyof typeof channel)[];
const addresses: Readonly<Record<string, string>> = { sms: "+36201234567", phone: "+36201234567", fax: "+3612345678", letter: "Fő utca 1, 1011 Budapest", pec: "legal@pec.example", other: "+36201234567" };
let session: Session;
let klara: string;
let odon: string;
const pairs = new Map<string, { readonly vulnerable: EntityReference; readonly usual: EntityReference }>();

const make = (table: string, row: Row): EntityReference => ({ logicalName: table, id: session.host.service.create(table, row) });

function strategyBy(name: keyof typeof channel, further: EntityReference): EntityReference {
  const template = make("duly_template", { duly_name: name, duly_code: name, duly_channel: channel[name] });
  make("duly_templatetext", { duly_name: name, duly_template: template, duly_language: 591850000, duly_subject: "Reminder", duly_body: "<p>Dear {{debtor.name}}, open: {{total}}</p>" });
  const strategy = make("duly_strategy", { duly_name: name, duly_code: name });
  make("duly_strategystep", {
    duly_name: name, duly_strategy: strategy, duly_sequence: 1, duly_offsetdays: 3, duly_channel: channel[name], duly_template: template, ...(name === "other" ? { duly_customchannel: further } : {}),
  });
  return strategy;
}

function owing(ledger: SmallLedger, number: string, by: { readonly name: keyof typeof channel; readonly strategy: EntityReference }): EntityReference {
  const debtor = addDebtor(session, ledger.company, { number, name: number, email: `${number}@buyer.example` });
  session.host.service.update("duly_debtor", { id: debtor.id }, { duly_strategy: by.strategy });
  if (by.name !== "email") make("duly_contactpoint", { duly_name: addresses[by.name] ?? "", duly_debtor: debtor, duly_channel: channel[by.name] });
  addInvoice(session, { ...ledger, debtor }, { number: `INV-${number}`, issued: "2026-02-01", due: "2026-03-02", amount: "100.00" });
  return debtor;
}

function care(): string {
  const team = make("team", { name: "Customer care" });
  const id = session.host.service.create("systemuser", { fullname: "Klára" });
  session.host.service.associate("teammembership_association", team, { logicalName: "systemuser", id });
  session.host.service.associate("teamprofiles_association", team, { logicalName: "fieldsecurityprofile", id: idOf("profile", profiles[0]?.key ?? "") });
  return id;
}

const send = (caller: string, method: string, path: string, body?: unknown) => {
  const headers = { mscrmcallerid: caller, prefer: 'odata.include-annotations="*"' };
  const answer = session.host.web({ method, url: `/api/data/v9.2/${path}`, headers, body: body === undefined ? "" : JSON.stringify(body), origin: "http://127.0.0.1:1" });
  return { status: answer.status, text: String(answer.body) };
};
const see = (caller: string, debtor: EntityReference, columns = "duly_vulnerable,duly_vulnerabilityreason"): Record<string, unknown> =>
  JSON.parse(send(caller, "GET", `duly_debtors(${debtor.id})?$select=${columns}`).text) as Record<string, unknown>;

beforeAll(async () => {
  session = openStore(folder.path, "2026-03-03");
  const ledger = smallLedger(session);
  const further = make("duly_customchannel", { duly_name: "Messenger", duly_code: "messenger" });
  for (const name of channels) {
    const by = { name, strategy: strategyBy(name, further) };
    pairs.set(name, { vulnerable: owing(ledger, `V-${name}`, by), usual: owing(ledger, `U-${name}`, by) });
  }
  klara = care();
  odon = session.host.service.create("systemuser", { fullname: "Ödön" });
  await playNight(session.host, session.flows, "2026-03-04");
});
afterAll(() => { session.close(); folder.remove(); });

const pair = (name: string) => {
  const found = pairs.get(name);
  if (found === undefined) throw new Error(`no debtors for ${name}`);
  return found;
};

test("who belongs to customer care marks debtors and records why; a collector may mark, and is refused the reason", () => {
  for (const name of channels) expect(send(klara, "PATCH", `duly_debtors(${pair(name).vulnerable.id})`, { duly_vulnerable: true, duly_vulnerabilityreason: secret }).status).toBe(204);
  const refused = send(odon, "PATCH", `duly_debtors(${pair("email").usual.id})`, { duly_vulnerable: true, duly_vulnerabilityreason: "I think so" });
  expect([refused.status, refused.text]).toEqual([403, expect.stringContaining("0x80040220")]);
  expect(session.host.service.retrieve("duly_debtor", { id: pair("email").usual.id }, ["duly_vulnerable", "duly_vulnerabilityreason"])).toMatchObject({ duly_vulnerable: false, duly_vulnerabilityreason: null });
});

describe("L-12: the flag leaves 0 automatic actions", () => {
  const count = (table: string, debtor: EntityReference, column = "duly_debtor"): number =>
    Number(session.host.sql.get(`SELECT COUNT(*) AS n FROM ${table} WHERE ${column} = ?`, [debtor.id])?.["n"]);
  const acts = (debtor: EntityReference): readonly number[] => [
    count("duly_communication", debtor), count("duly_charge", debtor), count("phonecall", debtor, "regardingobjectid"), count("task", debtor, "regardingobjectid"), count("email", debtor, "regardingobjectid"),
  ];

  beforeAll(async () => {
    for (const day of ["2026-03-05", "2026-03-06", "2026-03-27"]) expect((await playNight(session.host, session.flows, day)).failures).toEqual([]);
  });

  test.each(channels)("by %s: the other debtor with the same debt and strategy is contacted, this one is not", (name) => {
    const { vulnerable, usual } = pair(name);
    expect(session.host.sql.all("SELECT duly_channel AS channel FROM duly_communication WHERE duly_debtor = ?", [usual.id])).toContainEqual({ channel: channel[name] });
    expect(acts(vulnerable)).toEqual([0, 0, 0, 0, 0]);
    expect(session.host.sql.all("SELECT duly_level AS level, duly_reason AS reason FROM duly_openitem WHERE duly_debtor = ?", [vulnerable.id])).toEqual([{ level: 0, reason: decisionreason.vulnerable }]);
  });

  test("nothing has left the house for any of them", () => {
    const to = outbox(session).map((mail) => /^To: (.*)$/m.exec(mail)?.[1] ?? "");
    expect([to.some((address) => address.includes("U-email")), to.filter((address) => address.includes("V-"))]).toEqual([true, []]);
  });
});

describe("L-12: the reason is visible to one role", () => {
  test("customer care reads it; for a collector the flag is there and the reason is empty", () => {
    const { vulnerable } = pair("email");
    expect(see(klara, vulnerable)).toMatchObject({ duly_vulnerable: true, duly_vulnerabilityreason: secret });
    expect(see(odon, vulnerable)).toMatchObject({ duly_vulnerable: true, duly_vulnerabilityreason: null });
    expect(send(odon, "GET", `duly_debtors?$select=duly_name&$filter=contains(duly_vulnerabilityreason,'Gondnok')`).text).toContain('"value":[]');
  });

  test("what Duly itself tells of it says restricted, and no more", () => {
    const explained = session.host.service.execute("duly_ExplainDecision", { DebtorId: pair("email").vulnerable.id, AsOf: "2026-03-27" }, { userId: odon });
    const contact = session.host.service.execute("duly_CheckContact", { DebtorId: pair("email").vulnerable.id, Channel: "email" }, { userId: odon });
    expect(JSON.stringify(explained)).toContain('\\"reason\\":\\"vulnerable\\"');
    expect(contact).toMatchObject({ Answer: "deny", Rule: "vulnerable", Text: "Restricted: only people contact this debtor. Let a person decide." });
  });

  test("a collector who reads every row of every table finds the words nowhere", () => {
    const sets = Object.values(tables).map(({ set }) => set);
    const read = [...sets, "annotations", "tasks", "phonecalls", "emails", "asyncoperations"].map((set) => send(odon, "GET", set));
    expect(read.map(({ status }) => status)).toEqual(read.map(() => 200));
    expect(read.filter(({ text }) => text.includes("Gondnok"))).toEqual([]);
    expect(send(klara, "GET", "duly_debtors").text.split(secret)).toHaveLength(channels.length + 1);
  });

  test("the words stand in one column of the store and nowhere else: no note, summary, message or flow history has a copy", () => {
    const names = session.host.sql.all("SELECT name FROM sqlite_master WHERE type = 'table'").map((row) => String(row["name"]));
    const places = names.flatMap((table) => session.host.sql.all(`PRAGMA table_info("${table}")`).map((column) => [table, String(column["name"])] as const));
    const holding = places.filter(([table, column]) => session.host.sql.get(`SELECT 1 FROM "${table}" WHERE instr("${column}", 'Gondnok') LIMIT 1`) !== null);
    expect(holding).toEqual([["duly_debtor", "duly_vulnerabilityreason"]]);
  });

  test("a segment cannot tell it by its members: its view may not go by the reason", () => {
    const view = (condition: string): string => `<fetch><entity name="duly_debtor"><attribute name="duly_vulnerabilityreason"/><filter>${condition}</filter></entity></fetch>`;
    const segment = (fetchXml: string) => () => make("duly_segment", { duly_name: "S", duly_code: `S${fetchXml.length}`, duly_sequence: 1, duly_fetchxml: fetchXml });
    for (const name of ["duly_vulnerabilityreason", "duly&#95;vulnerabilityreason", "duly_vulnerability&#x72;eason"]) {
      expect(segment(view(`<condition attribute="${name}" operator="like" value="Gond%"/>`))).toThrow(/DULY-SEGMENT-003.*duly_vulnerabilityreason/);
    }
    expect(segment(view('<condition attribute="duly_vulnerable" operator="eq" value="1"/>'))).not.toThrow();
  });
});
