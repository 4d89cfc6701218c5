import type { TableRows } from "#solution/generated/names";

/** The platform's currency table, as far as rules read it. */
export interface CurrencyRow {
  readonly transactioncurrencyid: string;
  readonly isocurrencycode: string | null;
  readonly currencyprecision: number | null;
  readonly exchangerate: string | null;
}

/** Logical name -> columns, for reads that are checked when compiling. */
export interface Tables extends TableRows {
  readonly transactioncurrency: CurrencyRow;
}

export type TableName = keyof Tables;
export type ColumnOf<T extends TableName> = keyof Tables[T] & string;
