import type { JsonObject } from "../api/json";
import type { TableMetadata } from "../api/metadata.types";
import type { Player } from "../shell/player";
import type { GridColumn, ViewQuery } from "../views/columns";
import { changeFetch, type Condition, innerCookie, type Sort } from "../views/fetch";

/** What a dataset shows: a view of a table, restricted to a row. */
export interface DatasetSource {
  readonly table: TableMetadata;
  readonly view: ViewQuery & { readonly id: string; readonly name: string };
  readonly columns: readonly GridColumn[];
  readonly conditions: readonly Condition[];
}

/** The rows read so far. Loading a page adds to them; a reset begins anew. */
export class DatasetRows {
  rows: readonly JsonObject[] = [];
  loading = true;
  problem: unknown = null;
  more = false;
  /** Settings of the next read; they act at the next reset. */
  pageSize: number;
  sort: Sort | null = null;
  filter: readonly Condition[] = [];
  private page = 0;
  private cookie: string | null = null;
  private ticket = 0;

  constructor(private readonly player: Pick<Player, "api">, readonly source: DatasetSource, private readonly changed: () => void, pageSize: number) {
    this.pageSize = pageSize;
  }

  /** Reads from the first page on. */
  reset(): void {
    this.page = 0;
    this.cookie = null;
    this.read([]);
  }

  /** Reads the following page; nothing happens while a read is under way or at the end. */
  next(): void {
    if (!this.loading && this.more) this.read(this.rows);
  }

  private read(kept: readonly JsonObject[]): void {
    const ticket = ++this.ticket;
    this.loading = true;
    this.page += 1;
    const { table, view, conditions } = this.source;
    const query = changeFetch(view.fetchXml, {
      sort: this.sort, conditions: [...conditions, ...this.filter], pageSize: this.pageSize, page: this.page, ...(this.cookie ? { cookie: this.cookie } : {}),
    });
    this.player.api.fetchXml(table.setName, query).then((answer) => {
      if (ticket !== this.ticket) return;
      Object.assign(this, { rows: [...kept, ...answer.rows], more: answer.more, cookie: innerCookie(answer.cookie ?? undefined), problem: null });
    }).catch((problem: unknown) => { if (ticket === this.ticket) this.problem = problem; })
      .finally(() => { if (ticket === this.ticket) { this.loading = false; this.changed(); } });
  }
}
