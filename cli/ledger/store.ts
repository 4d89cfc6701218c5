import type { OrganizationService, Row } from "../../local-host/service/contract";
import { keyOf, readMirror, type Mirror } from "./mirror";
import { equals, idIn, numberIn, ofCompanyByDebtor, readAll, textIn } from "./rows";
import type { Vocabulary } from "./reading";

/** The ledger of one company as the store has it. */
export interface StoredLedger {
  readonly companyId: string;
  readonly debtors: Mirror;
  readonly contactpoints: Mirror;
  readonly invoices: Mirror;
  readonly items: Mirror;
  readonly payments: Mirror;
  readonly disputes: Mirror;
}

/** The dispute that the ledger's flag makes is known by its title; others are the collectors' own. */
export const ledgerDispute = "Disputed according to the ledger";

/** Reads the ledger of a company: one paged query a table. */
export function readLedger(service: OrganizationService, companyId: string): StoredLedger {
  const ofCompany = { filter: equals("duly_company", companyId) };
  const links = ofCompanyByDebtor(companyId);
  const read = (table: string, columns: readonly string[], key: (row: Row) => string) =>
    readMirror(service, table, { columns, key, where: columns.includes("duly_company") ? ofCompany : { links } });
  return {
    companyId,
    debtors: read("duly_debtor", ["duly_number", "duly_name", "duly_company", "duly_kind", "duly_language", "duly_country", "duly_creditclass"],
      (row) => keyOf(textIn(row, "duly_number"))),
    contactpoints: read("duly_contactpoint", ["duly_name", "duly_debtor", "duly_channel", "duly_purpose", "duly_primary"],
      (row) => keyOf(idIn(row, "duly_debtor"), numberIn(row, "duly_channel"), textIn(row, "duly_name"))),
    invoices: read("duly_invoice", ["duly_name", "duly_company", "duly_debtor", "duly_kind", "duly_issuedon", "duly_total", "transactioncurrencyid"],
      (row) => keyOf(textIn(row, "duly_name"))),
    items: read("duly_openitem", [
      "duly_name", "duly_company", "duly_debtor", "duly_invoice", "duly_instalment", "duly_issuedon", "duly_duedate", "duly_amount", "duly_openamount",
      "transactioncurrencyid", "duly_paymenttype",
    ], (row) => keyOf(idIn(row, "duly_invoice"), numberIn(row, "duly_instalment"))),
    payments: read("duly_payment", ["duly_name", "duly_company", "duly_amount", "duly_unapplied", "duly_valuedate", "statuscode"],
      (row) => keyOf(textIn(row, "duly_name"))),
    disputes: readMirror(service, "duly_dispute", {
      columns: ["duly_name", "duly_openitem", "duly_resolvedon", "statuscode"], key: (row) => idIn(row, "duly_openitem"),
      where: { links, filter: equals("duly_name", ledgerDispute) },
    }),
  };
}

/** Currencies, credit classes and payment types of the store, by code, with the ids that rows refer to. */
export interface StoredVocabulary extends Vocabulary {
  readonly currencyIds: ReadonlyMap<string, string>;
  readonly creditClasses: ReadonlyMap<string, string>;
  readonly paymentTypes: ReadonlyMap<string, string>;
}

export function readVocabulary(service: OrganizationService): StoredVocabulary {
  const currencies = [...readAll(service, "transactioncurrency", ["isocurrencycode", "currencyprecision"])];
  const byCode = (table: string): ReadonlyMap<string, string> =>
    new Map([...readAll(service, table, ["duly_code"])].map((row) => [textIn(row, "duly_code"), textIn(row, `${table}id`)]));
  return {
    currencies: new Map(currencies.map((row) => [textIn(row, "isocurrencycode"), numberIn(row, "currencyprecision")])),
    currencyIds: new Map(currencies.map((row) => [textIn(row, "isocurrencycode"), textIn(row, "transactioncurrencyid")])),
    creditClasses: byCode("duly_creditclass"), paymentTypes: byCode("duly_paymenttype"),
  };
}
