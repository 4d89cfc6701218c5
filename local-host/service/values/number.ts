import type { SqlValue } from "../../store/sql";
import type { Value } from "../contract";
import { toScaled } from "./decimal";
import { refuseRange, refuseType, type Place } from "./refuse";

type Encode = (value: Value) => SqlValue;

/** Largest integer of a column of the store. */
const STORED_LIMIT = 2n ** 63n - 1n;

function withinLimits(place: Place, value: Value, number: number): void {
  const { minValue = -Infinity, maxValue = Infinity } = place.column;
  if (number < minValue || number > maxValue) refuseRange(place, value, `Accepted values: ${minValue} to ${maxValue}.`);
}

export const encodeWhole = (place: Place): Encode => (value) => {
  if (typeof value !== "number" || !Number.isSafeInteger(value)) return refuseType(place, value, "a whole number");
  withinLimits(place, value, value);
  return value;
};

export const encodeDouble = (place: Place): Encode => (value) => {
  if (typeof value !== "number" || !Number.isFinite(value)) return refuseType(place, value, "a number");
  withinLimits(place, value, value);
  return value;
};

/** Money and decimal: decimal texts (numbers are taken by their shortest text), rounded to the places of the column. */
export function encodeDecimal(place: Place, scale: number): Encode {
  const rule = { places: Math.min(place.column.precision ?? 2, scale), scale };
  return (value) => {
    const scaled = typeof value === "string" || typeof value === "number" ? toScaled(String(value), rule) : null;
    if (scaled === null) return refuseType(place, value, "a decimal text such as \"12.50\"");
    withinLimits(place, value, Number(value));
    if (typeof scaled === "bigint" && (scaled > STORED_LIMIT || scaled < -STORED_LIMIT)) return refuseRange(place, value, "The store cannot hold it exactly.");
    return scaled;
  };
}
