import { instantText, parseInstant } from "#domain/calendar/instant";
import { checkContact, type Answer } from "#domain/contactrules/check";
import type { World } from "#domain/dunning/world";
import { stop } from "#domain/messages/fault";
import { messageText } from "#domain/messages/text";
import { channel, communicationStatus, type CommunicationRow } from "#solution/generated/names";
import { channelOf, contactPurposeOf } from "../../rows/codes";
import { outputs, update, type Effect } from "../../sdk/effect";

/** Columns of a message that contact rules go by. */
export const contactColumns = ["duly_communicationid", "duly_channel", "duly_customchannel", "duly_purpose", "duly_adhoc"] as const;
export type ContactColumns = Pick<CommunicationRow, (typeof contactColumns)[number]>;

const table = "duly_communication";

/** What the contact rules say of a message when it is about to leave. The world's contacts are those beside this message. */
export function answerNow(row: ContactColumns, world: World, { nowUtc }: { readonly nowUtc: string }): Answer {
  const contact = { channel: channelOf(row.duly_channel) ?? "email", customChannelId: row.duly_customchannel?.id ?? null, purpose: contactPurposeOf(row.duly_purpose) ?? "dunning" };
  const at = parseInstant(nowUtc) ?? stop("DULY-CONTACT-006", { text: nowUtc });
  return checkContact({ contact, at, byPerson: row.duly_adhoc ?? false }, world.permission.recipient, world.policy.contactRules);
}

/** A message that is put off waits for its moment; a call stays with its collector. */
export const putOff = (row: ContactColumns, until: number): Effect => update(table, row.duly_communicationid, {
  duly_scheduledfor: instantText(until), ...(row.duly_channel === channel.phone ? {} : { statuscode: communicationStatus.planned }),
});

/** The objection of the contact rules as the answer to who wants to send; null when they have none. */
export function contactObjection(row: ContactColumns, answer: Answer): readonly Effect[] | null {
  if (answer.verdict === "allow") return null;
  const text = messageText(answer.fault.code, answer.fault.parameters);
  if (answer.verdict === "deny") return outputs({ Allowed: false, Reason: "contactDenied", Text: text });
  return [putOff(row, answer.until), ...outputs({ Allowed: false, Reason: "contactDeferred", Text: text })];
}
