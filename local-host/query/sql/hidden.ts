/** Table -> columns that count as empty in a query, for all rows and wherever the query names them. */
export type Hidden = ReadonlyMap<string, ReadonlySet<string>>;

export const nothingHidden: Hidden = new Map();
