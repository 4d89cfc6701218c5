import type { Query } from "../../query/ir";
import { resultColumns, type ResultColumn } from "../../query/shape";
import { isLookup } from "../../metadata/column-kinds";
import type { Row } from "../../service/contract";
import type { Call } from "../call";
import { Currencies } from "./currencies";
import { propertyWriter, type Shown } from "./properties";

/** How rows are to look. `hidden`: columns that were only read for expands. `omitNull`: FetchXML's way. */
export interface Look { readonly hidden: ReadonlySet<string>; readonly omitNull: boolean }

/** A function that turns rows of the query into JSON objects: @odata.etag first, then the properties. */
export function entityWriter(call: Call, query: Query, look: Look): (row: Row) => Record<string, unknown> {
  const columns = resultColumns(call.metadata, query).filter(({ name }) => !look.hidden.has(name));
  const currencies = new Currencies(call);
  const writers = columns.map((column) => propertyWriter(call, shown(column, look), currencies));
  return (row) => {
    const out: Record<string, unknown> = {};
    const version = row["versionnumber"];
    if (version !== null && version !== undefined) out["@odata.etag"] = `W/"${String(version)}"`;
    for (const write of writers) write(row, out);
    return out;
  };
}

/** Lookups of the root under their own name are `_x_value`; under an alias they keep the alias. */
function shown({ name, ref, column, table }: ResultColumn, look: Look): Shown {
  const plain = ref.link === null && name === column.logicalName;
  return { name, property: plain && isLookup(column) ? `_${name}_value` : name, column, table, omitNull: look.omitNull };
}

/** The query with further columns, and the names of those that were not asked for. */
export function withColumns(query: Query, names: readonly string[]): { readonly query: Query; readonly hidden: ReadonlySet<string> } {
  if (query.columns === null) return { query, hidden: new Set() };
  const asked = new Set(query.columns.map(({ column, alias }) => alias ?? column));
  const extra = names.filter((name) => !asked.has(name));
  return { query: { ...query, columns: [...query.columns, ...extra.map((column) => ({ column }))] }, hidden: new Set(extra) };
}
