import { isDay } from "#domain/calendar/day";
import { debtorkind, ratefixing } from "#solution/generated/names";
import { list, object, oneOf, orNull, readJson, text, yesNo } from "../ledger/shape";

type Choice<T> = readonly (keyof T & string)[];
const kinds = Object.keys(debtorkind) as Choice<typeof debtorkind>;
const fixings = Object.keys(ratefixing) as Choice<typeof ratefixing>;

/** A rule of statutory interest and flat cost; a property is a column of duly_interestrule without its prefix. */
export interface PackRule {
  readonly code: string;
  readonly name: string;
  readonly country: string | null;
  readonly debtorkind: (typeof kinds)[number] | null;
  readonly currencycode: string | null;
  readonly validfrom: string;
  readonly validto: string | null;
  readonly ratecode: string | null;
  readonly margin: string | null;
  readonly fixing: (typeof fixings)[number];
  readonly flatamount: string | null;
  readonly flatcurrency: string | null;
  readonly source: string;
}

/** A base rate from a day on. */
export interface PackRate {
  readonly code: string;
  readonly validfrom: string;
  readonly rate: string;
  readonly source: string;
}

/** Statutory interest as a file. */
export interface InterestPack {
  readonly name: string;
  readonly description: string;
  /** false = the rules are stored inactive and charge nothing. */
  readonly active: boolean;
  readonly interestrules: readonly PackRule[];
  readonly interestrates: readonly PackRate[];
}

const code = text('a short code such as "MNB" (at most 50 characters)', (value) => value.length <= 50);
const day = text('a day such as "2026-01-01"', isDay);
const currency = text('an ISO 4217 code such as "EUR"', (value) => /^[A-Z]{3}$/.test(value));
const decimal = text('a number such as "8" or "3.75"', (value) => /^-?\d{1,4}(\.\d{1,4})?$/.test(value));
const source = text("where it is written");

const rule = object<PackRule>({
  code, name: text("a name (at most 200 characters)", (value) => value.length <= 200), country: orNull(text('two letters such as "HU"', (value) => /^[A-Z]{2}$/.test(value))),
  debtorkind: orNull(oneOf(kinds)), currencycode: orNull(currency), validfrom: day, validto: orNull(day), ratecode: orNull(code), margin: orNull(decimal), fixing: oneOf(fixings),
  flatamount: orNull(decimal), flatcurrency: orNull(currency), source,
});

const pack = object<InterestPack>({
  name: text("a name"), description: text("a text"), active: yesNo, interestrules: list(rule, "a list of interest rules"),
  interestrates: list(object<PackRate>({ code, validfrom: day, rate: decimal, source }), "a list of interest rates"),
});

/** Reads a pack of statutory interest. Throws LedgerError with every fault found (DULY-POLICY-…). */
export const readInterest = (json: string): InterestPack => readJson(json, "POLICY", pack);
