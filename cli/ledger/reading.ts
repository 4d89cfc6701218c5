import { readAmount, type Units } from "./amounts";
import type { DateReader } from "./dates";
import type { Fault } from "./fault";
import type { Cells } from "./header";
import { lineFaults, lineWarnings } from "./line-faults";
import type { LedgerMap } from "./map";

/** What the store knows that a line must agree with. */
export interface Vocabulary {
  /** ISO code -> decimals of the currency. */
  readonly currencies: ReadonlyMap<string, number>;
  /** Codes of the credit classes. */
  readonly creditClasses: { has(code: string): boolean };
  /** Codes of the payment types. */
  readonly paymentTypes: { has(code: string): boolean };
}

/** One line while it is read: its cells, and what was found wrong so far. Each reader below gives null (or a harmless value) where it notes a fault. */
export interface Reading {
  readonly cells: Cells;
  readonly map: LedgerMap;
  readonly vocabulary: Vocabulary;
  readonly readDate: DateReader;
  readonly faults: Fault[];
  readonly warnings: Fault[];
}

type TextColumn = "customerNumber" | "customerName" | "invoiceNumber";

/** A text that may be empty (null). */
export function text({ cells, faults }: Reading, column: TextColumn, what: string, longest: number): string | null {
  const found = cells.of(column);
  if (found.length > longest) faults.push(lineFaults.tooLong(what, found.length, longest));
  return found === "" ? null : found;
}

/** A text that must not be empty. */
export function key(reading: Reading, column: TextColumn, what: string, longest: number): string {
  const found = text(reading, column, what, longest);
  if (found === null) reading.faults.push(lineFaults.missing(what));
  return found ?? "";
}

/** A day as "YYYY-MM-DD". */
export function date(
  { cells, readDate, map, faults }: Reading, column: "issueDate" | "dueDate" | "settledDate" | "paidOn", what: string, need: "required" | "optional" = "optional",
): string | null {
  const found = cells.of(column);
  if (found === "") {
    if (need === "required") faults.push(lineFaults.missing(what));
    return null;
  }
  const day = readDate(found);
  if (day === "impossible") faults.push(lineFaults.impossibleDate(what, found));
  else if (day === null) faults.push(lineFaults.unreadableDate(what, found, map.dateFormat));
  return day;
}

export interface Currency { readonly code: string; readonly decimals: number }

export function currency({ cells, vocabulary, faults }: Reading): Currency | null {
  const code = cells.of("currency").toUpperCase();
  const decimals = vocabulary.currencies.get(code);
  if (decimals !== undefined) return { code, decimals };
  faults.push(code === "" ? lineFaults.missing("currency") : lineFaults.unknownCurrency(code, [...vocabulary.currencies.keys()]));
  return null;
}

/** An amount with its sign. */
export function amount({ cells, map, faults }: Reading, column: "amount" | "openAmount", what: string, money: Currency): Units | null {
  const found = cells.of(column);
  if (found === "") {
    faults.push(lineFaults.missing(what));
    return null;
  }
  const units = readAmount(found, map.decimalSign, money.decimals);
  if (typeof units === "number") return units;
  if (units === "unreadable") faults.push(lineFaults.unreadableAmount(what, found, map.decimalSign));
  else if (units === "precision") faults.push(lineFaults.precision(what, found, money));
  else faults.push(lineFaults.tooLarge(what, found));
  return null;
}

/** Number of the instalment; 1 when the cell is empty. */
export function instalment({ cells, faults }: Reading): number {
  const found = cells.of("instalment");
  if (found === "") return 1;
  if (/^[1-9]\d{0,5}$/.test(found)) return Number(found);
  faults.push(lineFaults.instalment(found));
  return 1;
}

/** One of the keys of a choice, in any case. */
export function option<T extends string>(
  { cells, faults }: Reading, column: "kind" | "language" | "documentKind", what: string, options: readonly T[],
): T | null {
  const cell = cells.of(column);
  const found = options.find((each) => each.toLowerCase() === cell.toLowerCase());
  if (found === undefined && cell !== "") faults.push(lineFaults.unknownValue(what, cell, `one of ${options.join(", ")}`));
  return found ?? null;
}

export function country({ cells, faults }: Reading): string | null {
  const found = cells.of("country").toUpperCase();
  if (found === "") return null;
  if (!/^[A-Z]{2}$/.test(found)) faults.push(lineFaults.unknownValue("country", found, "a two-letter ISO 3166 code"));
  return found;
}

/** Code of a row of the policy that the store has. */
export function storedCode({ cells, vocabulary, faults }: Reading, column: "creditClass" | "paymentType"): string | null {
  const found = cells.of(column);
  if (found === "") return null;
  const [known, unknown] = column === "creditClass" ? [vocabulary.creditClasses, lineFaults.unknownCreditClass] : [vocabulary.paymentTypes, lineFaults.unknownPaymentType];
  if (!known.has(found)) faults.push(unknown(found));
  return found;
}

/** What is no address is left out with a warning: the debt is real all the same. */
export function email({ cells, warnings }: Reading): string | null {
  const found = cells.of("email");
  if (found === "") return null;
  if (found.length <= 200 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(found)) return found;
  warnings.push(lineWarnings.email(found));
  return null;
}
