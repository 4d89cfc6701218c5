import type { Column, Metadata, Table } from "../metadata/model";
import type { Aggregate, ColumnRef, Link, Query, QueryColumn } from "./ir";
import { columnOf, tableOf } from "./sql/scope";

/** A value of a result row: its name there and the column that it comes from. */
export interface ResultColumn {
  readonly name: string;
  readonly ref: ColumnRef;
  readonly table: Table;
  readonly column: Column;
}

/** The columns of a query's rows, in order. The root's primary id is always among them, except with `distinct`. Not for aggregates. */
export function resultColumns(metadata: Metadata, query: Query): ResultColumn[] {
  const root = tableOf(metadata, query.table);
  const own = asked(root, query.columns, { link: null, prefix: "" });
  const columns = [...own, ...query.links.flatMap((link) => linkColumns(metadata, link))];
  const hasId = own.some(({ name }) => name === root.primaryId);
  return hasId || query.distinct ? columns : [...asked(root, [{ column: root.primaryId }], { link: null, prefix: "" }), ...columns];
}

function linkColumns(metadata: Metadata, link: Link): ResultColumn[] {
  const columns = asked(tableOf(metadata, link.table), link.columns, { link: link.alias, prefix: `${link.alias}.` });
  return [...columns, ...link.links.flatMap((child) => linkColumns(metadata, child))];
}

function asked(table: Table, columns: readonly QueryColumn[] | null, place: { link: string | null; prefix: string }): ResultColumn[] {
  return (columns ?? allColumns(table)).map(({ column, alias }) => ({
    name: alias ?? place.prefix + column, ref: { link: place.link, column }, table, column: columnOf(table, column),
  }));
}

function allColumns(table: Table): QueryColumn[] {
  const names = new Set([...table.columns.keys(), "versionnumber"]);
  return [...names].map((column) => ({ column }));
}

/** What an aggregate's alias stands for: the grouped column, or the measured one; null for counts and parts of dates, which are plain numbers. */
export function aggregateColumn(metadata: Metadata, query: Query, alias: string): Column | null {
  const found = query.aggregate === null ? null : aggregateRef(query.aggregate, alias);
  if (found === null) return null;
  const link = found.link === null ? query.table : linkTable(query.links, found.link);
  return link === null ? null : columnOf(tableOf(metadata, link), found.column);
}

function aggregateRef(aggregate: Aggregate, alias: string): ColumnRef | null {
  const group = aggregate.groups.find((each) => each.alias === alias);
  if (group !== undefined) return group.part === "value" ? group.ref : null;
  const measure = aggregate.measures.find((each) => each.alias === alias);
  return measure === undefined || measure.function.startsWith("count") ? null : measure.ref;
}

function linkTable(links: readonly Link[], alias: string): string | null {
  for (const link of links) {
    const found = link.alias === alias ? link.table : linkTable(link.links, alias);
    if (found !== null) return found;
  }
  return null;
}
