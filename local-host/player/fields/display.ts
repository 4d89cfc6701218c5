import type { AttributeMetadata } from "../api/metadata.types";
import { type FieldValue, isLookup, isNumbers } from "../api/values";
import { formatDay, formatMoment, formatNumber } from "./format";

const optionLabel = (attribute: AttributeMetadata, value: number): string =>
  attribute.options.find((option) => option.value === value)?.label ?? String(value);

function numeric(attribute: AttributeMetadata, value: number, locale: string): string {
  if (attribute.kind === "choice") return optionLabel(attribute, value);
  return formatNumber(value, attribute.kind === "integer" ? 0 : attribute.precision, locale);
}

function textual(attribute: AttributeMetadata, value: string, locale: string): string {
  if (attribute.kind === "date") return formatDay(value, locale);
  return attribute.kind === "datetime" ? formatMoment(value, locale) : value;
}

/** Text of a value for reading, in the user's language; "" when empty. */
export function displayText(attribute: AttributeMetadata, value: FieldValue, locale: string): string {
  if (value === null) return "";
  if (typeof value === "boolean") return optionLabel(attribute, value ? 1 : 0);
  if (typeof value === "number") return numeric(attribute, value, locale);
  if (isLookup(value)) return value.name;
  if (isNumbers(value)) return value.map((each) => optionLabel(attribute, each)).join("; ");
  return textual(attribute, value, locale);
}
