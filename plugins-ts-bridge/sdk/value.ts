import type { Reference } from "#solution/generated/names";

/**
 * A value that crosses the boundary: money and decimals are decimal strings, days "YYYY-MM-DD", choices numbers,
 * lookups references, ids lower-case strings.
 */
export type Value = string | number | boolean | null | Reference | readonly number[];

export type RawRow = Readonly<Record<string, Value>>;

/** A reference to a row that an earlier effect of the same answer creates, by the name that the effect gave it. */
export interface CreatedReference { readonly logicalName: string; readonly created: string }

export type WriteValue = Value | CreatedReference;
export type WriteRow = Readonly<Record<string, WriteValue>>;

export const reference = (logicalName: string, id: string): Reference => ({ logicalName, id });

const isDecimal = (value: unknown): value is string => typeof value === "string" && /^-?\d+\.?\d*$/.test(value);
const plain = (text: string): string => (text.includes(".") ? text.replace(/\.?0+$/, "") : text);

const keyOf = (value: Value | undefined): string | number | boolean | null => (typeof value === "object" && value !== null ? ("id" in value ? value.id.toLowerCase() : value.join(",")) : value ?? null);

/** Whether a value that is written is another than the one that stands; texts of decimals differ by their numbers, lookups by their ids. */
export function differs(written: Value | undefined, standing: Value | undefined): boolean {
  const [a, b] = [keyOf(written), keyOf(standing)];
  if (a === b || (a === "" && b === null) || (a === null && b === "")) return false;
  return !(isDecimal(a) && isDecimal(b) && plain(a) === plain(b));
}
