import { DataverseError } from "../../service/error";
import type { ColumnRef, Comparison, Condition } from "../ir";
import { conditionOf } from "../operators/condition";
import { filterLink, isFilterLink } from "./links";
import type { Place } from "./place";
import { allow, attributeOf, childrenOf, type Element } from "./xml";

const COLUMN_COMPARISONS: readonly string[] = ["eq", "ne", "neq", "gt", "ge", "lt", "le"];

/** All <filter> children of an element as one condition; null when there are none. */
export function filtersOf(element: Element, place: Place): Condition | null {
  const filters = childrenOf(element, "filter").map((filter) => filterOf(filter, place));
  const [first, second] = filters;
  if (first === undefined) return null;
  return second === undefined ? first : { kind: "and", all: filters };
}

function filterOf(element: Element, place: Place): Condition {
  allow(element, ["type", "isquickfindfields", "hint"], ["condition", "filter", "link-entity"]);
  const type = element.attributes["type"] ?? "and";
  if (type !== "and" && type !== "or") throw new DataverseError("0x80041103", `A filter's type is 'and' or 'or', not '${type}'.`);
  return { kind: type, all: element.children.map((child) => partOf(child, place)) };
}

function partOf(element: Element, place: Place): Condition {
  if (element.name === "filter") return filterOf(element, place);
  if (element.name === "condition") return conditionFrom(element, place);
  if (isFilterLink(element)) return filterLink(element, place);
  throw new DataverseError("0x80041103", `A link-entity inside a filter has the link-type any, not any, all or not all, not '${String(element.attributes["link-type"])}'.`);
}

function conditionFrom(element: Element, place: Place): Condition {
  allow(element, ["attribute", "operator", "value", "valueof", "entityname", "uitype", "uiname", "uihidden"], ["value"]);
  const operator = attributeOf(element, "operator");
  const ref = { link: element.attributes["entityname"] ?? place.alias, column: attributeOf(element, "attribute") };
  const other = element.attributes["valueof"];
  if (other !== undefined) return columnComparison(ref, operator, columnRef(other, place));
  const single = element.attributes["value"];
  const values = single === undefined ? childrenOf(element, "value").map(({ text }) => text.trim()) : [single];
  return conditionOf({ operator, ref, values, asker: place.asker });
}

function columnComparison(ref: ColumnRef, operator: string, right: ColumnRef): Condition {
  if (!COLUMN_COMPARISONS.includes(operator)) throw new DataverseError("0x80041103", `valueof cannot be used with the operator '${operator}'.`);
  return { kind: "compare", ref, operator: (operator === "neq" ? "ne" : operator) as Comparison, right: { kind: "column", ref: right } };
}

function columnRef(text: string, place: Place): ColumnRef {
  const dot = text.lastIndexOf(".");
  return dot < 0 ? { link: place.alias, column: text } : { link: text.slice(0, dot), column: text.slice(dot + 1) };
}
