import type { AttributeMetadata } from "../api/metadata.types";
import { type FieldValue, isLookup, isNumbers, type LookupValue } from "../api/values";
import { dateOf, dayOf } from "../fields/format";

/** A lookup as scripts and controls know it: a list of one. */
export interface LookupReference { readonly id: string; readonly name?: string; readonly entityType: string }
export type ClientValue = string | number | boolean | Date | null | number[] | LookupReference[];

/** How the id of a lookup is written: scripts see "{UPPER}", controls plain lower case. */
export type IdStyle = "braced" | "plain";

export const braced = (id: string): string => (id === "" ? "" : `{${id.toUpperCase()}}`);
export const plainId = (id: string): string => id.replace(/[{}]/g, "").toLowerCase();

const reference = (value: LookupValue, style: IdStyle): LookupReference => ({ ...value, id: style === "braced" ? braced(value.id) : value.id });

/** A form value as a script (style "braced") or a control ("plain") gets it. */
export function toClient(attribute: AttributeMetadata, value: FieldValue, style: IdStyle): ClientValue {
  if (value === null) return null;
  if (isLookup(value)) return [reference(value, style)];
  if (isNumbers(value)) return [...value];
  if (typeof value !== "string") return value;
  if (attribute.kind === "date") return dateOf(value);
  return attribute.kind === "datetime" ? new Date(value) : value;
}

const moment = (date: Date): string => date.toISOString().replace(/\.\d{3}Z$/, "Z");
const isReference = (value: unknown): value is LookupReference => typeof value === "object" && value !== null && "id" in value && "entityType" in value;

function fromList(attribute: AttributeMetadata, list: readonly unknown[]): FieldValue {
  if (attribute.kind !== "lookup") return list.length > 0 ? list.map(Number) : null;
  const first = list[0];
  return isReference(first) ? { id: plainId(first.id), name: first.name ?? first.id, entityType: first.entityType } : null;
}

const NUMERIC: readonly string[] = ["integer", "decimal", "money", "choice"];

/** A value that a script or control gave, as the form keeps it; undefined and "" are empty. */
export function fromClient(attribute: AttributeMetadata, value: unknown): FieldValue {
  if (value === null || value === undefined || value === "") return null;
  if (Array.isArray(value)) return fromList(attribute, value);
  if (isReference(value)) return fromList(attribute, [value]);
  if (value instanceof Date) return attribute.kind === "date" ? dayOf(value) : moment(value);
  if (NUMERIC.includes(attribute.kind)) return Number(value);
  return typeof value === "boolean" ? value : String(value);
}
