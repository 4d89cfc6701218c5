import { instantText, type Instant } from "#domain/calendar/instant";
import { callMoment } from "#domain/contactrules/calls";
import type { PlanCommunication } from "#domain/dunning/actions";
import type { Debtor } from "#domain/dunning/facts";
import { hoursOf } from "../../rows/collector";
import type { Effect } from "../../sdk/effect";
import { reference } from "../../sdk/value";
import type { Sending } from "../run/communication";
import { phonecallCreated, phonecallEffect } from "./phonecall";

/** When a call is made: within the debtor's hours and the collector's, and not in the past. */
function momentOf(planned: PlanCommunication, { debtor, calling, read: { policy } }: Sending): Instant | null {
  if (planned.scheduledFor === null) return null;
  const shift = hoursOf(calling.callers.get(debtor.id));
  const from = Math.max(planned.scheduledFor, calling.now);
  return callMoment(from, { channel: "phone", customChannelId: null, purpose: planned.step.purpose }, { who: planned.recipient, rules: policy.contactRules, shift }) ?? from;
}

/** Who looks after the debtor has its calls for which no collector has room, not whoever runs the night. */
const ownerOf = ({ owner }: Debtor) => (owner === null ? null : reference(owner.table, owner.id));

/** What a call has beside other messages: its time, its collector, and the activity that stands in his calendar. Nothing for other channels. */
export function callParts(planned: PlanCommunication, key: string, subject: string, sending: Sending) {
  const at = planned.channel === "phone" ? momentOf(planned, sending) : null;
  if (at === null) return { effects: [] as readonly Effect[], columns: {} };
  const { debtor, calling } = sending;
  const caller = calling.callers.get(debtor.id);
  const owner = caller === undefined ? ownerOf(debtor) : reference("systemuser", caller.userId);
  const name = `${key}|call`;
  const attempt = { subject, number: planned.address, script: calling.scripts.get(planned.step.id) ?? "", at, debtorId: debtor.id, owner };
  return {
    effects: [phonecallEffect(attempt, name)],
    columns: { duly_scheduledfor: instantText(at), duly_attempts: 0, duly_phonecall: phonecallCreated(name), ...(owner === null ? {} : { ownerid: owner }),
      ...(caller === undefined && calling.hasCollectors ? { duly_unassigned: true } : {}),
    },
  };
}
