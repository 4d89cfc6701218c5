import type { Metadata } from "../../metadata/model";

/** Table -> its secured columns; tables without any are not in it. */
export type SecuredColumns = ReadonlyMap<string, readonly string[]>;

const known = new WeakMap<Metadata, SecuredColumns>();

/** The secured columns of all tables; found once for each snapshot. */
export function securedColumns(metadata: Metadata): SecuredColumns {
  let columns = known.get(metadata);
  if (columns === undefined) known.set(metadata, (columns = find(metadata)));
  return columns;
}

const find = ({ tables }: Metadata): SecuredColumns => new Map([...tables.values()].flatMap((table) => {
  const own = [...table.columns.values()].filter((column) => column.secured === true).map((column) => column.logicalName);
  return own.length === 0 ? [] : [[table.logicalName, own] as const];
}));
