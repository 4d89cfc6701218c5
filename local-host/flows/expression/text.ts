import { Decimal } from "./decimal";
import { isArray, isNumeric, type FlowValue } from "./value";

/** JSON text of a value: integers and decimals keep all their digits. */
export function toJsonText(value: FlowValue): string {
  if (typeof value === "bigint" || value instanceof Decimal) return String(value);
  if (isNumeric(value) || typeof value !== "object" || value === null) return JSON.stringify(value);
  if (isArray(value)) return `[${value.map(toJsonText).join(",")}]`;
  return `{${Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}:${toJsonText(part)}`).join(",")}}`;
}

/** Text as `string()` and `@{…}` give it: null is empty, booleans are True and False, objects are JSON. */
export function toText(value: FlowValue): string {
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "True" : "False";
  return isNumeric(value) ? String(value) : toJsonText(value);
}
