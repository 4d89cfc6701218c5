import type { StandardColumn } from "./form";
import type { Table } from "./table";

/** What a bar measures: how many rows, or the sum of an amount in the organisation's currency. */
export type Measure<C extends string = string> = "count" | { readonly sum: C };

/** A bar chart over the rows of a view: one bar for each value of `by`. */
export interface Chart {
  readonly table: Table;
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly by: string;
  readonly measure: Measure;
}

/** Declares a chart; columns are checked against the table when compiling. */
export const chart = <C extends string, S extends string>(
  table: Table<C, S>, parts: Omit<Chart, "table" | "by" | "measure"> & { readonly by: NoInfer<C> | StandardColumn; readonly measure: Measure<NoInfer<C>> },
): Chart => ({ table, ...parts });
