import type { Column, Metadata, Table } from "../../metadata/model";
import type { Asker } from "../asker";
import { isLookup } from "../../metadata/column-kinds";
import type { ColumnRef, Link } from "../ir";
import { navigationOf } from "../navigation";
import { columnOf } from "../sql/scope";
import { badUri, noProperty } from "./error";

/** A link that is still growing: paths add further links below it. */
export type Growing = Omit<Link, "links" | "filter"> & { readonly links: Growing[]; filter: Link["filter"] };

/** A table that paths start from: the root (alias null) or the variable of a lambda. */
export interface Ground { readonly alias: string | null; readonly table: Table; readonly links: Growing[] }

/** What parsing a query option needs to know. */
export interface ODataContext {
  readonly metadata: Metadata;
  readonly asker: Asker;
  /** Values of parameter aliases: "@p1" -> text. */
  readonly aliases: ReadonlyMap<string, string>;
}

/** A column found by a path, with its table. */
export interface Found { readonly ref: ColumnRef; readonly column: Column; readonly table: Table }

/** The column at the end of a path; lookups on the way become outer links. */
export function follow(metadata: Metadata, ground: Ground, path: readonly string[]): Found {
  const [name = "", ...rest] = path;
  if (rest.length > 0) return follow(metadata, step(metadata, ground, name), rest);
  const column = propertyColumn(ground.table, name);
  return { ref: { link: ground.alias, column: column.logicalName }, column, table: ground.table };
}

function step(metadata: Metadata, ground: Ground, name: string): Ground {
  const navigation = navigationOf(metadata, ground.table, name);
  if (navigation === null) throw noProperty(name, ground.table.logicalName);
  if (navigation.kind !== "one") throw badUri(`'${name}' of '${ground.table.logicalName}' is collection-valued: use any or all.`);
  const alias = `${ground.alias ?? ""}${ground.alias === null ? "" : "."}${name}`;
  const known = ground.links.find((link) => link.alias === alias);
  if (known !== undefined) return { alias, table: navigation.target, links: known.links };
  const { referencedTable, referencingColumn } = navigation.relationship;
  const link: Growing = {
    alias, table: referencedTable, from: navigation.target.primaryId, to: referencingColumn, parent: ground.alias,
    type: "outer", columns: [], filter: null, links: [],
  };
  ground.links.push(link);
  return { alias, table: navigation.target, links: link.links };
}

/** The column behind a property name: `_x_value` is the lookup `x`. */
export function propertyColumn(table: Table, name: string): Column {
  const [, lookup] = /^_(.+)_value$/.exec(name) ?? [];
  const found = table.columns.get(lookup ?? name) ?? (name === "versionnumber" ? columnOf(table, name) : undefined);
  if (found === undefined || isLookup(found) !== (lookup !== undefined)) throw noProperty(name, table.logicalName);
  return found;
}
