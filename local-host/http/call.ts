import type { LocalHost } from "../host.contract";
import type { Metadata } from "../metadata/model";
import type { RequestOptions } from "../service/contract";
import type { Preferences } from "./prefer";
import type { ApiAddress } from "./url";

/** What the Web API needs of the host. */
export type WebHost = Pick<LocalHost, "sql" | "service" | "clock" | "unsupported" | "systemUserId">;

/** One Web API request on its way: everything that a handler may ask for. */
export interface Call {
  readonly host: WebHost;
  readonly metadata: Metadata;
  readonly method: string;
  readonly address: ApiAddress;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly prefer: Preferences;
  /** "http://127.0.0.1:4280/api/data/v9.2/" */
  readonly root: string;
  readonly origin: string;
  readonly user: RequestOptions;
  readonly userId: string;
  /** LCID of labels and formats. */
  readonly language: number;
  /** Content-IDs of the change set around: "$1" -> "accounts(…)". */
  readonly contentIds: ReadonlyMap<string, string>;
}
