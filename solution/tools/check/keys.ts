import { descendants, type Element, textOf } from "../xml/element";
import type { Contents, TableContents } from "./contents";
import { finding, type Finding } from "./finding";

/** What a value of a type takes in the index of a key; other types are in no key. */
const bytes: Readonly<Record<string, (attribute: Element) => number>> = {
  nvarchar: (attribute) => 2 * Number(textOf(attribute, "MaxLength")), lookup: () => 16, int: () => 4, picklist: () => 4, decimal: () => 13, datetime: () => 8,
};

/** Limits that Microsoft's page on alternate keys gives. */
const most = { keys: 10, columns: 16, bytes: 900 };

function problemsOf(key: Element, table: TableContents): readonly string[] {
  const names = descendants(key, "AttributeName").map((name) => textOf(name));
  const known = names.flatMap((name) => table.columns.get(name) ?? []);
  const types = known.map((attribute) => textOf(attribute, "Type"));
  const size = known.reduce((sum, attribute) => sum + (bytes[textOf(attribute, "Type")]?.(attribute) ?? 0), 0);
  return [
    ...(names.length === 0 ? ["has no column"] : []),
    ...(names.length > most.columns ? [`has ${String(names.length)} columns, more than ${String(most.columns)}`] : []),
    ...(new Set(names).size < names.length ? ["has a column twice"] : []),
    ...types.filter((type) => !(type in bytes)).map((type) => `has a column of the type ${type}`),
    ...(size > most.bytes ? [`takes ${String(size)} bytes, more than ${String(most.bytes)}`] : []),
  ];
}

/** Alternate keys that the platform can build an index for. */
export const keys = (contents: Contents): readonly Finding[] => [...contents.tables.values()].flatMap((table) => {
  const all = descendants(table.root, "EntityKey");
  return [
    ...all.filter((key) => textOf(key, "Name").toLowerCase() !== textOf(key, "LogicalName")).map((key) => finding("DULY-CHECK-109", table, textOf(key, "LogicalName"), textOf(key, "Name"))),
    ...all.flatMap((key) => problemsOf(key, table).map((problem) => finding("DULY-CHECK-110", table, textOf(key, "LogicalName"), problem))),
    ...(all.length > most.keys ? [finding("DULY-CHECK-110", table, textOf(all[most.keys], "LogicalName"), `is one of ${String(all.length)}, more than ${String(most.keys)}`)] : []),
  ];
});
