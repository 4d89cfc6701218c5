import type { Column } from "../../metadata/model";
import type { SqlValue } from "../../store/sql";
import type { Value } from "../contract";
import { DataverseError } from "../error";
import { refuseType, type Place } from "./refuse";

type Encode = (value: Value) => SqlValue;

/** The platform keeps an empty text as no value. */
export function encodeText(place: Place): Encode {
  const { table, column } = place;
  const limit = column.maxLength ?? Infinity;
  return (value) => {
    if (typeof value !== "string") return refuseType(place, value, "a text");
    if (value.length > limit) {
      throw new DataverseError("0x80044331", `The length of the '${column.logicalName}' attribute of the '${table}' entity exceeded the maximum allowed length of '${limit}'.`);
    }
    // The store would keep what stands before it, and nothing would say so.
    if (value.includes("\u0000")) throw new DataverseError("0x80040203", `The attribute '${column.logicalName}' of the entity '${table}' holds a NUL character; leave it out.`);
    return value === "" ? null : value;
  };
}

// The binding of the store goes through a text twice, sign by sign; bytes it copies in one go.
const LONG = 500;

/** Bodies of messages and the like: handed over as bytes when long, which `memoTerm` makes a text again. */
export function encodeMemo(place: Place): Encode {
  const encode = encodeText(place);
  return (value) => {
    const text = encode(value);
    return typeof text === "string" && text.length > LONG ? Buffer.from(text) : text;
  };
}

/** What stands in a statement for a value of a column. */
export const memoTerm = ({ type }: Column, placeholder: string): string => (type === "memo" ? `CAST(${placeholder} AS TEXT)` : placeholder);

const GUID = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/;

/** A GUID in the store's form: lower case, no braces; null when the text is none. */
export const guidIn = (text: string): string | null => GUID.exec(text.toLowerCase())?.[1] ?? null;

export const encodeGuid = (place: Place): Encode => (value) =>
  (typeof value === "string" ? guidIn(value) : null) ?? refuseType(place, value, "a GUID");
