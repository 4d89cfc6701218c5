import type { ColumnOf, TableName } from "./tables";
import { element, escapeXml, isPlainXml } from "./xml";

type Scalar = string | number | boolean;

/** A column, an operator and what it is compared with. */
export type Condition<T extends TableName> =
  | readonly [column: ColumnOf<T>, operator: "eq" | "ne" | "gt" | "ge" | "lt" | "le", value: Scalar]
  | readonly [column: ColumnOf<T>, operator: "in" | "not-in", values: readonly Scalar[]]
  | readonly [column: ColumnOf<T>, operator: "null" | "not-null"];

/** Of the conditions in an `any` group at least one must hold. */
export type Filter<T extends TableName> = Condition<T> | { readonly any: readonly Condition<T>[] };

const isGroup = <T extends TableName>(filter: Filter<T>): filter is { readonly any: readonly Condition<T>[] } => "any" in filter;

const textOf = (value: Scalar): string => (typeof value === "boolean" ? (value ? "1" : "0") : String(value));

const known = new WeakMap<readonly Scalar[], readonly string[]>();

/** The values of a list. One of ids may have hundreds, has nothing to escape, and is asked for in table after table. */
function valuesXml(values: readonly Scalar[]): readonly string[] {
  const found = known.get(values);
  if (found !== undefined) return found;
  const texts = values.map(textOf);
  const whole = texts.join("</value><value>");
  const xml = texts.length === 0 ? [] : [`<value>${isPlainXml(texts.join("")) ? whole : texts.map(escapeXml).join("</value><value>")}</value>`];
  known.set(values, xml);
  return xml;
}

function conditionXml<T extends TableName>([attribute, operator, value]: Condition<T>): string {
  if (value === undefined) return element("condition", { attribute, operator });
  if (typeof value !== "object") return element("condition", { attribute, operator, value: textOf(value) });
  return element("condition", { attribute, operator }, valuesXml(value));
}

/** The filter element of conditions that must all hold; none for no condition. */
export const filterXml = <T extends TableName>(filters: readonly Filter<T>[]): readonly string[] =>
  (filters.length === 0 ? [] : [element("filter", { type: "and" }, filters.map((filter) =>
    (isGroup(filter) ? element("filter", { type: "or" }, filter.any.map(conditionXml)) : conditionXml(filter))))]);
