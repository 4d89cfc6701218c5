import type { Column, ColumnType } from "./model";

const TEXTS: ReadonlySet<ColumnType> = new Set(["string", "memo"]);
const LOOKUPS: ReadonlySet<ColumnType> = new Set(["lookup", "owner", "customer"]);
const CHOICES: ReadonlySet<ColumnType> = new Set(["picklist", "state", "status"]);
const NUMBERS: ReadonlySet<ColumnType> = new Set(["integer", "bigint", "decimal", "double", "money", "boolean", "picklist", "state", "status"]);

export const isText = (column: Column): boolean => TEXTS.has(column.type);
export const isLookup = (column: Column): boolean => LOOKUPS.has(column.type);
export const isGuid = (column: Column): boolean => column.type === "uniqueidentifier" || isLookup(column);
export const isChoice = (column: Column): boolean => CHOICES.has(column.type);
export const isDate = (column: Column): boolean => column.type === "dateonly" || column.type === "datetime";
/** Whether the column is stored as a number. */
export const isStoredNumber = (column: Column): boolean => NUMBERS.has(column.type);

/** Decimal places that money and decimal columns are scaled by in the store; null for every other column. */
export function scaleOf(column: Column): number | null {
  if (column.type === "money") return 4;
  return column.type === "decimal" ? column.precision ?? 2 : null;
}

/** Whether the target table of the lookup is stored beside it, in `<column>__type`. */
export const hasTypeColumn = (column: Column): boolean => isLookup(column) && (column.targets?.length ?? 0) > 1;
