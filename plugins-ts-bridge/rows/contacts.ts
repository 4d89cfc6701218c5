import { addDays } from "#domain/calendar/arithmetic";
import type { Day } from "#domain/calendar/day";
import { parseInstant } from "#domain/calendar/instant";
import { localOf, type Zone } from "#domain/calendar/zones";
import type { Contacted } from "#domain/contactrules/frequency";
import type { ContactRule } from "#domain/contactrules/contactrule";
import type { OptOut } from "#domain/contactrules/optout";
import { calloutcome, communicationStatus } from "#solution/generated/names";
import { from } from "../sdk/query";
import { channelOf, contactPurposeOf } from "./codes";
import { toDay } from "./debtor";

export const optOutQuery = (debtorIds: readonly string[]) => from("duly_optout")
  .select("duly_name", "duly_debtor", "duly_channel", "duly_purpose", "duly_startson", "duly_endson").where(["duly_debtor", "in", debtorIds], ["statecode", "eq", 0]);
export type OptOutColumns = ReturnType<typeof optOutQuery>["row"];

/** A wish without a first day holds from the beginning. */
export const toOptOut = (row: OptOutColumns): OptOut => ({
  name: row.duly_name ?? "", channel: channelOf(row.duly_channel), purpose: contactPurposeOf(row.duly_purpose),
  startsOn: toDay(row.duly_startson) ?? ("0001-01-01" as Day), endsOn: toDay(row.duly_endson),
});

/** Contacts with debtors from a day on: what was sent, and what is planned and was not withdrawn. */
export const contactedQuery = (debtorIds: readonly string[], since: Day) => from("duly_communication")
  .select("duly_communicationid", "duly_debtor", "duly_channel", "duly_purpose", "duly_plannedon", "duly_scheduledfor", "duly_senton", "duly_attempts", "duly_outcome")
  .where(["duly_debtor", "in", debtorIds], ["duly_plannedon", "ge", since], ["statuscode", "not-in", [communicationStatus.suppressed, communicationStatus.cancelled, communicationStatus.failed]]);
export type ContactedColumns = ReturnType<typeof contactedQuery>["row"];

const conversations: readonly (number | null)[] = [calloutcome.rightParty, calloutcome.promise, calloutcome.refused, calloutcome.disputed];

/** A communication as a contact; a call that is still to be made counts once more than its attempts. */
export function toContacted(row: ContactedColumns, zone: Zone): readonly Contacted[] {
  const channel = channelOf(row.duly_channel);
  const at = parseInstant(row.duly_senton ?? row.duly_scheduledfor ?? "");
  const on = at === null ? toDay(row.duly_plannedon) : localOf(at, zone).day;
  if (channel === null || on === null) return [];
  return [{ channel, purpose: contactPurposeOf(row.duly_purpose) ?? "dunning", on, times: Math.max(1, row.duly_attempts ?? 1), conversation: conversations.includes(row.duly_outcome) }];
}

/** Days between the planning of a message and the contact that are still found. */
const plannedAhead = 60;

/** First day of planning whose contacts rules may count on a day; null when no rule counts contacts. */
export function countedSince(rules: readonly ContactRule[], asOf: Day): Day | null {
  const days = rules.filter(({ kind }) => kind === "cap" || kind === "pause").map(({ perDays }) => perDays);
  return days.length === 0 ? null : addDays(asOf, -plannedAhead - days.reduce((most, one) => Math.max(most, one), 0));
}
