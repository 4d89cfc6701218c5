import { parseDay, type Day } from "#domain/calendar/day";
import { parseInstant } from "#domain/calendar/instant";
import { localOf, type Zone } from "#domain/calendar/zones";
import { stop } from "#domain/messages/fault";
import type { Context } from "./rule";

/** A text parameter; null when it was not given or is empty. */
export function textInput({ input }: Context, name: string): string | null {
  const value = input[name];
  return typeof value === "string" && value !== "" ? value : null;
}

/** An id; refused when it is missing. */
export const idInput = (context: Context, name: string): string =>
  textInput(context, name)?.toLowerCase() ?? stop("DULY-RULE-002", { input: name });

/** A number; null when it was not given. */
export const numberInput = ({ input }: Context, name: string): number | null => {
  const value = input[name];
  return typeof value === "number" ? value : null;
};

/** A yes or no; no when it was not given. */
export const flagInput = ({ input }: Context, name: string): boolean => input[name] === true;

/** Ids of a command column: separated by commas, with or without braces; each once. */
export const idListOf = (text: string | null | undefined): readonly string[] =>
  [...new Set((text ?? "").split(",").map((id) => id.trim().replaceAll("{", "").replaceAll("}", "").toLowerCase()).filter((id) => id !== ""))];

/** A text as a day; refused when it is none. */
export const dayOf = (text: string): Day => parseDay(text) ?? stop("DULY-DAY-001", { text });

/** The business day of the call. */
export const todayOf = (context: { readonly today: string }): Day => dayOf(context.today);

/** The day that it is in a time zone when the call is made. */
export const businessDayOf = ({ nowUtc }: { readonly nowUtc: string }, zone: Zone): Day =>
  localOf(parseInstant(nowUtc) ?? stop("DULY-DAY-001", { text: nowUtc }), zone).day;

/** A day parameter; null when it was not given. */
export function givenDay(context: Context, name: string): Day | null {
  const text = textInput(context, name);
  return text === null ? null : dayOf(text);
}
