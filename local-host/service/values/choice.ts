import type { SqlValue } from "../../store/sql";
import type { Value } from "../contract";
import { refuseRange, refuseType, type Place } from "./refuse";

type Encode = (value: Value) => SqlValue;

const accepted = (place: Place): string => `Accepted Values: ${(place.column.options ?? []).map((option) => option.value).join(",")}`;

export function encodeChoice(place: Place): Encode {
  const values = new Set((place.column.options ?? []).map((option) => option.value));
  return (value) => {
    if (typeof value !== "number") return refuseType(place, value, "the number of an option");
    return values.has(value) ? value : refuseRange(place, value, accepted(place));
  };
}

/** Stored as ",5,9," ascending. */
export function encodeMultiselect(place: Place): Encode {
  const values = new Set((place.column.options ?? []).map((option) => option.value));
  return (value) => {
    if (!Array.isArray(value)) return refuseType(place, value, "an array with the numbers of options");
    const numbers = value as readonly number[];
    const unknown = numbers.find((each) => !values.has(each));
    if (unknown !== undefined) return refuseRange(place, unknown, accepted(place));
    return numbers.length === 0 ? null : `,${[...new Set(numbers)].sort((a, b) => a - b).join(",")},`;
  };
}

export const encodeFlag = (place: Place): Encode => (value) => {
  if (typeof value !== "boolean") return refuseType(place, value, "true or false");
  return value ? 1 : 0;
};
