/** The platform's collection: by name, by place, by predicate, or all. */
export interface Collection<T> {
  get(which: string | number): T | null;
  get(which?: (item: T, place: number) => boolean): T[];
  forEach(visit: (item: T, place: number) => void): void;
  getLength(): number;
}

/** A collection over named items in their order. */
export function collection<T>(items: ReadonlyMap<string, T>): Collection<T> {
  const list = [...items.values()];
  function get(which: string | number): T | null;
  function get(which?: (item: T, place: number) => boolean): T[];
  function get(which?: string | number | ((item: T, place: number) => boolean)): T[] | T | null {
    if (which === undefined) return list;
    if (typeof which === "function") return list.filter(which);
    return (typeof which === "number" ? list[which] : items.get(which)) ?? null;
  }
  return { get, forEach: (visit) => { list.forEach(visit); }, getLength: () => list.length };
}
