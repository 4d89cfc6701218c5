import type { AlertAction } from "#domain/alerts/follow";
import type { Day } from "#domain/calendar/day";
import { messageText } from "#domain/messages/text";
import { alertStatus, type Reference } from "#solution/generated/names";
import type { WatchedDisputeColumns } from "../../rows/alert";
import type { DebtorColumns } from "../../rows/debtor";
import { create, update, type Effect } from "../../sdk/effect";
import { reference } from "../../sdk/value";

const table = "duly_alert";

/** What the writes about one debtor go by. */
export interface Telling { readonly debtor: DebtorColumns; readonly disputes: readonly WatchedDisputeColumns[]; readonly asOf: Day; readonly nowUtc: string }

type Raise = Extract<AlertAction, { readonly kind: "raise" }>;

/** The manager where it is escalated at once, else who owns the dispute, else who owns the debtor. */
function ownerOf({ rule, notice, escalated }: Raise, { debtor, disputes }: Telling): Reference | null {
  if (escalated && rule.managerId !== null) return reference("systemuser", rule.managerId);
  return disputes.find((row) => row.duly_disputeid === notice.disputeId)?.ownerid ?? debtor.ownerid ?? null;
}

function raised(action: Raise, telling: Telling): Effect {
  const { rule, notice: { disputeId, text }, escalated } = action;
  const { debtor, asOf } = telling;
  const owner = ownerOf(action, telling);
  return create(table, {
    duly_name: `${rule.name} – ${debtor.duly_number ?? ""} ${debtor.duly_name ?? ""}`.trim().slice(0, 250), duly_text: messageText(text.code, text.parameters),
    duly_alertrule: reference("duly_alertrule", rule.id), duly_debtor: reference("duly_debtor", debtor.duly_debtorid), duly_raisedon: asOf,
    duly_uniquekey: [rule.id, debtor.duly_debtorid, disputeId ?? "", asOf].join("|"), statuscode: escalated ? alertStatus.escalated : alertStatus.open,
    ...(disputeId === null ? {} : { duly_dispute: reference("duly_dispute", disputeId) }), ...(escalated ? { duly_escalatedon: asOf } : {}), ...(owner === null ? {} : { ownerid: owner }),
  });
}

/** The write of one action. */
export function alertEffect(action: AlertAction, telling: Telling): Effect {
  const { asOf, nowUtc } = telling;
  switch (action.kind) {
    case "raise": return raised(action, telling);
    case "escalate": return update(table, action.alert.id, {
      statuscode: alertStatus.escalated, duly_escalatedon: asOf, ...(action.rule.managerId === null ? {} : { ownerid: reference("systemuser", action.rule.managerId) }),
    });
    case "pass": return update(table, action.alert.id, {
      duly_passedon: asOf, ...(action.alert.state === "closed" ? {} : { statecode: 1, statuscode: alertStatus.passed, duly_closedon: nowUtc }),
    });
    case "resume": return update(table, action.alert.id, {
      duly_passedon: null, ...(action.alert.state === "closed" ? {} : { statecode: 0, statuscode: alertStatus.open, duly_closedon: null }),
    });
  }
}
