import type { SqlValue } from "../../store/sql";
import type { SortKey } from "./order";
import type { Parameters } from "./parameters";

/** Condition "sorts after the row with these key values": stable while rows are written, unlike an offset. */
export function after(keys: readonly SortKey[], values: readonly SqlValue[], parameters: Parameters): string {
  const branches = keys.map((key, index) => {
    const equal = keys.slice(0, index).map((earlier, place) => same(earlier, values[place] ?? null, parameters));
    return `(${[...equal, beyond(key, values[index] ?? null, parameters)].join(" AND ")})`;
  });
  return `(${branches.join(" OR ")})`;
}

function same(key: SortKey, value: SqlValue, parameters: Parameters): string {
  return `${key.sql} IS ${bound(key, value, parameters)}`;
}

/** Rows without a value come first ascending and last descending. */
function beyond(key: SortKey, value: SqlValue, parameters: Parameters): string {
  if (value === null) return key.descending ? "0" : `${key.sql} IS NOT NULL`;
  const test = `${key.sql} ${key.descending ? "<" : ">"} ${bound(key, value, parameters)}`;
  return key.descending ? `(${test} OR ${key.sql} IS NULL)` : test;
}

function bound(key: SortKey, value: SqlValue, parameters: Parameters): string {
  const placeholder = parameters.add(value);
  return key.text && value !== null ? `fold(${placeholder})` : placeholder;
}
