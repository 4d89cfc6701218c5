import { assemble } from "./assemble";
import type { Column, Metadata, Table } from "./model";

const custom = (columns: Iterable<Column>): readonly (readonly [string, Column])[] => [...columns].filter((column) => column.isCustom).map((column) => [column.logicalName, column]);

function renewed(standard: Table, stored: Table | undefined): Table {
  if (stored === undefined) return standard;
  return { ...standard, columns: new Map([...standard.columns, ...custom(stored.columns.values())]), keys: stored.keys };
}

/** The snapshot of a store with the standard tables of this version of the host; what packages added stays. */
export function renewStandard(stored: Metadata, standard: Metadata): Metadata {
  const tables = [...standard.tables.values()].map((table) => renewed(table, stored.tables.get(table.logicalName)));
  const relationships = new Set(standard.manyToOne.map((each) => each.schemaName));
  return assemble({
    ...stored, tables: [...stored.tables.values(), ...tables], manyToMany: [...stored.manyToMany, ...standard.manyToMany],
    manyToOne: [...standard.manyToOne, ...stored.manyToOne.filter((each) => !relationships.has(each.schemaName))],
  });
}
