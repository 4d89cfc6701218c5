import type { Row } from "../service/contract";

/** The one representation of a query. OData and FetchXML are parsed into it; the SQL compiler knows nothing else. */
export interface Query {
  readonly table: string;
  /** null = all columns. */
  readonly columns: readonly QueryColumn[] | null;
  readonly filter: Condition | null;
  readonly links: readonly Link[];
  readonly order: readonly Order[];
  readonly aggregate: Aggregate | null;
  readonly distinct: boolean;
  /** Rows a page, 1..5000. */
  readonly pageSize: number;
  /** 1-based. */
  readonly page: number;
  /** Opaque cookie of the previous page; keeps paging stable while rows are written. */
  readonly cookie: string | null;
  /** FetchXML top / OData $top: at most so many rows in all. */
  readonly top: number | null;
  /** Count all matching rows (stops at 5,000). */
  readonly count: boolean;
  /** false: lookups come without `name`, which saves reading it. Absent = with names. */
  readonly lookupNames?: boolean;
}

export interface QueryColumn {
  readonly column: string;
  /** Name in the result; the column's own when absent. */
  readonly alias?: string;
}

/** A column of the root table (alias null) or of a link. */
export interface ColumnRef { readonly link: string | null; readonly column: string }

export type Operand =
  | { readonly kind: "value"; readonly value: string | number | boolean | null }
  | { readonly kind: "column"; readonly ref: ColumnRef };

export type Comparison = "eq" | "ne" | "gt" | "ge" | "lt" | "le" | "like" | "not-like";

export type Condition =
  | { readonly kind: "and" | "or"; readonly all: readonly Condition[] }
  | { readonly kind: "not"; readonly of: Condition }
  | { readonly kind: "compare"; readonly ref: ColumnRef; readonly operator: Comparison; readonly right: Operand }
  | { readonly kind: "null"; readonly ref: ColumnRef; readonly negated: boolean }
  | { readonly kind: "in"; readonly ref: ColumnRef; readonly values: readonly (string | number)[]; readonly negated: boolean }
  | { readonly kind: "between"; readonly ref: ColumnRef; readonly low: string | number; readonly high: string | number; readonly negated: boolean }
  | { readonly kind: "contain-values"; readonly ref: ColumnRef; readonly values: readonly number[]; readonly negated: boolean }
  /** any / all / not any over related rows. */
  | { readonly kind: "exists"; readonly link: Link; readonly negated: boolean };

export interface Link {
  readonly alias: string;
  readonly table: string;
  /** Column of the linked table. */
  readonly from: string;
  /** Column of the parent (root table, or link `parent`). */
  readonly to: string;
  readonly parent: string | null;
  readonly type: "inner" | "outer";
  readonly columns: readonly QueryColumn[] | null;
  readonly filter: Condition | null;
  readonly links: readonly Link[];
}

export interface Order {
  readonly ref: ColumnRef;
  readonly descending: boolean;
  /** Choice columns: by label (FetchXML's way) instead of by value. */
  readonly byLabel?: boolean;
}

export interface Aggregate {
  readonly measures: readonly { readonly alias: string; readonly ref: ColumnRef | null; readonly function: "count" | "countcolumn" | "sum" | "avg" | "min" | "max"; readonly distinct: boolean }[];
  readonly groups: readonly { readonly alias: string; readonly ref: ColumnRef; readonly part: "value" | "day" | "week" | "month" | "quarter" | "year" }[];
  readonly order: readonly { readonly alias: string; readonly descending: boolean }[];
}

export interface QueryPage {
  /** Values in the service's canonical form (money as decimal strings, lookups as EntityReference with name). Null columns are null, never absent. */
  readonly rows: readonly Row[];
  readonly more: boolean;
  readonly cookie: string | null;
  /** Only when asked for; at most 5,000. */
  readonly total: number | null;
}
