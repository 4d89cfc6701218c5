import { readFileSync } from "node:fs";
import { channel, language } from "#solution/generated/names";
import { addDays } from "#domain/calendar/arithmetic";
import { nextBusinessDay, weekendsOnly } from "#domain/calendar/business";
import { readPack, type PolicyPack } from "../../cli/ledger/pack";
import { putCompany } from "../../cli/ledger/company";
import { inRoot } from "../../cli/root";
import { playNight } from "../../cli/start/night";
import { serveSession } from "../../cli/start/serve";
import type { Session } from "../../cli/start/session";
import type { EntityReference, Row } from "../../local-host/service/contract";
import { day } from "../builders/facts";
import { runScript } from "../builders/script";
import { addInvoice, openStore, temporaryFolder } from "../builders/store";

/** The shipped policy packs, brought by examples/smoke/policy.mjs into a fresh organisation of the local host that has a company and nothing else. Items are due on Monday 2 March 2026. */
const dueOn = day("2026-03-02");
const seller = { code: "S1", name: "Seller Ltd", currency: "EUR", country: "IT", language: "english", sender: "ar@seller.example", iban: "IT60X0542811101000000123456" } as const;
const packs = ["cautious", "standard", "firm"].map((name) => readPack(readFileSync(inRoot("examples", "strategies", `${name}.json`), "utf8")));
const reference = (logicalName: string, id: string): EntityReference => ({ logicalName, id });
const all = (session: Session, table: string): readonly Row[] => session.host.service.fetch(`<fetch><entity name="${table}"><all-attributes/></entity></fetch>`).rows;
const idIn = (row: Row | undefined, column: string): string => (row?.[column] as EntityReference | null | undefined)?.id ?? "";

/** What an administrator does after the import: the script over the Web API. */
async function bring(session: Session, pack: PolicyPack): Promise<void> {
  putCompany(session.host.service, seller);
  const server = await serveSession(session, 0);
  const ended = await runScript("examples/smoke/policy.mjs", { args: ["--url", server.origin, "--company", seller.code, "--pack", pack.name.toLowerCase()] });
  await server.close();
  expect(ended).toMatchObject({ status: 0, err: "" });
}

/** A fresh organisation with a pack, closed and removed after the work. */
async function freshStore(pack: PolicyPack, work: (session: Session, company: EntityReference) => Promise<void> | void): Promise<void> {
  const folder = temporaryFolder();
  const session = openStore(folder.path, "2026-02-02");
  try {
    await bring(session, pack);
    await work(session, reference("duly_company", String(all(session, "duly_company")[0]?.duly_companyid)));
  } finally {
    session.close();
    folder.remove();
  }
}

/** A debtor with an e-mail and a certified address, and one item. */
function indebted(session: Session, company: EntityReference, { number, due = dueOn, columns = {}, item = {} }: { number: string; due?: string; columns?: Row; item?: Row }): EntityReference {
  const { service } = session.host;
  const debtor = reference("duly_debtor", service.create("duly_debtor", { duly_name: `Buyer ${number}`, duly_number: number, duly_company: company, duly_language: language.english, ...columns }));
  for (const [name, by] of [[`pay@${number.toLowerCase()}.example`, channel.email], [`pay@pec.${number.toLowerCase()}.example`, channel.pec]] as const) {
    service.create("duly_contactpoint", { duly_name: name, duly_debtor: debtor, duly_channel: by });
  }
  const open = addInvoice(session, { company, debtor, steps: [] }, { number: `INV-${number}`, issued: "2026-01-02", due, amount: "100.00" });
  if (Object.keys(item).length > 0) service.update("duly_openitem", { id: open.id }, item);
  return debtor;
}

/** Standard business, key accounts, public bodies, natural persons: each class with the strategy of its own. */
const classes = ["Standard", "Key account", "Ente Pubblico", "Persona Fisica"];

test.each(packs.map((pack) => [pack.name, pack] as const))("H-01: %s, brought into a fresh organisation by the script: four strategies, for business, key accounts, public bodies and natural persons, valid and followed; the cautious one leaves key accounts to people", async (_name, pack) => {
  await freshStore(pack, (session, company) => {
    const { service } = session.host;
    const [strategies, steps, texts] = [all(session, "duly_strategy"), all(session, "duly_strategystep"), all(session, "duly_templatetext")];
    const rows = classes.map((name) => all(session, "duly_creditclass").find((row) => row.duly_name === name));
    const ladders = rows.map((row) => steps.filter((step) => idIn(step, "duly_strategy") === idIn(row, "duly_strategy")));
    expect([new Set(rows.map((row) => idIn(row, "duly_strategy"))).size, strategies.filter(({ statecode }) => statecode === 0).length]).toEqual([4, 4]);
    expect(ladders.map((ladder) => ladder.length >= 2 && ladder.every((step) => step.statecode === 0 && texts.filter((text) => idIn(text, "duly_template") === idIn(step, "duly_template")).length === 2))).toEqual([true, true, true, true]);
    const first = ladders.map((ladder) => [...ladder].sort((left, right) => Number(left.duly_sequence) - Number(right.duly_sequence))[0]);
    const debtors = rows.map((row, index) => indebted(session, company, { number: `C-${index}`, columns: { duly_creditclass: reference("duly_creditclass", String(row?.duly_creditclassid)) } }));
    const explained = debtors.map((debtor, index) => {
      const asOf = nextBusinessDay(addDays(dueOn, Number(first[index]?.duly_offsetdays)), weekendsOnly);
      return JSON.parse(String(service.execute("duly_ExplainDecision", { DebtorId: debtor.id, AsOf: asOf }).Explanation)) as { strategy: unknown; items: { reason: string }[]; errors: string[]; communications: { channel: string; level: number }[] };
    });
    expect(explained.map(({ items, errors, communications }) => [items.map(({ reason }) => reason), errors, communications.map(({ channel: by, level }) => `${by} ${level}`)])).toEqual([
      [["reminded"], [], ["email 1"]], pack.name === "Cautious" ? [["classNotDunnable"], [], []] : [["reminded"], [], ["email 1"]], [["reminded"], [], ["pec 1"]], [["reminded"], [], ["email 1"]],
    ]);
    expect(explained.map(({ strategy }) => strategy)).toEqual(rows.map((row) => ({ name: strategies.find(({ duly_strategyid: id }) => id === idIn(row, "duly_strategy"))?.duly_name, source: "creditClass" })));
    session.host.clock.set("2026-03-03T02:00:00Z");
    const run = service.execute("duly_StartRun", { CompanyId: company.id, AsOf: "2026-03-03" });
    expect(service.retrieve("duly_run", { id: String(run.RunId) }).duly_errorlog ?? "").toBe("");
  });
}, 60_000);

test.each(packs.map((pack) => [pack.name, pack] as const))("T-34: %s, brought by the script: the credit classes Standard, Direzionale, Ente Pubblico and Persona Fisica are there; Direzionale is not dunned", async (_name, pack) => {
  await freshStore(pack, (session) => {
    const rows = ["Standard", "Direzionale", "Ente Pubblico", "Persona Fisica"].map((name) => all(session, "duly_creditclass").find((row) => row.duly_name === name));
    expect(rows.map((row) => [row?.statecode, row?.duly_dunnable])).toEqual([[0, true], [0, false], [0, true], [0, true]]);
  });
}, 60_000);

test.each(packs.map((pack) => [pack.name, pack] as const))("T-35, T-37, T-38: %s: Direzionale is never dunned; Ente Pubblico is written to by certified e-mail, 30 and 60 days after the due date", async (_name, pack) => {
  await freshStore(pack, (session, company) => {
    const { service } = session.host;
    const [spared, ente] = ["Direzionale", "Ente Pubblico"].map((name) => {
      const row = all(session, "duly_creditclass").find(({ duly_name: own }) => own === name);
      return indebted(session, company, { number: name.slice(0, 1), columns: { duly_creditclass: reference("duly_creditclass", String(row?.duly_creditclassid)) } });
    });
    const foreseen = (debtor: EntityReference | undefined) => (JSON.parse(String(service.execute("duly_ForecastActivities", { DebtorId: debtor?.id ?? "", From: dueOn, Nights: 100 }).Activities)) as { day: string; channel: string }[]);
    expect(foreseen(spared)).toEqual([]);
    expect(foreseen(ente).map(({ day: on, channel: by }) => [on, by])).toEqual([30, 60].map((days) => [nextBusinessDay(addDays(dueOn, days), weekendsOnly), "pec"]));
  });
}, 60_000);

test("T-39, T-40, T-41: a month of nights with the standard pack: every payment type in its own time and words", async () => {
  const [, standard] = packs;
  if (standard === undefined) throw new Error("no pack");
  await freshStore(standard, async (session, company) => {
    const types = all(session, "duly_paymenttype");
    const paid = (code: string): Row => ({ duly_paymenttype: reference("duly_paymenttype", String(types.find((row) => row.duly_code === code)?.duly_paymenttypeid)) });
    const debtors = new Map(["BANK_TRANSFER", "DIRECT_DEBIT", "RIBA", "CARD", "CASH"].map((code) => [indebted(session, company, { number: code.replace("_", "-"), item: paid(code) }).id, code]));
    for (let night = dueOn; night <= "2026-03-16"; night = nextBusinessDay(addDays(night, 1), weekendsOnly)) expect((await playNight(session.host, session.flows, night)).failures).toEqual([]);
    const templates = new Map(all(session, "duly_template").map((row) => [String(row.duly_templateid), row.duly_code]));
    const firsts = all(session, "duly_communication").filter((row) => row.duly_level === 1)
      .map((row) => [debtors.get(idIn(row, "duly_debtor")), row.duly_plannedon, templates.get(idIn(row, "duly_template")), String(row.duly_body).includes(seller.iban)]);
    expect(firsts.sort((left, right) => String(left[1]).localeCompare(String(right[1])))).toEqual([
      ["BANK_TRANSFER", "2026-03-05", "standard-reminder-1", true],
      ["CARD", "2026-03-09", "standard-reminder-1", true],
      ["DIRECT_DEBIT", "2026-03-13", "returned-direct-debit", true],
      ["RIBA", "2026-03-16", "unpaid-riba", true],
    ]);
    const cash = all(session, "duly_openitem").find((row) => debtors.get(idIn(row, "duly_debtor")) === "CASH");
    expect(cash).toMatchObject({ duly_level: 0 });
  });
}, 120_000);
