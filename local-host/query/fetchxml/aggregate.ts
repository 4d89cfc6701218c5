import { DataverseError } from "../../service/error";
import type { Aggregate, ColumnRef } from "../ir";
import type { Entity } from "./place";
import { allow, attributeOf, childrenOf, flagOf, type Element } from "./xml";

type Measure = Aggregate["measures"][number];
type Group = Aggregate["groups"][number];

const FUNCTIONS: readonly string[] = ["count", "countcolumn", "sum", "avg", "min", "max"];
const PARTS: readonly string[] = ["day", "week", "month", "quarter", "year"];
const ATTRIBUTES = ["name", "alias", "aggregate", "groupby", "dategrouping", "distinct", "usertimezone"];

/** Measures, groups and order of an aggregate query, from its entities. */
export function aggregateOf(entities: readonly Entity[]): Aggregate {
  const attributes = entities.flatMap(({ element, alias }) => childrenOf(element, "attribute").map((attribute) => ({ attribute, alias })));
  const measures: Measure[] = [];
  const groups: Group[] = [];
  for (const { attribute, alias } of attributes) {
    allow(attribute, ATTRIBUTES, []);
    const ref = { link: alias, column: attributeOf(attribute, "name") };
    if (flagOf(attribute, "groupby")) groups.push(groupOf(attribute, ref));
    else measures.push(measureOf(attribute, ref));
  }
  const orders = entities.flatMap(({ element }) => childrenOf(element, "order"));
  return { measures, groups, order: orders.map(orderOf) };
}

function measureOf(attribute: Element, ref: ColumnRef): Measure {
  const name = attributeOf(attribute, "aggregate");
  if (!FUNCTIONS.includes(name)) throw new DataverseError("0x80041103", `Invalid aggregate '${name}' on attribute '${ref.column}'; known are ${FUNCTIONS.join(", ")}.`);
  return { alias: attributeOf(attribute, "alias"), ref, function: name as Measure["function"], distinct: flagOf(attribute, "distinct") };
}

function groupOf(attribute: Element, ref: ColumnRef): Group {
  const part = attribute.attributes["dategrouping"] ?? "value";
  if (part !== "value" && !PARTS.includes(part)) throw new DataverseError("0x80041103", `Invalid dategrouping '${part}' on attribute '${ref.column}'; known are ${PARTS.join(", ")}.`);
  return { alias: attributeOf(attribute, "alias"), ref, part: part as Group["part"] };
}

function orderOf(order: Element): Aggregate["order"][number] {
  allow(order, ["alias", "descending"], []);
  return { alias: attributeOf(order, "alias"), descending: flagOf(order, "descending") };
}
