import { isDay } from "#domain/calendar/day";
import { channel, contactrulekind, contactrulepurpose, debtorkind } from "#solution/generated/names";
import { list, object, oneOf, orNull, readJson, text, wholeNumber, yesNo } from "../ledger/shape";

const namesOf = <T extends object>(choice: T) => Object.keys(choice) as (keyof T & string)[];

/** A rule about contacts; a property is a column of duly_contactrule without its prefix. */
export interface PackContactRule {
  readonly code: string;
  readonly name: string;
  readonly kind: keyof typeof contactrulekind;
  readonly channel: keyof typeof channel | null;
  /** Code of a further channel of the pack. */
  readonly customchannel: string | null;
  readonly purpose: keyof typeof contactrulepurpose | null;
  readonly debtorkind: keyof typeof debtorkind | null;
  readonly country: string | null;
  readonly weekdays: string | null;
  readonly fromtime: string | null;
  readonly totime: string | null;
  readonly most: number | null;
  readonly perdays: number | null;
  readonly validfrom: string;
  readonly validto: string | null;
  readonly source: string;
}

/** Contact rules as a file. */
export interface ContactPack {
  readonly name: string;
  readonly description: string;
  /** false = the rules bind only some, such as third-party collectors, and are stored inactive. */
  readonly active: boolean;
  readonly customchannels: readonly { readonly code: string; readonly name: string }[];
  readonly contactrules: readonly PackContactRule[];
}

const code = text('a short code such as "OFFICE-CALLS" (at most 50 characters)', (value) => value.length <= 50);
const name = text("a name (at most 200 characters)", (value) => value.length <= 200);
const day = text('a day such as "2026-01-01"', isDay);
const time = text('a time such as "08:00"', (value) => /^([01]\d|2[0-4]):[0-5]\d$/.test(value));

const rule = object<PackContactRule>({
  code, name, kind: oneOf(namesOf(contactrulekind)), channel: orNull(oneOf(namesOf(channel))), customchannel: orNull(code), purpose: orNull(oneOf(namesOf(contactrulepurpose))),
  debtorkind: orNull(oneOf(namesOf(debtorkind))), country: orNull(text('two letters such as "HU"', (value) => /^[A-Z]{2}$/.test(value))),
  weekdays: orNull(text('weekdays such as "1,2,3"', (value) => /^[0-6](,[0-6])*$/.test(value))), fromtime: orNull(time), totime: orNull(time),
  most: orNull(wholeNumber("a number of contacts")), perdays: orNull(wholeNumber("a number of days")), validfrom: day, validto: orNull(day), source: text("where it is written"),
});

const pack = object<ContactPack>({
  name: text("a name (at most 50 characters)", (value) => value.length <= 50), description: text("a text"), active: yesNo,
  customchannels: list(object({ code, name }), "a list of further channels"), contactrules: list(rule, "a list of contact rules"),
});

/** Reads a pack of contact rules. Throws LedgerError with every fault found (DULY-POLICY-…). */
export const readContact = (json: string): ContactPack => readJson(json, "POLICY", pack);
