import { childrenOf, descendants, type Element, textOf } from "../xml/element";
import type { Contents, Located, TableContents } from "./contents";
import { finding, type Finding } from "./finding";

const of = (view: Located, element: string, attribute: string): readonly string[] => descendants(view.root, element).map((entry) => entry.attributes[attribute] ?? "");

function columns(view: Located, table: TableContents): readonly Finding[] {
  const named = [...of(view, "attribute", "name"), ...of(view, "order", "attribute"), ...of(view, "condition", "attribute"), ...of(view, "cell", "name"), ...of(view, "grid", "jump")];
  return [...new Set(named)].filter((name) => !table.columns.has(name)).map((name) => finding("DULY-CHECK-018", view, name));
}

function unread(view: Located): readonly Finding[] {
  const read = new Set(of(view, "attribute", "name"));
  return of(view, "cell", "name").filter((name) => !read.has(name)).map((name) => finding("DULY-CHECK-053", view, name));
}

function rows(view: Located, table: TableContents): readonly Finding[] {
  const key = [...table.columns].find(([, attribute]) => textOf(attribute, "Type") === "primarykey")?.[0] ?? "";
  return of(view, "row", "id").filter((id) => id !== key).map((id) => finding("DULY-CHECK-019", view, id, key));
}

/** Also those of charts. */
const queries = (part: Located, table: TableContents): readonly Finding[] => descendants(part.root, "fetch").flatMap((fetch) => childrenOf(fetch, "entity")).map((entity) => entity.attributes.name ?? "")
  .filter((name) => name !== table.name).map((name) => finding("DULY-CHECK-118", part, name, table.name));

const isQuickFind = (root: Element): boolean => textOf(root, "querytype") === "4";

const searched = (view: Located): readonly Finding[] => !isQuickFind(view.root)
  || descendants(view.root, "filter").some((filter) => filter.attributes.isquickfindfields === "1" && descendants(filter, "condition").length > 0) ? [] : [finding("DULY-CHECK-052", view)];

const asksState = (state: string) => (view: Located): boolean => descendants(view.root, "condition").some(({ attributes }) => attributes.attribute === "statecode" && attributes.value === state);

/** Kinds of view that every table has: name, query type and what else marks them. */
const kinds: readonly (readonly [name: string, type: string, is: (view: Located) => boolean])[] = [
  ["active", "0", asksState("0")], ["inactive", "0", asksState("1")], ["advanced find", "1", () => true], ["associated", "2", () => true],
  ["quick find", "4", () => true], ["lookup", "64", () => true],
];

function complete(table: TableContents): readonly Finding[] {
  const ofType = (type: string): readonly Located[] => table.views.filter(({ root }) => textOf(root, "querytype") === type);
  const presets = (type: string): number => ofType(type).filter(({ root }) => textOf(root, "isdefault") === "1").length;
  return [
    ...kinds.filter(([, type, is]) => !ofType(type).some(is)).map(([name]) => finding("DULY-CHECK-051", table, name)),
    ...["0", "1", "2", "4", "64"].filter((type) => ofType(type).length > 0 && presets(type) !== 1).map((type) => finding("DULY-CHECK-054", table, String(presets(type)), type)),
  ];
}

/** Views name only columns of their table and read what they show; every kind is there, one of each preset. */
export const views = (contents: Contents): readonly Finding[] => [...contents.tables.values()].flatMap((table) => [
  ...complete(table), ...[...table.views, ...table.charts].flatMap((part) => queries(part, table)), ...table.views.flatMap((view) => [...columns(view, table), ...unread(view), ...rows(view, table), ...searched(view)]),
]);
