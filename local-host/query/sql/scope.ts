import type { Column, Metadata, Table } from "../../metadata/model";
import { DataverseError } from "../../service/error";
import type { ColumnRef } from "../ir";
import { hidesNothing, type Hides } from "./hidden";
import { Parameters } from "./parameters";

/** A table that takes part in a statement, under the name that the statement gives it. */
export interface Source { readonly table: Table; readonly name: string }

/** Everything that the text of one statement can refer to. `sources` is keyed by link alias, null = root table. */
export interface Scope {
  readonly metadata: Metadata;
  readonly parameters: Parameters;
  readonly sources: Map<string | null, Source>;
  readonly names: { next: number };
  readonly hides: Hides;
}

/** A column as text for the statement, with what the metadata says about it. */
export interface SqlColumn { readonly sql: string; readonly column: Column; readonly source: Source }

const VERSION: Column = {
  logicalName: "versionnumber", schemaName: "VersionNumber", type: "bigint", labels: { 1033: "Version Number" }, descriptions: {},
  required: "none", validForCreate: false, validForUpdate: false, isCustom: false,
};

/** The table of a logical name; an error of Dataverse's when there is none. */
export function tableOf(metadata: Metadata, logicalName: string): Table {
  const table = metadata.tables.get(logicalName);
  if (table === undefined) {
    throw new DataverseError("0x80041102", `The entity with a name = '${logicalName}' with namemapping = 'Logical' was not found in the MetadataCache.`, 404);
  }
  return table;
}

/** The column of a table; every table has `versionnumber`, whether its metadata lists it or not. */
export function columnOf(table: Table, logicalName: string): Column {
  const column = table.columns.get(logicalName) ?? (logicalName === VERSION.logicalName ? VERSION : undefined);
  if (column === undefined) {
    throw new DataverseError("0x80041103", `'${table.logicalName}' entity doesn't contain attribute with Name = '${logicalName}' and NameMapping = 'Logical'.`);
  }
  return column;
}

/** A new scope with the root table in it. */
export function openScope(metadata: Metadata, root: string, hides: Hides = hidesNothing): Scope {
  const scope: Scope = { metadata, parameters: new Parameters(), sources: new Map(), names: { next: 0 }, hides };
  addSource(scope, null, root);
  return scope;
}

/** Adds a table under an alias. Throws when the alias is taken. */
export function addSource(scope: Scope, alias: string | null, logicalName: string): Source {
  if (scope.sources.has(alias)) throw new DataverseError("0x80041103", `The alias '${String(alias)}' is used by two link-entities of the query.`);
  const source = { table: tableOf(scope.metadata, logicalName), name: `t${scope.names.next}` };
  scope.names.next += 1;
  scope.sources.set(alias, source);
  return source;
}

/** A scope for a subquery: sees the outer tables, keeps its own to itself. */
export function innerScope(scope: Scope): Scope {
  return { ...scope, sources: new Map(scope.sources) };
}

/** The table under an alias. */
export function sourceOf(scope: Scope, alias: string | null): Source {
  const source = scope.sources.get(alias);
  if (source === undefined) throw new DataverseError("0x80041103", `No link-entity has the alias '${String(alias)}'.`);
  return source;
}

/** A column reference as text; both names come out of the metadata, never out of the request. A hidden column is NULL, so that no filter, order or total tells its values. */
export function resolve(scope: Scope, ref: ColumnRef): SqlColumn {
  const source = sourceOf(scope, ref.link);
  const column = columnOf(source.table, ref.column);
  const isHidden = column.secured === true && scope.hides(source.table.logicalName, column.logicalName);
  return { sql: isHidden ? "NULL" : `${source.name}.${quoted(column.logicalName)}`, column, source };
}

/** An identifier in double quotes. */
export function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
