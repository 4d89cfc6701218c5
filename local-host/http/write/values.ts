import type { Column } from "../../metadata/model";
import type { Value } from "../../service/contract";
import { DataverseError } from "../../service/error";

const GUID = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i;
const WHOLE = new Set(["integer", "bigint", "picklist", "state", "status"]);

/** A JSON value as the service's value of a column. Throws 0x80048d19 when it is of another type. */
export function valueOf(column: Column, value: unknown): Value {
  if (value === null) return null;
  if (column.type === "boolean") return typeof value === "boolean" ? value : refuse(column, value, "Edm.Boolean");
  if (WHOLE.has(column.type)) return whole(column, value);
  if (column.type === "money" || column.type === "decimal") return decimal(column, value);
  if (column.type === "double") return Number.isFinite(Number(value)) ? Number(value) : refuse(column, value, "Edm.Double");
  if (column.type === "multiselect") return options(column, value);
  if (typeof value !== "string") return refuse(column, value, "Edm.String");
  if (column.type === "dateonly") return dateOnly(column, value);
  if (column.type === "datetime") return moment(column, value);
  return column.type === "uniqueidentifier" ? guid(column, value) : value;
}

function whole(column: Column, value: unknown): number {
  const allowed = typeof value === "number" || (column.type === "bigint" && typeof value === "string" && value !== "");
  return allowed && Number.isInteger(Number(value)) ? Number(value) : refuse(column, value, "Edm.Int32");
}

/** Numbers and texts alike, so that no digit is lost on the way. */
function decimal(column: Column, value: unknown): string {
  const text = typeof value === "number" ? plain(value) : value;
  return typeof text === "string" && /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? text : refuse(column, value, "Edm.Decimal");
}

/** Without an exponent. */
const plain = (value: number): string => (/e/.test(String(value)) ? value.toFixed(10) : String(value));

function options(column: Column, value: unknown): readonly number[] {
  const parts = typeof value === "string" ? value.split(",").filter((part) => part.trim() !== "") : [value];
  const numbers = parts.map(Number);
  return numbers.every(Number.isInteger) ? numbers.sort((a, b) => a - b) : refuse(column, value, "Edm.String");
}

function dateOnly(column: Column, value: string): string {
  return /^\d{4}-\d{2}-\d{2}/.test(value) && !Number.isNaN(Date.parse(value)) ? value.slice(0, 10) : refuse(column, value, "Edm.Date");
}

function moment(column: Column, value: string): string {
  const instant = Date.parse(/^\d{4}-\d{2}-\d{2}T[\d:.]+$/.test(value) ? `${value}Z` : value);
  return Number.isNaN(instant) ? refuse(column, value, "Edm.DateTimeOffset") : `${new Date(instant).toISOString().slice(0, 19)}Z`;
}

function guid(column: Column, value: string): string {
  const [, id] = GUID.exec(value) ?? [];
  return id === undefined ? refuse(column, value, "Edm.Guid") : id.toLowerCase();
}

function refuse(column: Column, value: unknown, type: string): never {
  throw new DataverseError("0x80048d19", `Error identified in Payload provided by the user: cannot convert the literal '${JSON.stringify(value)}' to the expected type '${type}' of the property '${column.logicalName}'.`);
}
