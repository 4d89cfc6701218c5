import { entryOf } from "../../entry";
import { DataverseError } from "../../service/error";
import type { Condition, Link } from "../ir";
import { columnsOf } from "./columns";
import { filtersOf } from "./filters";
import type { Place } from "./place";
import { allow, attributeOf, childrenOf, type Element } from "./xml";

const ATTRIBUTES = ["name", "from", "to", "alias", "link-type", "intersect", "visible", "enableprefiltering", "prefilterparametername"];
const CHILDREN = ["attribute", "all-attributes", "filter", "link-entity", "order"];

const exists = (link: Link, negated: boolean): Condition => ({ kind: "exists", link, negated });

const FILTER_LINKS: Readonly<Record<string, (link: Link) => Condition>> = {
  any: (link) => exists(link, false),
  "not any": (link) => exists(link, true),
  // "all" = there are related rows and none of them matches; "not all" = some related row matches. So documented, despite the names.
  all: (link) => ({ kind: "and", all: [exists({ ...link, filter: null, links: [] }, false), exists(link, true)] }),
  "not all": (link) => exists(link, false),
};

const linkType = (element: Element): string => element.attributes["link-type"] ?? "inner";

/** Whether the link stands inside a filter (any, not any, all, not all). */
export const isFilterLink = (element: Element): boolean => entryOf(FILTER_LINKS, linkType(element)) !== undefined;

/** A link inside a filter as a condition. */
export function filterLink(element: Element, place: Place): Condition {
  const build = entryOf(FILTER_LINKS, linkType(element));
  if (build === undefined) throw new DataverseError("0x80041103", `Unknown link-type '${linkType(element)}'.`);
  return build(linkOf(element, { ...place, entities: [] }, "inner"));
}

/** The links of an entity: joins, and those (exists, in) that only narrow the rows. */
export function linksOf(element: Element, place: Place): { readonly links: Link[]; readonly conditions: Condition[] } {
  const links: Link[] = [];
  const conditions: Condition[] = [];
  for (const child of childrenOf(element, "link-entity")) {
    const type = linkType(child);
    if (type === "inner" || type === "outer") links.push(linkOf(child, place, type));
    else if (type === "exists" || type === "in") conditions.push(exists(linkOf(child, { ...place, entities: [] }, "inner"), false));
    else throw new DataverseError("0x80041103", `The link-type '${type}' of link-entity '${String(child.attributes["name"])}' is not valid here; known are inner, outer, exists, in, and inside a filter any, not any, all, not all.`);
  }
  return { links, conditions };
}

function linkOf(element: Element, place: Place, type: "inner" | "outer"): Link {
  allow(element, ATTRIBUTES, CHILDREN);
  const table = attributeOf(element, "name");
  const alias = aliasOf(element, table, place);
  const own = { ...place, alias };
  place.entities.push({ element, alias });
  const nested = linksOf(element, own);
  return {
    alias, table, type, parent: place.alias,
    from: attributeOf(element, "from"), to: attributeOf(element, "to"),
    columns: place.aggregate ? [] : columnsOf(element), filter: both(filtersOf(element, own), nested.conditions), links: nested.links,
  };
}

function aliasOf(element: Element, table: string, place: Place): string {
  const given = element.attributes["alias"];
  if (given !== undefined && !/^[A-Za-z_]\w*$/.test(given)) throw new DataverseError("0x80041103", `Invalid alias '${given}': letters, digits and _ only, and no digit first.`);
  place.counter.next += 1;
  return given ?? `${table}${place.counter.next}`;
}


/** A filter and further conditions as one; null when there is nothing. */
export function both(filter: Condition | null, conditions: readonly Condition[]): Condition | null {
  if (conditions.length === 0) return filter;
  return { kind: "and", all: filter === null ? conditions : [filter, ...conditions] };
}
