/**
 * What the host knows about tables: read from a solution package and from the baseline of standard tables,
 * kept in one immutable snapshot that the store, the queries, the service and the Web API share.
 */

/** A text in the languages that the package carries: LCID -> text. 1033 is always present. */
export type Labels = Readonly<Record<number, string>>;

export type ColumnType =
  | "string" | "memo" | "integer" | "bigint" | "decimal" | "double" | "money" | "boolean"
  | "dateonly" | "datetime" | "picklist" | "multiselect" | "state" | "status"
  | "lookup" | "owner" | "customer" | "uniqueidentifier";

export interface ChoiceOption {
  readonly value: number;
  readonly labels: Labels;
  /** For a status reason: the state that it belongs to. */
  readonly state?: number;
  /** For a state: the status reason that a row gets when only its state is set. */
  readonly defaultStatus?: number;
}

export interface Column {
  readonly logicalName: string;
  readonly schemaName: string;
  readonly type: ColumnType;
  readonly labels: Labels;
  readonly descriptions: Labels;
  readonly required: "none" | "recommended" | "required" | "system";
  readonly maxLength?: number;
  /** Of a text: HTML that is shown as it looks. */
  readonly format?: "richtext";
  readonly minValue?: number;
  readonly maxValue?: number;
  /** Decimal places that the column keeps (money and decimal). */
  readonly precision?: number;
  readonly options?: readonly ChoiceOption[];
  /** Name of the global choice that the options come from. */
  readonly globalChoice?: string;
  /** Default of a choice, boolean or status column. */
  readonly defaultValue?: number | boolean;
  /** For a lookup: logical names of the tables it may point to (one or more). */
  readonly targets?: readonly string[];
  /** For a `_base` column: the money column that it is computed from. */
  readonly calculationOf?: string;
  /** Rows of packages carry the text in several languages, and each reader gets their own. */
  readonly localizable?: true;
  /** Column security: only those read and write it whom a field security profile lets. */
  readonly secured?: true;
  readonly validForCreate: boolean;
  readonly validForUpdate: boolean;
  readonly isCustom: boolean;
}

export interface AlternateKey {
  readonly logicalName: string;
  readonly columns: readonly string[];
}

/** Many-to-one from `referencingTable.referencingColumn` to `referencedTable`. */
export interface ManyToOne {
  readonly schemaName: string;
  readonly referencingTable: string;
  readonly referencingColumn: string;
  readonly referencedTable: string;
  /** Single-valued navigation property on the referencing table (`parentcustomerid_account`, `x_room`). */
  readonly lookupNavigation: string;
  /** Collection-valued navigation property on the referenced table. */
  readonly collectionNavigation: string;
  readonly cascadeDelete: "Cascade" | "RemoveLink" | "Restrict" | "NoCascade";
}

export interface ManyToMany {
  readonly schemaName: string;
  readonly intersectTable: string;
  readonly firstTable: string;
  readonly firstColumn: string;
  readonly firstNavigation: string;
  readonly secondTable: string;
  readonly secondColumn: string;
  readonly secondNavigation: string;
}

export interface Table {
  readonly logicalName: string;
  readonly schemaName: string;
  readonly entitySetName: string;
  readonly labels: Labels;
  readonly collectionLabels: Labels;
  readonly descriptions: Labels;
  readonly primaryId: string;
  readonly primaryName: string | null;
  readonly ownership: "user" | "organization" | "none";
  readonly isActivity: boolean;
  readonly isCustom: boolean;
  readonly columns: ReadonlyMap<string, Column>;
  readonly keys: readonly AlternateKey[];
}

export interface Metadata {
  /** Changes whenever the model changes; goes out as globalmetadataversion. */
  readonly version: string;
  readonly tables: ReadonlyMap<string, Table>;
  readonly tablesBySet: ReadonlyMap<string, Table>;
  readonly manyToOne: readonly ManyToOne[];
  readonly manyToMany: readonly ManyToMany[];
  readonly globalChoices: ReadonlyMap<string, readonly ChoiceOption[]>;
  /** LCIDs present in the package, 1033 first. */
  readonly languages: readonly number[];
}
