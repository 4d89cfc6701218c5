import { DataverseError } from "../../service/error";
import type { Order } from "../ir";
import type { Entity } from "./place";
import { allow, attributeOf, childrenOf, flagOf, type Element } from "./xml";

/** Orders of the root and, after them, of its links in the order of the text. Choices sort by label unless `raw` (useraworderby). */
export function ordersOf(entities: readonly Entity[], raw: boolean): Order[] {
  return entities.flatMap(({ element, alias }) => childrenOf(element, "order").map((order) => orderOf(order, alias, raw)));
}

function orderOf(element: Element, alias: string | null, raw: boolean): Order {
  allow(element, ["attribute", "descending", "entityname", "alias"], []);
  if (element.attributes["alias"] !== undefined) {
    throw new DataverseError("0x80041103", "An order by alias is for aggregates; name the attribute here.");
  }
  const ref = { link: element.attributes["entityname"] ?? alias, column: attributeOf(element, "attribute") };
  return { ref, descending: flagOf(element, "descending"), byLabel: !raw };
}
