import { DataverseError } from "../../service/error";
import { isText } from "../../metadata/column-kinds";
import type { Condition } from "../ir";
import { exists } from "./joins";
import { like } from "./patterns";
import { resolve, type Scope, type SqlColumn } from "./scope";
import { stored } from "./stored";

type Of<K extends Condition["kind"]> = Extract<Condition, { readonly kind: K }>;

/** A condition as text. Negated comparisons match rows without a value, as the platform's do. */
export function conditionSql(scope: Scope, condition: Condition): string {
  switch (condition.kind) {
    case "and": return joined(scope, condition.all, "AND", "1");
    case "or": return joined(scope, condition.all, "OR", "0");
    case "not": return `((${conditionSql(scope, condition.of)}) IS NOT TRUE)`;
    case "compare": return compare(scope, condition);
    case "null": return `${resolve(scope, condition.ref).sql} IS ${condition.negated ? "NOT " : ""}NULL`;
    case "in": return isIn(scope, condition);
    case "between": return between(scope, condition);
    case "contain-values": return containValues(scope, condition);
    case "exists": return exists(scope, condition.link, condition.negated);
  }
}

function joined(scope: Scope, all: readonly Condition[], word: string, empty: string): string {
  return all.length === 0 ? empty : `(${all.map((each) => conditionSql(scope, each)).join(` ${word} `)})`;
}

const SIGNS = { eq: "=", ne: "<>", gt: ">", ge: ">=", lt: "<", le: "<=" } as const;

function compare(scope: Scope, { ref, operator, right }: Of<"compare">): string {
  const left = resolve(scope, ref);
  if (operator === "like" || operator === "not-like") {
    if (right.kind !== "value") throw new DataverseError("0x80041103", "like compares a column with a text, not with another column.");
    const test = like(left.sql, String(right.value), scope.parameters);
    return operator === "like" ? test : orNull(left.sql, `NOT (${test})`);
  }
  if (right.kind === "column") return betweenColumns(left, resolve(scope, right.ref), operator);
  if (right.value === null) return nullTest(left.sql, operator);
  const test = `${comparable(left)} ${SIGNS[operator]} ${literal(scope, left, right.value)}`;
  return operator === "ne" ? orNull(left.sql, test) : test;
}

function nullTest(sql: string, operator: string): string {
  if (operator === "eq") return `${sql} IS NULL`;
  if (operator === "ne") return `${sql} IS NOT NULL`;
  throw new DataverseError("0x80041103", `null can be compared with eq and ne only, not with ${operator}.`);
}

function betweenColumns(left: SqlColumn, right: SqlColumn, operator: keyof typeof SIGNS): string {
  const [a, b] = [comparable(left), comparable(right)];
  return operator === "ne" ? `${a} IS NOT ${b}` : `${a} ${SIGNS[operator]} ${b}`;
}

function isIn(scope: Scope, { ref, values, negated }: Of<"in">): string {
  const column = resolve(scope, ref);
  const list = listed(scope, column, values);
  return negated ? orNull(column.sql, `${comparable(column)} NOT IN (${list})`) : `${comparable(column)} IN (${list})`;
}

const SHORT = 4;

/** A longer list is one parameter, so that lists of all lengths share a prepared statement. JSON would lose the last digits of a bigint. */
function listed(scope: Scope, column: SqlColumn, values: readonly (string | number)[]): string {
  const all = values.map((value) => stored(column.column, value));
  if (all.length <= SHORT || all.some((value) => typeof value === "bigint")) return values.map((value) => literal(scope, column, value)).join(", ");
  return `SELECT ${isText(column.column) ? "fold(value)" : "value"} FROM json_each(${scope.parameters.add(JSON.stringify(all))})`;
}

function between(scope: Scope, { ref, low, high, negated }: Of<"between">): string {
  const column = resolve(scope, ref);
  const test = `${comparable(column)} BETWEEN ${literal(scope, column, low)} AND ${literal(scope, column, high)}`;
  return negated ? orNull(column.sql, `NOT (${test})`) : test;
}

function containValues(scope: Scope, { ref, values, negated }: Of<"contain-values">): string {
  const column = resolve(scope, ref);
  const tests = values.map((value) => `${column.sql} LIKE ${scope.parameters.add(`%,${value},%`)}`);
  return negated ? orNull(column.sql, `NOT (${tests.join(" OR ")})`) : `(${tests.join(" OR ")})`;
}

function literal(scope: Scope, column: SqlColumn, value: string | number | boolean): string {
  const placeholder = scope.parameters.add(stored(column.column, value));
  return isText(column.column) ? `fold(${placeholder})` : placeholder;
}

/** The column as it is compared and sorted: texts without case and accents. */
export function comparable(column: SqlColumn): string {
  return isText(column.column) ? `fold(${column.sql})` : column.sql;
}

function orNull(sql: string, test: string): string {
  return `(${test} OR ${sql} IS NULL)`;
}
