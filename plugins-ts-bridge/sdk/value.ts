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
