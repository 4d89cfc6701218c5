/** The entry of a table under a name that came from outside. What every object inherits ("constructor", "toString") is no entry. */
export function entryOf<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
