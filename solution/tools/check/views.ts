import { descendants, textOf } from "../xml/element";
import type { Contents, Located, TableFiles } from "./contents";
import type { Finding } from "./finding";

function columns(view: Located, table: TableFiles): readonly string[] {
  const of = (element: string, attribute: string): readonly string[] => descendants(view.root, element).map((entry) => entry.attributes[attribute] ?? "");
  return [...new Set([...of("attribute", "name"), ...of("order", "attribute"), ...of("condition", "attribute"), ...of("cell", "name")])].filter((name) => !table.columns.has(name));
}

/** Views name only columns of their table and point their rows at its key. */
export const views = (contents: Contents): readonly Finding[] => [...contents.tables.values()].flatMap((table) => table.views.flatMap((view): readonly Finding[] => {
  const key = [...table.columns].find(([, attribute]) => textOf(attribute, "Type") === "primarykey")?.[0];
  const rows = descendants(view.root, "row").map((row) => row.attributes.id);
  return [
    ...columns(view, table).map((name) => ({ code: "DULY-CHECK-018", where: view.path, message: `The view names the column ${name}, which ${table.name} lacks.` })),
    ...rows.filter((id) => id !== key).map((id) => ({ code: "DULY-CHECK-019", where: view.path, message: `The view's rows are identified by ${String(id)} instead of ${String(key)}.` })),
  ];
}));
