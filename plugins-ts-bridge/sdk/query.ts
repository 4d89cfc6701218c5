import { filterXml, type Filter } from "./condition";
import type { ColumnOf, TableName, Tables } from "./tables";
import { element } from "./xml";

/** Rows in one page, the platform's own limit. */
export const pageRows = 5000;

/** A joined table; its columns come as "alias.column". */
export interface Join<T extends TableName, C extends ColumnOf<T>, A extends string> {
  readonly table: T;
  /** Column of the joined table and column of the table that is read. */
  readonly from: string;
  readonly to: string;
  readonly alias: A;
  readonly select: readonly C[];
  readonly where?: readonly Filter<T>[];
  /** Keeps rows without a partner; their joined columns are null. */
  readonly outer?: boolean;
}

export type Joined<T extends TableName, C extends ColumnOf<T>, A extends string, Outer> =
  { readonly [K in C as `${A}.${K}`]: Outer extends true ? Tables[T][K] | null : Tables[T][K] };

interface Parts {
  readonly table: string;
  readonly body: readonly string[];
  readonly order: readonly string[];
  readonly top: number | null;
}

/** A read that is being described; each call gives a new one. `Row` is what a row of the answer has. */
export class Query<T extends TableName, Row> {
  /** Only for the compiler: the shape of a row. */
  declare readonly row: Row;

  constructor(private readonly parts: Parts) {}

  get top(): number | null { return this.parts.top; }

  private with(parts: Partial<Parts>): Parts { return { ...this.parts, ...parts }; }

  select<C extends ColumnOf<T>>(...columns: readonly C[]): Query<T, Row & Pick<Tables[T], C>> {
    return new Query(this.with({ body: [...this.parts.body, ...columns.map((name) => element("attribute", { name }))] }));
  }

  /** Conditions that must all hold. */
  where(...filters: readonly Filter<T>[]): Query<T, Row> {
    return new Query(this.with({ body: [...this.parts.body, ...filterXml(filters)] }));
  }

  join<J extends TableName, C extends ColumnOf<J>, A extends string, const O extends boolean = false>(
    join: Join<J, C, A> & { readonly outer?: O },
  ): Query<T, Row & Joined<J, C, A, O>> {
    const { table, from, to, alias, select, where = [], outer = false } = join;
    const link = element("link-entity", { name: table, from, to, alias, "link-type": outer ? "outer" : "inner" },
      [...select.map((name) => element("attribute", { name })), ...filterXml(where)]);
    return new Query(this.with({ body: [...this.parts.body, link] }));
  }

  orderBy(attribute: ColumnOf<T>, direction: "ascending" | "descending" = "ascending"): Query<T, Row> {
    return new Query(this.with({ order: [...this.parts.order, element("order", { attribute, descending: String(direction === "descending") })] }));
  }

  /** Only the first rows, at most 5,000. */
  first(top: number): Query<T, Row> { return new Query(this.with({ top })); }

  /** FetchXML of one page (from 1). Without an order of its own it is by id, so that pages do not overlap. */
  toFetchXml(page = 1): string {
    const { table, body, order, top } = this.parts;
    const paging: Record<string, string> = top === null ? { count: String(pageRows), page: String(page) } : { top: String(top) };
    const orders = order.length > 0 || top !== null ? order : [element("order", { attribute: `${table}id` })];
    return element("fetch", paging, [element("entity", { name: table }, [...body, ...orders])]);
  }
}

/** Begins a read of a table. */
export const from = <T extends TableName>(table: T): Query<T, unknown> => new Query({ table, body: [], order: [], top: null });
