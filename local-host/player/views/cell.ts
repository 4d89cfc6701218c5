import { asText, type JsonObject } from "../api/json";
import { formattedOf, type LookupValue, isLookup, valueOf } from "../api/values";
import { displayText } from "../fields/display";
import type { GridColumn } from "./columns";

/** Kinds that the player words itself, so that they follow the user's language; others come as the server formatted them. */
const OWN_WORDING: readonly string[] = ["choice", "choices", "boolean", "date", "datetime", "integer", "decimal"];

const valueIn = (row: JsonObject, column: GridColumn): ReturnType<typeof valueOf> =>
  column.attribute ? valueOf(row, { ...column.attribute, name: column.name }) : null;

/** Text of a cell; "" when empty. */
export function cellText(row: JsonObject, column: GridColumn, locale: string): string {
  const { attribute } = column;
  const server = formattedOf(row, column.name);
  if (!attribute || (server !== "" && !OWN_WORDING.includes(attribute.kind))) return server || asText(row[column.name]);
  return displayText(attribute, valueIn(row, column), locale);
}

/** The row that a lookup cell points to. */
export function cellLookup(row: JsonObject, column: GridColumn): LookupValue | null {
  const value = column.attribute?.kind === "lookup" ? valueIn(row, column) : null;
  return value !== null && isLookup(value) && value.entityType !== "" ? value : null;
}

export const isNumeric = (column: GridColumn): boolean => ["integer", "decimal", "money"].includes(column.attribute?.kind ?? "");
