import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { channel, language } from "#solution/generated/names";
import { packageFiles } from "../../cli/build/package";
import { importPackage, openSession, type Session } from "../../cli/start/session";
import type { EntityReference, Row } from "../../local-host/service/contract";

/** The zip that ships, packed for the local host. */
export const packedZip = join(process.cwd(), packageFiles()[0]);

/** A folder for a store, removed by `remove`. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "duly-test-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** An open store with the shipped package imported and the clock at a day's morning. */
export function openStore(dataDir: string, day: string): Session {
  const session = openSession(dataDir);
  importPackage(session, packedZip);
  session.host.clock.set(`${day}T06:00:00Z`);
  return session;
}

const reference = (logicalName: string, id: string): EntityReference => ({ logicalName, id });

export const currency = (session: Session, code: string): EntityReference => {
  const row = session.host.sql.get("SELECT transactioncurrencyid AS id FROM transactioncurrency WHERE isocurrencycode = ?", [code]);
  if (row === null) throw new Error(`no currency ${code} in the store`);
  return reference("transactioncurrency", String(row.id));
};

export interface SmallLedger { readonly company: EntityReference; readonly debtor: EntityReference; readonly steps: readonly EntityReference[] }

/** A company with one strategy (e-mail after 3, 10 and 20 days) and one debtor with an e-mail address. */
export function smallLedger(session: Session): SmallLedger {
  const make = (table: string, row: Row): EntityReference => reference(table, session.host.service.create(table, row));
  const template = make("duly_template", { duly_name: "Reminder", duly_code: "reminder", duly_channel: channel.email });
  make("duly_templatetext", {
    duly_name: "Reminder, English", duly_template: template, duly_language: language.english,
    duly_subject: "Reminder for {{debtor.name}}", duly_body: "<p>Dear {{debtor.name}},</p><p>Open: {{total}}</p><ul>{{#items}}<li>{{invoice}} {{openAmount}}</li>{{/items}}</ul>",
  });
  const strategy = make("duly_strategy", { duly_name: "Standard", duly_code: "standard" });
  const steps = [3, 10, 20].map((days, index) => make("duly_strategystep", {
    duly_name: `Step ${index + 1}`, duly_strategy: strategy, duly_sequence: index + 1, duly_offsetdays: days, duly_channel: channel.email, duly_template: template,
  }));
  const company = make("duly_company", {
    duly_name: "Seller Ltd", duly_code: "S1", duly_currencycode: "EUR", duly_language: language.english, duly_sender: "ar@seller.example", duly_strategy: strategy,
  });
  return { company, debtor: addDebtor(session, company, { number: "C-1", name: "Buyer <Kft> & Társa", email: "pay@buyer.example" }), steps };
}

/** A further debtor of the company, with an e-mail address. */
export function addDebtor(session: Session, company: EntityReference, parts: { number: string; name: string; email: string }): EntityReference {
  const { service } = session.host;
  const debtor = reference("duly_debtor", service.create("duly_debtor", { duly_name: parts.name, duly_number: parts.number, duly_company: company, duly_language: language.english }));
  service.create("duly_contactpoint", { duly_name: parts.email, duly_debtor: debtor, duly_channel: channel.email });
  return debtor;
}

/** An invoice with one instalment; gives the open item. */
export function addInvoice(session: Session, ledger: SmallLedger, parts: { number: string; issued: string; due: string; amount: string; currency?: string }): EntityReference {
  const money = { transactioncurrencyid: currency(session, parts.currency ?? "EUR") };
  const invoice = session.host.service.create("duly_invoice", {
    duly_name: parts.number, duly_company: ledger.company, duly_debtor: ledger.debtor, duly_issuedon: parts.issued, duly_total: parts.amount, ...money,
  });
  const item = session.host.service.create("duly_openitem", {
    duly_name: `${parts.number}/1`, duly_company: ledger.company, duly_debtor: ledger.debtor, duly_invoice: reference("duly_invoice", invoice), duly_instalment: 1,
    duly_issuedon: parts.issued, duly_duedate: parts.due, duly_amount: parts.amount, ...money,
  });
  return reference("duly_openitem", item);
}

/** Texts of all messages in the outbox, oldest name first. */
export const outbox = (session: Session): readonly string[] =>
  readdirSync(session.outboxDir).filter((name) => name.endsWith(".eml")).sort().map((name) => readFileSync(join(session.outboxDir, name), "utf8"));
