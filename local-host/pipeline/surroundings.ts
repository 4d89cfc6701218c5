import type { OrganizationService, Row } from "../service/contract";
import type { Sql } from "../store/sql";
import type { PluginHost } from "./plugin";

/** An asynchronous step that failed after its write had committed. */
export interface Failure { readonly step: string; readonly userId: string; readonly error: unknown }

/** What the pipeline needs of the host around it. */
export interface Surroundings {
  readonly sql: Sql;
  readonly plugins: Readonly<Record<string, PluginHost>>;
  /** UTC, "YYYY-MM-DDTHH:MM:SSZ". */
  now(): string;
  /** The service as a plug-in at this depth gets it. */
  serviceAt(userId: string, depth: number): OrganizationService;
  /** Columns of a row (all when undefined), lookups without names; null when there is no such row. */
  readImage(table: string, id: string, columns: readonly string[] | undefined): Row | null;
  /** Keeps the failure where an admin looks for it. */
  recordFailure(failure: Failure): void;
}
