import type { Rows } from "../shared/rows";
import type { Entry } from "./entry";
import { compare } from "./entry";
import type { Source } from "./sources";

/** Entries of one source by their place, fetched page by page and kept. */
export interface Reader {
  /** Entry at a place from 0; null = the source ends before it. Rejects with the error of the failed page, which the next call asks for again. */
  at(place: number): Promise<Entry | null>;
}

/** Opens a source of one debtor. */
export function openReader(rows: Rows, source: Source, from: { readonly debtorId: string; readonly pageSize: number }): Reader {
  const entries: Entry[] = [];
  let next: string | null = source.options(from.debtorId);
  return {
    at: async (place) => {
      while (place >= entries.length && next !== null) {
        const page = await rows.page(source.table, next, from.pageSize);
        entries.push(...page.rows.map((row) => source.toEntry(row)));
        next = page.next;
      }
      return entries[place] ?? null;
    },
  };
}

/** A part of the merged order. `done` = nothing comes after it. */
export interface Part {
  readonly entries: readonly Entry[];
  readonly done: boolean;
}

/** The readers' entries in one order; each call of `take` gives the next `count`. A failed call changes nothing: it can be repeated. */
export function merge(readers: readonly Reader[]): { take(count: number): Promise<Part> } {
  let places = readers.map(() => 0);
  const heads = (at: readonly number[]): Promise<readonly (Entry | null)[]> => Promise.all(readers.map((reader, index) => reader.at(at[index] ?? 0)));
  return {
    take: async (count) => {
      const at = [...places];
      const entries: Entry[] = [];
      let first = firstOf(await heads(at));
      while (first !== null && entries.length < count) {
        entries.push(first.entry);
        at[first.index] = (at[first.index] ?? 0) + 1;
        first = firstOf(await heads(at));
      }
      places = at;
      return { entries, done: first === null };
    },
  };
}

/** Of equal heads the first reader's wins. */
function firstOf(heads: readonly (Entry | null)[]): { readonly entry: Entry; readonly index: number } | null {
  let first: { readonly entry: Entry; readonly index: number } | null = null;
  heads.forEach((entry, index) => {
    if (entry !== null && (first === null || compare(entry, first.entry) < 0)) first = { entry, index };
  });
  return first;
}
