import type { Metadata } from "../metadata/model";
import type { Query, QueryPage } from "../query/ir";

/** A reference to a row. `name` is its primary name where the reader asked for it. */
export interface EntityReference {
  readonly logicalName: string;
  readonly id: string;
  readonly name?: string | null;
}

/**
 * A value as the organisation service and plug-ins see it:
 * money and decimal are decimal strings ("12.50"), dateonly "YYYY-MM-DD", datetime "YYYY-MM-DDTHH:MM:SSZ", choices and integers numbers,
 * lookups EntityReference, multiselect an ascending number array, GUIDs lower-case strings.
 */
export type Value = string | number | boolean | null | EntityReference | readonly number[];

/** Column logical name -> value. Absent = not touched (write) or not asked for (read). */
export type Row = Readonly<Record<string, Value>>;

export interface RequestOptions {
  /** Acting user; the host's system user when absent. */
  readonly userId?: string;
  /** Only when the stored versionnumber is this one; otherwise error 0x80060882. */
  readonly ifVersion?: number;
  /** Plug-in nesting; set by the pipeline. */
  readonly depth?: number;
}

/** A row named by its id or by an alternate key. */
export type RowKey = { readonly id: string } | { readonly key: Readonly<Record<string, Value>> };

export interface OrganizationService {
  readonly metadata: Metadata;
  /** Creates a row and gives its id. An id in the row under the primary id column is honoured. */
  create(table: string, row: Row, options?: RequestOptions): string;
  /** All columns, or those named. Throws DataverseError 0x80040217 when missing. */
  retrieve(table: string, key: RowKey, columns?: readonly string[], options?: RequestOptions): Row;
  update(table: string, key: RowKey, row: Row, options?: RequestOptions): void;
  /** Update when the row exists, else create. */
  upsert(table: string, key: RowKey, row: Row, options?: RequestOptions): { readonly id: string; readonly created: boolean };
  delete(table: string, key: RowKey, options?: RequestOptions): void;
  associate(relationship: string, a: EntityReference, b: EntityReference, options?: RequestOptions): void;
  disassociate(relationship: string, a: EntityReference, b: EntityReference, options?: RequestOptions): void;
  retrieveMultiple(query: Query, options?: RequestOptions): QueryPage;
  /** Parses and runs FetchXML. Aliased and link-entity columns come under their alias. */
  fetch(fetchXml: string, options?: RequestOptions): QueryPage;
  /** Runs a custom API by its unique name; input and output as its parameters declare. */
  execute(apiUniqueName: string, input: Readonly<Record<string, Value>>, options?: RequestOptions): Readonly<Record<string, Value>>;
}

/** What was written, told to listeners inside the same transaction, after stage 40. */
export interface Change {
  readonly message: "Create" | "Update" | "Delete";
  readonly table: string;
  readonly id: string;
  /** Columns of the request (and those set by plug-ins in stages 10 and 20). */
  readonly columns: ReadonlySet<string>;
}
export type ChangeListener = (change: Change) => void;
