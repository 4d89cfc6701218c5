import type { Row } from "../../local-host/service/contract";
import { disputeStatus } from "#solution/generated/names";
import type { Line } from "./line";
import { change, put } from "./mirror";
import { to } from "./rows";
import type { Session } from "./session";
import type { ItemState } from "./settle";
import { ledgerDispute } from "./store";

/**
 * Keeps the dispute that the ledger's flag stands for: opened on the issue date, resolved when the item is settled or the flag is gone.
 * One that is resolved in the store stays so: a collector's word goes before a flag that nobody took away.
 */
export function writeDispute(session: Session, line: Line, item: ItemState): boolean {
  if (line.disputed === null) return false;
  const { disputes } = session.ledger;
  const stored = disputes.rows.get(item.id)?.row;
  const settledOn = afterIssue(settlementDay(session, line), line.document.issuedOn);
  if (!stored && line.disputed) {
    const columns: Row = {
      duly_name: ledgerDispute, duly_debtor: to("duly_debtor", item.debtorId), duly_openitem: to("duly_openitem", item.id),
      duly_openedon: line.document.issuedOn, ...resolution(settledOn),
    };
    return put(session, disputes, { key: item.id, columns }).change !== "none";
  }
  if (stored?.statuscode !== disputeStatus.open) return false;
  const resolvedOn = line.disputed ? settledOn : settledOn ?? session.today;
  return resolvedOn !== null && change(session, disputes, item.id, resolution(resolvedOn)).change !== "none";
}

const resolution = (resolvedOn: string | null): Row =>
  resolvedOn === null ? {} : { statecode: 1, statuscode: disputeStatus.resolved, duly_resolvedon: resolvedOn };

/** Money that came before the document cannot have resolved a dispute before it began. */
const afterIssue = (settledOn: string | null, issuedOn: string): string | null => (settledOn !== null && settledOn < issuedOn ? issuedOn : settledOn);

function settlementDay({ today }: Session, { payment }: Line): string | null {
  if (payment === null) return null;
  if ("settledOn" in payment) return payment.settledOn;
  return payment.open === 0 ? payment.paidOn ?? today : null;
}
