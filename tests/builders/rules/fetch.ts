import { SaxesParser } from "saxes";
import type { RawRow, Value } from "#bridge/sdk/value";

/** FetchXML over rows in memory, as far as rules use it; anything else is refused by name. */
export interface Element { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly children: Element[]; text: string }
type Source = (table: string) => Iterable<RawRow>;

export function parseXml(xml: string): Element {
  const parser = new SaxesParser();
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const stack = [root];
  parser.on("opentag", (tag) => {
    const element: Element = { name: tag.name, attributes: tag.attributes as Record<string, string>, children: [], text: "" };
    stack[stack.length - 1]?.children.push(element);
    stack.push(element);
  });
  parser.on("closetag", () => { stack.pop(); });
  parser.on("text", (text) => { const top = stack[stack.length - 1]; if (top) top.text += text; });
  parser.write(xml).close();
  return root.children[0] ?? root;
}

const refuse = (what: string): never => { throw new Error(`The rule store's FetchXML does not know ${what}`); };
const children = (element: Element, name: string): Element[] => element.children.filter((child) => child.name === name);
const plain = (value: Value | undefined): string | null => {
  if (value === null || value === undefined) return null;
  if (typeof value === "boolean") return value ? "1" : "0";
  return typeof value === "object" && "id" in value ? value.id : String(value);
};
const order = (left: string, right: string): number => {
  const numeric = /^-?\d+(\.\d+)?$/;
  if (numeric.test(left) && numeric.test(right)) return Number(left) - Number(right);
  const [a, b] = [left.toLowerCase(), right.toLowerCase()];
  return a === b ? 0 : a < b ? -1 : 1;
};

type Test = (row: RawRow) => boolean;

function condition(element: Element): Test {
  const { attribute = "", operator = "", value } = element.attributes;
  const values = new Set(children(element, "value").map((one) => one.text));
  const compare = (accept: (sign: number) => boolean): Test => (row) => {
    const own = plain(row[attribute]);
    return own !== null && value !== undefined && accept(order(own, value));
  };
  switch (operator) {
    case "eq": return compare((sign) => sign === 0);
    case "ne": return compare((sign) => sign !== 0);
    case "gt": return compare((sign) => sign > 0);
    case "ge": return compare((sign) => sign >= 0);
    case "lt": return compare((sign) => sign < 0);
    case "le": return compare((sign) => sign <= 0);
    case "in": return (row) => values.has(plain(row[attribute]) ?? "");
    case "not-in": return (row) => { const own = plain(row[attribute]); return own !== null && !values.has(own); };
    case "null": return (row) => plain(row[attribute]) === null;
    case "not-null": return (row) => plain(row[attribute]) !== null;
    default: return refuse(`the operator ${operator}`);
  }
}

function filter(element: Element): Test {
  const tests = element.children.map((child) => (child.name === "filter" ? filter(child) : condition(child)));
  return element.attributes.type === "or" ? (row) => tests.some((test) => test(row)) : (row) => tests.every((test) => test(row));
}

const matches = (element: Element): Test => {
  const tests = children(element, "filter").map(filter);
  return (row) => tests.every((test) => test(row));
};

interface Match { readonly row: RawRow; readonly result: Record<string, Value> }

const picked = (element: Element, row: RawRow | null, prefix: string): Record<string, Value> =>
  Object.fromEntries(children(element, "attribute").map(({ attributes }) => [`${prefix}${attributes.name}`, row?.[attributes.name ?? ""] ?? null]));

function joinLink(matchesSoFar: readonly Match[], link: Element, source: Source): Match[] {
  const { name = "", from = "", to = "", alias = "", "link-type": type } = link.attributes;
  const test = matches(link);
  let own: Match[] = [];
  for (const row of source(name)) if (test(row)) own.push({ row, result: picked(link, row, `${alias}.`) });
  for (const nested of children(link, "link-entity")) own = joinLink(own, nested, source);
  const partners = new Map<string, Match[]>();
  for (const match of own) partners.set(plain(match.row[from]) ?? "", [...partners.get(plain(match.row[from]) ?? "") ?? [], match]);
  const none = [{ result: picked(link, null, `${alias}.`) }];
  return matchesSoFar.flatMap((match) => {
    const found = partners.get(plain(match.row[to]) ?? "") ?? [];
    return (found.length === 0 && type === "outer" ? none : found).map(({ result }) => ({ row: match.row, result: { ...match.result, ...result } }));
  });
}

function aggregated(entity: Element, found: readonly Match[]): RawRow[] {
  const [measure] = children(entity, "attribute").filter(({ attributes }) => attributes.aggregate === "count");
  const [group] = children(entity, "attribute").filter(({ attributes }) => attributes.groupby === "true");
  if (measure === undefined) return refuse("an aggregate other than count");
  const alias = measure.attributes.alias ?? "";
  if (group === undefined) return [{ [alias]: found.length }];
  const counts = new Map<string | null, { readonly value: Value; readonly count: number }>();
  for (const { row } of found) {
    const value = row[group.attributes.name ?? ""] ?? null;
    counts.set(plain(value), { value, count: (counts.get(plain(value))?.count ?? 0) + 1 });
  }
  return [...counts.values()].map(({ value, count }) => ({ [group.attributes.alias ?? ""]: value, [alias]: count }));
}

/** Runs FetchXML: filters, inner and outer joins, order, top, pages, counts. */
export function runFetch(xml: string, source: Source): RawRow[] {
  const fetch = parseXml(xml);
  const [entity] = children(fetch, "entity");
  if (entity === undefined) return refuse("a fetch without entity");
  const name = entity.attributes.name ?? "";
  const test = matches(entity);
  let found: Match[] = [];
  for (const row of source(name)) if (test(row)) found.push({ row, result: { [`${name}id`]: row[`${name}id`] ?? null, ...picked(entity, row, "") } });
  for (const link of children(entity, "link-entity")) found = joinLink(found, link, source);
  if (fetch.attributes.aggregate === "true") return aggregated(entity, found);
  for (const { attributes } of [...children(entity, "order")].reverse()) {
    const sign = attributes.descending === "true" ? -1 : 1;
    found.sort((left, right) => sign * order(plain(left.row[attributes.attribute ?? ""]) ?? "", plain(right.row[attributes.attribute ?? ""]) ?? ""));
  }
  const { top, count = "5000", page = "1" } = fetch.attributes;
  const start = top === undefined ? (Number(page) - 1) * Number(count) : 0;
  return found.slice(start, start + Number(top ?? count)).map((match) => match.result);
}
