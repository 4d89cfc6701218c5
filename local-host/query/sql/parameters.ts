import type { SqlValue } from "../../store/sql";

/** Values bound to a statement; `add` gives the numbered placeholder, so text may be put together in any order. */
export class Parameters {
  readonly values: SqlValue[] = [];

  add(value: SqlValue): string {
    this.values.push(value);
    return `?${this.values.length}`;
  }
}
