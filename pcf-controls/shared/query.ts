import { lookupColumn } from "./row";

/** What is read from one table; lookups are given by their schema name. */
export interface Query<R> {
  readonly columns: readonly (keyof R & string)[];
  readonly lookups?: readonly (keyof R & string)[];
  readonly filter?: string;
  /** "duly_issuedon desc": the id is added by the caller, so that pages never overlap. */
  readonly order?: readonly string[];
}

/** OData options for `retrieveMultipleRecords`. */
export function toOptions<R>(query: Query<R>): string {
  const select = [...query.columns, ...(query.lookups ?? []).map(lookupColumn)].join(",");
  const filter = query.filter === undefined ? "" : `&$filter=${query.filter}`;
  const order = query.order === undefined ? "" : `&$orderby=${query.order.join(",")}`;
  return `?$select=${select}${filter}${order}`;
}

/** Condition "rows of this debtor". */
export const ofDebtor = (debtorId: string): string => `${lookupColumn("duly_debtor")} eq ${debtorId}`;
