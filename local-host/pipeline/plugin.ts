import type { OrganizationService, Row, Value } from "../service/contract";

export type Stage = 10 | 20 | 30 | 40;

/** What a plug-in is told: Dataverse's own execution context, reduced to what the host fills. */
export interface PluginContext {
  readonly message: string;
  readonly stage: Stage;
  readonly depth: number;
  /** Logical name; null for an unbound custom API. */
  readonly table: string | null;
  readonly primaryId: string | null;
  readonly userId: string;
  /** The host's clock, UTC, "YYYY-MM-DDTHH:MM:SSZ". */
  readonly nowUtc: string;
  /** Create and Update: the row as sent (mutable in stages 10 and 20). Delete: null. */
  readonly target: Record<string, Value> | null;
  readonly preImage: Row | null;
  readonly postImage: Row | null;
  /** Custom API: request parameters. */
  readonly input: Readonly<Record<string, Value>>;
  /** Custom API: response properties, filled by the handler. */
  readonly output: Record<string, Value>;
}

export interface PluginExecution {
  /** Full type name from the step or custom API ("Contoso.Rooms.BookingPlugin"). */
  readonly typeName: string;
  /** The step's unsecure configuration; null for custom APIs. */
  readonly configuration: string | null;
  readonly context: PluginContext;
  /** Acts inside the same transaction, one level deeper. */
  readonly service: OrganizationService;
  trace(text: string): void;
}

/** Runs one plug-in. A refusal meant for the user is a DataverseError with code 0x80040265. */
export type PluginHost = (execution: PluginExecution) => void;
