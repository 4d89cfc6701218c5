import { attribute, child, children, parseXml, toXml } from "../xml/element";

export interface Sort { readonly column: string; readonly descending: boolean }
export type FetchOperator = "eq" | "ne" | "gt" | "lt" | "ge" | "le" | "like" | "null" | "not-null";
export interface Condition { readonly column: string; readonly operator: FetchOperator; readonly value?: string }

/** What the grid adds to the query of a view. */
export interface FetchChange {
  readonly sort?: Sort | null;
  readonly conditions?: readonly Condition[];
  readonly pageSize?: number;
  readonly page?: number;
  /** Inner cookie of the page before, decoded. */
  readonly cookie?: string;
}

const entityOf = (fetch: Element): Element => {
  const entity = child(fetch, "entity");
  if (!entity) throw new Error("PLAYER-FETCH: the view's query has no entity element.");
  return entity;
};

const append = (parent: Element, name: string, attributes: Readonly<Record<string, string>>): Element => {
  const made = parent.ownerDocument.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return parent.appendChild(made);
};

function applySort(entity: Element, sort: Sort): void {
  for (const order of Array.from(entity.getElementsByTagName("order"))) order.remove();
  const [alias, column] = sort.column.includes(".") ? sort.column.split(".") : [null, sort.column];
  const joined = Array.from(entity.getElementsByTagName("link-entity")).find((link) => attribute(link, "alias") === alias);
  append(joined ?? entity, "order", { attribute: column ?? "", descending: String(sort.descending) });
}

function applyConditions(entity: Element, conditions: readonly Condition[]): void {
  const filter = append(entity, "filter", { type: "and" });
  for (const { column, operator, value } of conditions) {
    append(filter, "condition", { attribute: column, operator, ...(value === undefined ? {} : { value }) });
  }
}

/** The view's query with sorting, extra conditions and paging put in; the query itself is not touched. */
export function changeFetch(xml: string, change: FetchChange): string {
  const fetch = parseXml(xml, "view query");
  const entity = entityOf(fetch);
  if (change.sort) applySort(entity, change.sort);
  if (change.conditions?.length) applyConditions(entity, change.conditions);
  if (change.pageSize !== undefined) fetch.setAttribute("count", String(change.pageSize));
  if (change.page !== undefined) fetch.setAttribute("page", String(change.page));
  if (change.cookie) fetch.setAttribute("paging-cookie", change.cookie);
  return toXml(fetch);
}

/** Alias of each joined table -> its logical name. */
export function aliases(xml: string): ReadonlyMap<string, string> {
  const links = Array.from(parseXml(xml, "view query").getElementsByTagName("link-entity"));
  return new Map(links.map((link) => [attribute(link, "alias"), attribute(link, "name")]));
}

/** How the view sorts by itself: its first order element on its own table. */
export function ownSort(xml: string): Sort | null {
  const order = children(entityOf(parseXml(xml, "view query")), "order")[0];
  return order ? { column: attribute(order, "attribute"), descending: attribute(order, "descending") === "true" } : null;
}

/** "like" pattern for rows that contain the words; the pattern signs in them stand for themselves. */
export const containing = (words: string): string => `%${words.replace(/[[%_]/g, (sign) => `[${sign}]`)}%`;

/** Inner cookie from the annotation of a page; it is URL-encoded twice. Null on a shape that is not a cookie. */
export function innerCookie(annotation: string | undefined): string | null {
  if (!annotation) return null;
  const encoded = attribute(parseXml(annotation, "paging cookie"), "pagingcookie");
  return encoded ? decodeURIComponent(decodeURIComponent(encoded)) : null;
}
