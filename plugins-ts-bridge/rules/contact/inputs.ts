import { parseInstant, type Instant } from "#domain/calendar/instant";
import { stop } from "#domain/messages/fault";
import { channel, contactrulepurpose } from "#solution/generated/names";
import { textInput } from "../../sdk/input";
import type { Context } from "../../sdk/rule";

const isKey = <K extends string>(keys: Readonly<Record<K, unknown>>, text: string): text is K => text in keys;

export function channelInput(context: Context): keyof typeof channel {
  const text = textInput(context, "Channel") ?? stop("DULY-RULE-002", { input: "Channel" });
  return isKey(channel, text) ? text : stop("DULY-CONTACT-004", { channel: text, known: Object.keys(channel).join(", ") });
}

export function purposeInput(context: Context): keyof typeof contactrulepurpose {
  const text = textInput(context, "Purpose") ?? "dunning";
  return isKey(contactrulepurpose, text) ? text : stop("DULY-CONTACT-005", { purpose: text, known: Object.keys(contactrulepurpose).join(", ") });
}

export function momentInput(context: Context): Instant {
  const text = textInput(context, "Moment") ?? context.nowUtc;
  return parseInstant(text) ?? stop("DULY-CONTACT-006", { text });
}
