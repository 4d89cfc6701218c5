import type { Row } from "../../local-host/service/contract";
import { invoicekind, openitemStatus } from "#solution/generated/names";
import { decimalOf, unitsOf, type Units } from "./amounts";
import type { Line } from "./line";
import { lineFaults } from "./line-faults";
import { keyOf, put, type Written } from "./mirror";
import { idIn, textIn, to } from "./rows";
import { refuse, type Session } from "./session";
import type { ItemState } from "./settle";

/** Writes the document of a line. A stored one with another customer, currency or kind is never turned into this one. */
export function writeInvoice(session: Session, { document }: Line, debtorId: string): Written {
  const { ledger } = session;
  const key = keyOf(document.number);
  const columns: Row = {
    duly_debtor: to("duly_debtor", debtorId),
    duly_kind: invoicekind[document.kind],
    duly_issuedon: document.issuedOn,
    duly_total: decimalOf(session.total(document.number)),
    transactioncurrencyid: session.currency(document.currency),
  };
  const stored = ledger.invoices.rows.get(key)?.row;
  const differing = stored && difference(stored, columns);
  if (differing) refuse(lineFaults.storedElsewhere(`document ${document.number}`, differing));
  return put(session, ledger.invoices, { key, columns, initial: { duly_name: document.number, duly_company: to("duly_company", ledger.companyId) } });
}

function difference(stored: Row, wanted: Row): string | null {
  if (idIn(stored, "duly_debtor") !== idIn(wanted, "duly_debtor")) return "customer";
  if (idIn(stored, "transactioncurrencyid") !== idIn(wanted, "transactioncurrencyid")) return "currency";
  return stored.duly_kind === wanted.duly_kind ? null : "kind";
}

/** Writes the instalment. Gives its state before any payment of this line. */
export function writeItem(session: Session, line: Line, ids: { debtorId: string; invoiceId: string }): { item: ItemState; written: boolean } {
  const { items, companyId } = session.ledger;
  const { document, instalment, amount, dueDate } = line;
  const key = keyOf(ids.invoiceId, instalment);
  const stored = items.rows.get(key)?.row;
  const unused = document.kind === "creditNote" ? unusedCredit(line) : null;
  const open = unused ?? (stored ? openAfterChange(stored, amount) : amount);
  const columns: Row = {
    duly_issuedon: document.issuedOn,
    // A due date that the file leaves out may be known from the terms agreed with the debtor.
    ...(dueDate !== null && { duly_duedate: dueDate }),
    duly_amount: decimalOf(amount),
    duly_openamount: decimalOf(open),
    ...(line.paymentType !== null && { duly_paymenttype: session.paymentType(line.paymentType) }),
    ...statusOf(line, open, stored),
  };
  const initial: Row = {
    duly_name: `${document.number}/${instalment}`,
    duly_company: to("duly_company", companyId), duly_debtor: to("duly_debtor", ids.debtorId), duly_invoice: to("duly_invoice", ids.invoiceId),
    duly_instalment: instalment, transactioncurrencyid: session.currency(document.currency),
    ...(dueDate !== null && { duly_originalduedate: dueDate }), duly_level: 0, duly_cycle: 0,
  };
  const { id, change } = put(session, items, { key, columns, initial });
  return { item: { id, debtorId: ids.debtorId, open }, written: change !== "none" };
}

/** The ledger changed the amount: what is paid stays paid. */
function openAfterChange(stored: Row, amount: Units): Units {
  const paid = unitsOf(textIn(stored, "duly_amount")) - unitsOf(textIn(stored, "duly_openamount"));
  if (amount < paid) refuse(lineFaults.belowPaid(decimalOf(amount), decimalOf(paid)));
  return amount - paid;
}

/** What is left of a credit note; null when the file does not say. */
function unusedCredit({ payment, amount }: Line): Units | null {
  if (payment === null) return null;
  if ("open" in payment) return payment.open;
  return payment.settledOn === null ? amount : 0;
}

/** Status of an item that this line itself closes (a used credit note, an amount of zero or lowered to what is paid) or opens again (an amount raised after it was paid). */
function statusOf(line: Line, open: Units, stored: Row | undefined): Row {
  const before = stored ? unitsOf(textIn(stored, "duly_openamount")) : null;
  if (open === 0 && before !== 0) return { statecode: 1, statuscode: openitemStatus.paid, duly_settledon: settlementDay(line) };
  if (open === 0 || before !== 0) return {};
  return { statecode: 0, statuscode: open === line.amount ? openitemStatus.open : openitemStatus.partlyPaid, duly_settledon: null };
}

function settlementDay({ payment, document }: Line): string {
  if (payment === null) return document.issuedOn;
  return ("settledOn" in payment ? payment.settledOn : payment.paidOn) ?? document.issuedOn;
}
