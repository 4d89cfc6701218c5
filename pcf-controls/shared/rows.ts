import type { RawRow } from "./row";

/** One page of rows; `next` are the options of the following page, null on the last. */
export interface Page {
  readonly rows: readonly RawRow[];
  readonly next: string | null;
}

/** Row access of the controls. Every call rejects with what the platform threw; `toFailure` reads it. */
export interface Rows {
  /** Reads one page of at most `size` rows with OData options. */
  page(table: string, options: string, size: number): Promise<Page>;
  /** Creates one row and gives its id. */
  create(table: string, row: Readonly<Record<string, unknown>>): Promise<string>;
  update(table: string, id: string, row: Readonly<Record<string, unknown>>): Promise<void>;
}

/** Only the query of `nextLink` may be handed back; a host may give a full address. */
const nextOptions = (link: string | undefined): string | null => (link ? link.slice(Math.max(0, link.indexOf("?"))) : null);

/** Row access over `context.webAPI`. */
export function openRows(webAPI: ComponentFramework.WebApi): Rows {
  return {
    page: async (table, options, size) => {
      const answer = await webAPI.retrieveMultipleRecords(table, options, size);
      return { rows: answer.entities, next: nextOptions(answer.nextLink) };
    },
    create: async (table, row) => idOf(await webAPI.createRecord(table, row)),
    update: async (table, id, row) => {
      await webAPI.updateRecord(table, id, row);
    },
  };
}

/** `id` is a plain string in a browser; the typings also know an object with a guid. */
const idOf = (created: { readonly id: unknown }): string => {
  const { id } = created;
  return typeof id === "object" && id !== null && "guid" in id ? String(id.guid) : String(id);
};

/** Reads every page of a query, one after another. */
export async function readAll(rows: Rows, table: string, options: string): Promise<readonly RawRow[]> {
  const all: RawRow[] = [];
  for (let next: string | null = options; next !== null; ) {
    const page: Page = await rows.page(table, next, 1000);
    all.push(...page.rows);
    next = page.next;
  }
  return all;
}
