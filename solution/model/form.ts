import type { Table } from "./table";

/** Columns that the platform gives every table and that a form or view may show. */
export type StandardColumn = "statecode" | "statuscode" | "ownerid" | "createdon" | "modifiedon" | "transactioncurrencyid";

export const standardColumns: readonly string[] =
  ["statecode", "statuscode", "ownerid", "createdon", "modifiedon", "transactioncurrencyid"] satisfies readonly StandardColumn[];

interface Titled { readonly key: string; readonly label: string }

export interface FieldsSection extends Titled {
  readonly kind: "fields";
  /** Column keys of the table, or standard columns. */
  readonly fields: readonly string[];
  /** Fields side by side; 2 unless a section holds wide texts. */
  readonly across: 1 | 2;
}

export interface GridSection extends Titled {
  readonly kind: "grid";
  /** Table whose rows are listed, and its lookup to the form's table. */
  readonly table: Table;
  readonly by: string;
}

export interface ControlSection extends Titled {
  readonly kind: "control";
  /** "duly_Duly.PromiseToPay" */
  readonly control: string;
  /** Column that the control is bound to, and its property that is bound. */
  readonly column: string;
  readonly property: string;
}

export type Section<C extends string = string> = GridSection | ControlSection | (FieldsSection & { readonly fields: readonly (C | StandardColumn)[] });

export interface Tab<C extends string = string> extends Titled { readonly sections: readonly Section<C>[] }

/** A script that runs when the form loads. */
export interface FormScript { readonly library: string; readonly onLoad: string }

export interface Form {
  readonly table: Table;
  readonly tabs: readonly Tab[];
  readonly script: FormScript | null;
}

/** Declares the main form of a table; fields are checked against its columns when compiling. */
export const form = <C extends string, S extends string>(
  table: Table<C, S>, tabs: readonly Tab<NoInfer<C>>[], script: FormScript | null = null,
): Form => ({ table, tabs, script });

export const tab = <C extends string = never>(key: string, label: string, sections: readonly Section<C>[]): Tab<C> => ({ key, label, sections });

export const fields = <const C extends string>(
  key: string, label: string, names: readonly C[], across: 1 | 2 = 2,
): FieldsSection & { readonly fields: readonly C[] } => ({ kind: "fields", key, label, fields: names, across });

/** A list of the rows of `table` whose lookup `by` points to the row on the form. */
export const grid = <C extends string, S extends string>(key: string, label: string, table: Table<C, S>, by: NoInfer<C>): GridSection =>
  ({ kind: "grid", key, label, table, by });
