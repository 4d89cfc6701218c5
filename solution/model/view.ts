import type { StandardColumn } from "./form";
import type { Table } from "./table";

export type Operator = "eq" | "ne" | "null" | "not-null" | "today" | "yesterday" | "olderthan-x-days" | "last-seven-days" | "next-seven-days" | "eq-userid";

export interface ViewCondition<C extends string = string> {
  readonly column: C | StandardColumn;
  readonly operator: Operator;
  readonly value?: number | string;
}

/** All conditions must hold; of an `any` group at least one. */
export type ViewFilter<C extends string = string> = ViewCondition<C> | { readonly any: readonly ViewCondition<C>[] };

export type Cell<C extends string = string> = readonly [column: C | StandardColumn, width: number];
export type ViewOrder<C extends string = string> = readonly [column: C | StandardColumn, direction: "asc" | "desc"];

/** A public view beside those that every table has. */
export interface View<C extends string = string> {
  readonly key: string;
  readonly label: string;
  readonly cells: readonly Cell<C>[];
  readonly filter: readonly ViewFilter<C>[];
  readonly order: readonly ViewOrder<C>[];
}

export interface TableViews<C extends string = string> {
  /** Columns of the active, inactive, advanced find, associated and quick find views; widths in pixels. */
  readonly cells: readonly Cell<C>[];
  /** Columns that quick find searches. */
  readonly find: readonly C[];
  /** Columns of the lookup dialog beside the name. */
  readonly lookup: readonly Cell<C>[];
  readonly order: readonly ViewOrder<C>[];
  readonly more: readonly View<C>[];
  /** Key of the one of `more` that a list opens with; the active rows when absent. */
  readonly opensWith?: string;
}

export interface Views extends TableViews { readonly table: Table }

/** Declares the views of a table; columns are checked against it when compiling. */
export const views = <C extends string, S extends string>(table: Table<C, S>, parts: TableViews<NoInfer<C>>): Views => ({ table, ...parts });
