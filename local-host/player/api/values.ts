import { asNumber, asText, type JsonObject } from "./json";
import type { AttributeMetadata } from "./metadata.types";

export interface LookupValue { readonly id: string; readonly name: string; readonly entityType: string }

/**
 * A value of a form: text and memo strings, numbers, choices their number, "YYYY-MM-DD" for a date, ISO text for a date with time,
 * a lookup as its row. Empty is null, never "".
 */
export type FieldValue = string | number | boolean | null | readonly number[] | LookupValue;

export const isLookup = (value: FieldValue): value is LookupValue => typeof value === "object" && value !== null && "entityType" in value;
export const isNumbers = (value: FieldValue): value is readonly number[] => Array.isArray(value);

const FORMATTED = "@OData.Community.Display.V1.FormattedValue";
const TABLE = "@Microsoft.Dynamics.CRM.lookuplogicalname";

/** The server's own text of a column (choice label, name of a lookup, amount), or empty. */
export const formattedOf = (row: JsonObject, name: string): string => asText(row[name + FORMATTED] ?? row[`_${name}_value${FORMATTED}`]);

function lookupOf(row: JsonObject, attribute: AttributeMetadata): LookupValue | null {
  const key = `_${attribute.name}_value`;
  const id = asText(row[key] ?? row[attribute.name]);
  if (id === "") return null;
  return { id, name: asText(row[key + FORMATTED] ?? row[attribute.name + FORMATTED]) || id, entityType: asText(row[key + TABLE] ?? row[attribute.name + TABLE]) || (attribute.targets[0] ?? "") };
}

const numbersOf = (text: string): readonly number[] | null => (text === "" ? null : text.split(",").map(Number));

/** The value of a column in a row of the Web API. */
export function valueOf(row: JsonObject, attribute: AttributeMetadata): FieldValue {
  const raw = row[attribute.name];
  switch (attribute.kind) {
    case "lookup": return lookupOf(row, attribute);
    case "choices": return numbersOf(asText(raw));
    case "boolean": return typeof raw === "boolean" ? raw : null;
    case "date": return asText(raw).slice(0, 10) || null;
    case "choice": case "integer": case "decimal": case "money": return asNumber(raw) ?? (raw == null || raw === "" ? null : Number(raw));
    default: return raw == null || raw === "" ? null : asText(raw);
  }
}

/** Whether two values are the same for saving. */
export function sameValue(a: FieldValue, b: FieldValue): boolean {
  if (isLookup(a) && isLookup(b)) return a.id === b.id && a.entityType === b.entityType;
  if (isNumbers(a) && isNumbers(b)) return a.join() === b.join();
  return a === b;
}
