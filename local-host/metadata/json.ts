import type { Column, Metadata, Table } from "./model";

interface TableJson extends Omit<Table, "columns"> { readonly columns: readonly Column[] }
interface MetadataJson extends Omit<Metadata, "tables" | "tablesBySet" | "globalChoices"> {
  readonly tables: readonly TableJson[];
  readonly globalChoices: readonly (readonly [string, readonly []])[];
}

/** The snapshot as text, for the store. */
export const metadataToJson = (metadata: Metadata): string => JSON.stringify({
  ...metadata, tablesBySet: undefined, globalChoices: [...metadata.globalChoices],
  tables: [...metadata.tables.values()].map((table) => ({ ...table, columns: [...table.columns.values()] })),
});

/** Reads what `metadataToJson` wrote. */
export function metadataFromJson(text: string): Metadata {
  const json = JSON.parse(text) as MetadataJson;
  const tables = json.tables.map((table): Table => ({ ...table, columns: new Map(table.columns.map((column) => [column.logicalName, column])) }));
  return {
    ...json, globalChoices: new Map(json.globalChoices),
    tables: new Map(tables.map((table) => [table.logicalName, table])), tablesBySet: new Map(tables.map((table) => [table.entitySetName, table])),
  };
}
