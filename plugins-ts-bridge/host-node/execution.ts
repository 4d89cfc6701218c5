import type { RawRow, Value } from "../sdk/value";

/** What this host needs of an organisation service. */
export interface Service {
  create(table: string, row: RawRow): string;
  update(table: string, key: { readonly id: string }, row: RawRow): void;
  delete(table: string, key: { readonly id: string }): void;
  fetch(fetchXml: string): { readonly rows: readonly RawRow[] };
}

/** One call of a plug-in, as the platform describes it. */
export interface Execution {
  /** The step's configuration: the id of its rule. Null for custom APIs. */
  readonly configuration: string | null;
  readonly context: {
    readonly message: string;
    readonly stage: number;
    readonly depth: number;
    readonly table: string | null;
    readonly primaryId: string | null;
    readonly userId: string;
    readonly nowUtc: string;
    readonly target: Record<string, Value> | null;
    readonly preImage: RawRow | null;
    readonly postImage: RawRow | null;
    readonly input: RawRow;
    readonly output: Record<string, Value>;
  };
  readonly service: Service;
  trace(text: string): void;
}

/** Makes the platform's error: its code, the message for the user, and details for the trace. */
export type ErrorFactory = (code: string, message: string, trace?: string) => Error;

/** The platform's code of a refusal by a plug-in. */
export const refusalCode = "0x80040265";
