import type { QueryColumn } from "../ir";
import { allow, attributeOf, childrenOf, type Element } from "./xml";

/** The columns of an entity or link-entity: null = all; [] when it names none. */
export function columnsOf(element: Element): readonly QueryColumn[] | null {
  if (childrenOf(element, "all-attributes").length > 0) return null;
  return childrenOf(element, "attribute").map((attribute) => {
    allow(attribute, ["name", "alias"], []);
    const alias = attribute.attributes["alias"];
    return alias === undefined ? { column: attributeOf(attribute, "name") } : { column: attributeOf(attribute, "name"), alias };
  });
}
