import type { Row } from "../../local-host/service/contract";
import { channel, contactpurpose, debtorkind, language } from "#solution/generated/names";
import { writeDispute } from "./dispute";
import { writeInvoice, writeItem } from "./document";
import type { Line } from "./line";
import { change, keyOf, put, type Written } from "./mirror";
import { idIn, to } from "./rows";
import type { Session } from "./session";
import { settle } from "./settle";

/** Writes what the store does not have yet of one line. Gives whether anything was written; throws LineRefused when the store contradicts the line. */
export function writeLine(session: Session, line: Line): boolean {
  const debtor = writeDebtor(session, line);
  const address = writeAddress(session, line, debtor);
  const invoice = writeInvoice(session, line, debtor.id);
  const { item, written } = writeItem(session, line, { debtorId: debtor.id, invoiceId: invoice.id });
  const paid = settle(session, line, item);
  const disputed = writeDispute(session, line, item);
  return debtor.change !== "none" || address || invoice.change !== "none" || written || paid || disputed;
}

function writeDebtor(session: Session, line: Line) {
  const { number, name, kind, country, language: speaks, creditClass } = session.customer(line.customer.number);
  const columns: Row = {
    ...(name !== null && { duly_name: name }),
    ...(kind !== null && { duly_kind: debtorkind[kind as keyof typeof debtorkind] }),
    ...(country !== null && { duly_country: country }),
    ...(speaks !== null && { duly_language: language[speaks as keyof typeof language] }),
    ...(creditClass !== null && { duly_creditclass: session.creditClass(creditClass) }),
  };
  const initial: Row = {
    duly_number: number, duly_company: to("duly_company", session.ledger.companyId),
    ...(name === null && { duly_name: number }),
    ...(kind === null && { duly_kind: debtorkind.company }),
  };
  return put(session, session.ledger.debtors, { key: keyOf(number), columns, initial });
}

/** The ledger's address is a billing address; when it changes, the former ones are kept but no longer first. */
function writeAddress(session: Session, line: Line, debtor: Written): boolean {
  const { email } = session.customer(line.customer.number);
  const { contactpoints } = session.ledger;
  if (email === null) return false;
  const key = keyOf(debtor.id, channel.email, email);
  if (contactpoints.rows.has(key)) return false;
  if (debtor.change !== "created") retireAddresses(session, debtor.id);
  put(session, contactpoints, {
    key,
    columns: { duly_debtor: to("duly_debtor", debtor.id), duly_channel: channel.email, duly_name: email },
    initial: { duly_purpose: contactpurpose.billing, duly_primary: true },
  });
  return true;
}

function retireAddresses(session: Session, debtorId: string): void {
  const { contactpoints } = session.ledger;
  for (const [key, { row }] of contactpoints.rows) {
    const replaced = idIn(row, "duly_debtor") === debtorId && row.duly_channel === channel.email && row.duly_purpose === contactpurpose.billing;
    if (replaced && row.duly_primary === true) change(session, contactpoints, key, { duly_primary: false });
  }
}
