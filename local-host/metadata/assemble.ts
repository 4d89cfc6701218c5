import { createHash } from "node:crypto";
import type { Column, ManyToMany, ManyToOne, Metadata, Table } from "./model";
import { systemRelationships } from "./system-relationships";

export interface ModelParts {
  readonly tables: readonly Table[];
  readonly manyToOne: readonly ManyToOne[];
  readonly manyToMany: readonly ManyToMany[];
  readonly globalChoices: Metadata["globalChoices"];
  readonly languages: readonly number[];
}

const unique = <T>(items: readonly T[], key: (item: T) => string): readonly T[] => [...new Map(items.map((item) => [key(item), item])).values()];

/** A lookup points to all tables that a relationship of it names. */
function withTargets(table: Table, manyToOne: readonly ManyToOne[]): Table {
  const own = manyToOne.filter((each) => each.referencingTable === table.logicalName);
  const columns = new Map([...table.columns].map(([name, column]): [string, Column] => {
    const targets = own.filter((each) => each.referencingColumn === name).map((each) => each.referencedTable);
    return [name, targets.length === 0 ? column : { ...column, targets: [...new Set([...(column.targets ?? []), ...targets])] }];
  }));
  return { ...table, columns };
}

/** Puts tables and relationships together to one snapshot; the later of two parts with the same name wins. */
export function assemble(parts: ModelParts): Metadata {
  const tables = unique(parts.tables, (table) => table.logicalName);
  const manyToOne = unique([...tables.flatMap(systemRelationships), ...parts.manyToOne], (each) => `${each.schemaName}|${each.referencedTable}`);
  const manyToMany = unique(parts.manyToMany, (each) => each.schemaName);
  const complete = tables.map((table) => withTargets(table, manyToOne));
  const languages = [...new Set([1033, ...parts.languages])];
  const content = JSON.stringify([complete.map((table) => [table, [...table.columns.values()]]), manyToOne, manyToMany, [...parts.globalChoices], languages]);
  return {
    version: String(createHash("sha256").update(content).digest().readUInt32BE(0)),
    tables: new Map(complete.map((table) => [table.logicalName, table])), tablesBySet: new Map(complete.map((table) => [table.entitySetName, table])),
    manyToOne, manyToMany, globalChoices: parts.globalChoices, languages,
  };
}
