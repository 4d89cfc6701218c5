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
  const open = stored ? openAfterChange(stored, amount) : amount;
  const columns: Row = {
    duly_issuedon: document.issuedOn,
    duly_duedate: dueDate,
    duly_amount: decimalOf(amount),
    duly_openamount: decimalOf(document.kind === "creditNote" ? unusedCredit(line) ?? open : open),
  };
  const initial: Row = {
    duly_name: `${document.number}/${instalment}`,
    duly_company: to("duly_company", companyId), duly_debtor: to("duly_debtor", ids.debtorId), duly_invoice: to("duly_invoice", ids.invoiceId),
    duly_instalment: instalment, transactioncurrencyid: session.currency(document.currency),
    duly_originalduedate: dueDate, duly_level: 0, duly_cycle: 0,
  };
  const { id, change } = put(session, items, { key, columns: { ...columns, ...closing(line, columns, stored) }, initial });
  return { item: { id, debtorId: ids.debtorId, open: openNow(session, { id, change }, open) }, written: change !== "none" };
}

/** A rule of the server may have applied an earlier over-payment to a new item: what it left open is read back before more is paid. */
function openNow({ service }: Session, written: Written, otherwise: Units): Units {
  if (written.change === "none") return otherwise;
  return unitsOf(textIn(service.retrieve("duly_openitem", { id: written.id }, ["duly_openamount"]), "duly_openamount"));
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

/** An item that nothing is open on, without a payment of ours to close it (a used credit note, an amount of zero), is closed with its row. */
function closing(line: Line, columns: Row, stored: Row | undefined): Row {
  const closes = columns.duly_openamount === "0.00" && unitsOf(textIn(stored ?? {}, "duly_openamount") || "1") !== 0;
  if (!closes) return {};
  const settledOn = line.payment !== null && ("settledOn" in line.payment ? line.payment.settledOn : line.payment.paidOn);
  return { statecode: 1, statuscode: openitemStatus.paid, duly_settledon: settledOn || line.document.issuedOn };
}
