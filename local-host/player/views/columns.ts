import type { Metadata } from "../api/metadata";
import type { AttributeMetadata, TableMetadata } from "../api/metadata.types";
import { aliases } from "./fetch";
import { readLayout } from "./layout";

/** A column of a grid; `attribute` is null when the metadata does not know it. */
export interface GridColumn { readonly name: string; readonly label: string; readonly width: number; readonly attribute: AttributeMetadata | null }
export interface ViewQuery { readonly fetchXml: string; readonly layoutXml: string }

const split = (name: string): readonly [string | null, string] => {
  const [alias, column] = name.split(".");
  return column === undefined ? [null, alias ?? ""] : [alias ?? null, column];
};

/** Columns of a view with the labels of the table and of the tables that it joins. */
export async function gridColumns(view: ViewQuery, table: TableMetadata, metadata: Metadata): Promise<readonly GridColumn[]> {
  const joined = aliases(view.fetchXml);
  return Promise.all(readLayout(view.layoutXml).map(async ({ name, width }) => {
    const [alias, column] = split(name);
    const owner = alias === null ? table : await metadata(joined.get(alias) ?? alias);
    const attribute = owner.attributes.get(column) ?? null;
    return { name, width, attribute, label: (attribute?.label ?? column) + (alias === null ? "" : ` (${owner.label})`) };
  }));
}
