import type { LocalHost } from "../host.contract";
import { UnsupportedError } from "../service/error";
import type { WebHandler } from "./contract";

/** What the Web API needs of the host. */
export type WebHost = Pick<LocalHost, "sql" | "service" | "clock" | "unsupported" | "systemUserId">;

/** What others add to the server: pages of the app player (`static`), and further /__local routes, "METHOD /path" -> handler. */
export interface WebExtensions {
  readonly static?: WebHandler;
  readonly routes?: Readonly<Record<string, WebHandler>>;
}

/** The Web API, /__local and static content as one function. */
export function createWeb(_host: WebHost, _extensions: WebExtensions = {}): WebHandler {
  return () => { throw new UnsupportedError("request", "any"); };
}
