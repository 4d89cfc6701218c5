import type { Column } from "../../metadata/model";
import { DataverseError } from "../../service/error";
import { hasTypeColumn, isDate, isStoredNumber, isText, scaleOf } from "../../metadata/column-kinds";
import type { Aggregate } from "../ir";
import { comparable } from "./conditions";
import { quoted, type SqlColumn } from "./scope";

/** A value of an aggregate row. `column`: what it decodes as, null = a plain number. `group`: the GROUP BY expression of groups. */
export interface AggregateTerm {
  readonly alias: string;
  readonly sql: string;
  readonly type?: string;
  readonly group?: string;
  readonly column: Column | null;
}

type Group = Aggregate["groups"][number];
type Measure = Aggregate["measures"][number];

/** SQL Server's DATEPART(week): weeks begin on Sunday, the first holds 1 January. */
const weekOf = (sql: string): string => `(strftime('%j', ${sql}) + strftime('%w', substr(${sql}, 1, 4) || '-01-01') - 1) / 7 + 1`;
const monthOf = (sql: string): string => `CAST(substr(${sql}, 6, 2) AS INTEGER)`;

const PARTS: Readonly<Record<Exclude<Group["part"], "value">, (sql: string) => string>> = {
  day: (sql) => `CAST(substr(${sql}, 9, 2) AS INTEGER)`,
  week: weekOf,
  month: monthOf,
  quarter: (sql) => `(${monthOf(sql)} + 2) / 3`,
  year: (sql) => `CAST(substr(${sql}, 1, 4) AS INTEGER)`,
};

/** A group: the column itself (texts without regard to case and accents), or a part of its date. */
export function groupSql(group: Group, column: SqlColumn): AggregateTerm & { readonly group: string } {
  if (group.part === "value") return valueGroup(group.alias, column);
  if (!isDate(column.column)) {
    throw new DataverseError("0x80041103", `dategrouping needs a date column; '${column.column.logicalName}' is ${column.column.type}.`);
  }
  const sql = PARTS[group.part](column.sql);
  return { alias: group.alias, sql: `CASE WHEN ${column.sql} IS NULL THEN NULL ELSE ${sql} END`, group: sql, column: null };
}

function valueGroup(alias: string, { sql, column, source }: SqlColumn): AggregateTerm & { readonly group: string } {
  const shown = isText(column) ? `MIN(${sql})` : sql;
  const type = hasTypeColumn(column) ? { type: `${source.name}.${quoted(`${column.logicalName}__type`)}` } : {};
  return { alias, sql: shown, group: isText(column) ? `fold(${sql})` : sql, column, ...type };
}

/** A measure over the rows of a group. */
export function measureSql(measure: Measure, column: SqlColumn | null): AggregateTerm {
  const { alias } = measure;
  if (measure.function === "count" || column === null) return { alias, sql: "COUNT(*)", column: null };
  const distinct = measure.distinct ? "DISTINCT " : "";
  if (measure.function === "countcolumn") return { alias, sql: `COUNT(${distinct}${comparable(column)})`, column: null };
  if (measure.function === "min" || measure.function === "max") return { alias, sql: `${measure.function.toUpperCase()}(${column.sql})`, column: column.column };
  return { alias, sql: totalSql(measure.function, `${distinct}${column.sql}`, numeric(column.column)), column: column.column };
}

function totalSql(name: "sum" | "avg", sql: string, column: Column): string {
  if (name === "sum") return `SUM(${sql})`;
  if (column.type === "double") return `AVG(${sql})`;
  return scaleOf(column) === null ? `CAST(AVG(${sql}) AS INTEGER)` : `CAST(ROUND(AVG(${sql})) AS INTEGER)`;
}

function numeric(column: Column): Column {
  if (isStoredNumber(column)) return column;
  throw new DataverseError("0x80041103", `sum and avg need a number column; '${column.logicalName}' is ${column.type}.`);
}
