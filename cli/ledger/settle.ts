import type { Row } from "../../local-host/service/contract";
import { paymentStatus } from "#solution/generated/names";
import { decimalOf, unitsOf, type Units } from "./amounts";
import type { Line } from "./line";
import { lineFaults } from "./line-faults";
import { keyOf, put } from "./mirror";
import { to, textIn } from "./rows";
import { refuse, type Session } from "./session";

/** The item of a line in the store, before its payment. */
export interface ItemState {
  readonly id: string;
  readonly debtorId: string;
  /** What is open according to the store. */
  readonly open: Units;
}

/** Writes the payment that the line tells of; the server's rule allocates it. A credit note is used up, not paid: its open amount is set with the item. */
export function settle(session: Session, line: Line, item: ItemState): boolean {
  const { payment, document } = line;
  if (payment === null || document.kind === "creditNote") return false;
  if ("open" in payment) return payToOpen(session, line, item, payment);
  return payOnSettlement(session, line, item, payment.settledOn);
}

const instalment = ({ document, instalment }: Line): string => `${document.number}/${instalment}`;

/** With settled dates: one payment of the whole amount, known by the instalment. */
function payOnSettlement(session: Session, line: Line, item: ItemState, settledOn: string | null): boolean {
  const { live, reference } = findPayment(session, `${instalment(line)} settled`, isLive);
  if (live && (unitsOf(textIn(live, "duly_amount")) !== line.amount || live.duly_valuedate !== settledOn)) {
    const told = `${decimalOf(unitsOf(textIn(live, "duly_amount")))} on ${textIn(live, "duly_valuedate")}`;
    refuse(lineFaults.settlementChanged(reference, told, settledOn === null ? "it is not settled" : `${decimalOf(line.amount)} on ${settledOn}`));
  }
  if (live || settledOn === null || line.amount === 0) return false;
  pay(session, line, item, { reference, amount: line.amount, valueDate: settledOn });
  return true;
}

/** With open amounts: a payment of what the open amount fell by since the store last heard of it; on the day of the import when the file names none. */
function payToOpen(session: Session, line: Line, item: ItemState, { open, paidOn }: { open: Units; paidOn: string | null }): boolean {
  if (open > item.open) refuse(lineFaults.openRose(decimalOf(item.open), decimalOf(open)));
  if (open === item.open) return false;
  const { live: waiting, reference } = findPayment(session, `${instalment(line)} ${open === 0 ? "paid" : `part paid, ${decimalOf(open)} left`}`, isUnallocated);
  // Booked before, but not allocated: the rules of the store are switched off. Paying again would not mend that.
  if (waiting) return false;
  pay(session, line, item, { reference, amount: item.open - open, valueDate: paidOn ?? session.today });
  return true;
}

const isLive = ({ statuscode }: Row): boolean => statuscode !== paymentStatus.cancelled;

/** The rule that allocates a payment says first that nothing of it is left over. An allocated one was for an earlier fall to the same amount. */
const isUnallocated = (row: Row): boolean => isLive(row) && (row.duly_unapplied ?? null) === null;

/** The payment with this reference that counts; or the first reference that is free: a payment that does not count keeps its own. */
function findPayment({ ledger }: Session, first: string, counts: (row: Row) => boolean): { live: Row | null; reference: string } {
  for (let count = 1; ; count += 1) {
    const reference = count === 1 ? first : `${first} (${count})`;
    const row = ledger.payments.rows.get(keyOf(reference))?.row;
    if (!row) return { live: null, reference };
    if (counts(row)) return { live: row, reference };
  }
}

function pay(session: Session, line: Line, item: ItemState, what: { reference: string; amount: Units; valueDate: string }): void {
  const columns: Row = {
    duly_name: what.reference,
    duly_company: to("duly_company", session.ledger.companyId),
    duly_debtor: to("duly_debtor", item.debtorId),
    duly_openitem: to("duly_openitem", item.id),
    transactioncurrencyid: session.currency(line.document.currency),
    duly_amount: decimalOf(what.amount),
    duly_valuedate: what.valueDate,
    duly_bookedon: what.valueDate,
  };
  put(session, session.ledger.payments, { key: keyOf(what.reference), columns });
}
