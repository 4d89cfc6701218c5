import type { Column } from "../../metadata/model";
import { DataverseError } from "../../service/error";
import type { SqlValue } from "../../store/sql";
import { isGuid, isText, scaleOf } from "../../metadata/column-kinds";
import { scaled } from "../decimal";

type Literal = string | number | boolean;

const GUID = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i;
const DAY = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?)?(Z|[+-]\d{2}:\d{2})?$/i;

/** A literal of a query in the form that the column is stored in. Throws when it cannot be one of the column's type. */
export function stored(column: Column, value: Literal): SqlValue {
  if (isText(column)) return String(value);
  if (isGuid(column)) return guid(column, value);
  if (column.type === "dateonly") return day(column, value).slice(0, 10);
  if (column.type === "datetime") return day(column, value);
  if (column.type === "boolean") return flag(column, value);
  if (column.type === "multiselect") return `,${String(value).split(",").map(Number).sort((a, b) => a - b).join(",")},`;
  return number(column, value);
}

function guid(column: Column, value: Literal): string {
  const [, id] = GUID.exec(String(value)) ?? [];
  return id === undefined ? refuse(column, value) : id.toLowerCase();
}

function day(column: Column, value: Literal): string {
  const [, date, time = "00:00", seconds = "00", zone = "Z"] = DAY.exec(String(value)) ?? [];
  if (date === undefined) return refuse(column, value);
  const instant = Date.parse(`${date}T${time}:${seconds}${zone.toUpperCase()}`);
  return Number.isNaN(instant) ? refuse(column, value) : `${new Date(instant).toISOString().slice(0, 19)}Z`;
}

function flag(column: Column, value: Literal): number {
  const text = String(value).toLowerCase();
  if (text === "true" || text === "1") return 1;
  return text === "false" || text === "0" ? 0 : refuse(column, value);
}

function number(column: Column, value: Literal): SqlValue {
  const text = String(value);
  if (text.trim() === "" || !Number.isFinite(Number(text))) return refuse(column, value);
  const scale = scaleOf(column);
  if (scale === null) return Number(text);
  // A literal finer than the column's scale equals no stored value; as a real number it still compares in the right order.
  return scaled(text, scale) ?? Number(text) * 10 ** scale;
}

function refuse(column: Column, value: Literal): never {
  throw new DataverseError("0x80040203", `The value '${String(value)}' is not a valid ${column.type} for the attribute '${column.logicalName}'.`);
}
