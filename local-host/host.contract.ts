import type { WebHandler } from "./http/contract";
import type { PluginHost } from "./pipeline/plugin";
import type { ChangeListener, OrganizationService } from "./service/contract";
import type { Sql } from "./store/sql";

/** The host's settable clock; persisted in the store. */
export interface Clock {
  /** UTC, "YYYY-MM-DDTHH:MM:SSZ". */
  now(): string;
  /** Sets the clock; it stands still until set again. null = real time. */
  set(nowUtc: string | null): void;
}

/** A line of the ledger of unsupported requests, folded by kind and name. */
export interface UnsupportedEntry { readonly kind: string; readonly what: string; readonly count: number; readonly firstSeen: string }

export interface UnsupportedLedger {
  note(kind: string, what: string): void;
  list(): readonly UnsupportedEntry[];
}

export interface HostOptions {
  /** Folder of the store; made when missing. */
  readonly dataDir: string;
  /** Plug-in type name -> implementation; a type of a plug-in package goes by its id or export key, for such a package does not tell the names of its types. A registered step whose type is missing here is listed as unsupported at import and refused when it would run. */
  readonly plugins: Readonly<Record<string, PluginHost>>;
}

export interface ImportReport {
  readonly solution: string;
  readonly version: string;
  /** false when the very same bytes were imported before: nothing was done. */
  readonly changed: boolean;
  /** Component kind -> how many were imported. */
  readonly imported: Readonly<Record<string, number>>;
  /** Parts of the package that the host does not use, by path or kind. Not fatal. */
  readonly ignored: readonly string[];
}

/** An open embedded Dataverse. */
export interface LocalHost {
  readonly sql: Sql;
  readonly service: OrganizationService;
  readonly clock: Clock;
  readonly unsupported: UnsupportedLedger;
  /** Id of the user that in-process work runs as. */
  readonly systemUserId: string;
  /** Imports a solution package (bytes of the zip). Throws DataverseError with a coded message on a package it cannot read. All or nothing. */
  importSolution(zip: Uint8Array): ImportReport;
  /** Called inside the writing transaction for every row written. */
  onChange(listener: ChangeListener): void;
  /** The Web API (under /api/data/v9.2), /__local and static content, without the socket. */
  readonly web: WebHandler;
  close(): void;
}
