import { createServer, type Server } from "node:http";
import type { WebRequest, WebResponse } from "./contract";
import { guard } from "./socket/guard";
import { readRequest } from "./socket/read";
import { listen } from "./socket/listen";
import { writeResponse } from "./socket/write";
import { json } from "./reply";

/** Bytes of address and headers together: an address may have 32 KB, which Node refuses by itself above 16 KB. */
const LONGEST_HEADERS = 96 * 1024;

/** A handler at the socket, where answers may take their time. */
export type AsyncHandler = (request: WebRequest) => WebResponse | Promise<WebResponse>;

export interface ServeOptions {
  /** 0 = any free port. */
  readonly port: number;
  /** 127.0.0.1 when absent. */
  readonly host?: string;
  /** Further paths ("/__local/x"), asked before `web`. */
  readonly routes?: Readonly<Record<string, AsyncHandler>>;
  /** Runs after each request that is not a read, before the next request is handled. */
  readonly afterWrite?: () => unknown;
}

export interface RunningServer { readonly origin: string; close(): Promise<void> }

/**
 * Serves a handler over HTTP. Requests are handled one after another, in the order in which they arrived.
 * Refuses foreign Host and Origin headers and bodies above 16 MB. Throws ServeError PORT-IN-USE or PORT-REFUSED.
 */
export async function serve(web: AsyncHandler, options: ServeOptions): Promise<RunningServer> {
  const host = options.host ?? "127.0.0.1";
  let origin = "";
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (request: WebRequest, done: (response: WebResponse) => void): void => {
    turn = turn.then(() => handle(web, options, request)).then(async (response) => {
      done(response);
      if (request.method !== "GET" && request.method !== "HEAD") await options.afterWrite?.();
    }).catch((error: unknown) => { reportLate(error); });
  };
  const server: Server = createServer({ maxHeaderSize: LONGEST_HEADERS }, (incoming, outgoing) => {
    const refused = guard(incoming, origin);
    if (refused !== null) return writeResponse(outgoing, refused);
    readRequest(incoming, origin).then((read) => {
      if ("status" in read) writeResponse(outgoing, read);
      else inTurn(read, (response) => { writeResponse(outgoing, response, read.method === "HEAD"); });
    }).catch((error: unknown) => { outgoing.destroy(error instanceof Error ? error : new Error(String(error))); });
  });
  const port = await listen(server, options.port, host);
  origin = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
  return { origin, close: () => new Promise((done) => { server.close(() => { done(); }); server.closeAllConnections(); }) };
}

async function handle(web: AsyncHandler, options: ServeOptions, request: WebRequest): Promise<WebResponse> {
  const path = request.url.split("?")[0] ?? "/";
  try {
    return await (options.routes?.[path] ?? web)(request);
  } catch (error) {
    return json({ error: { code: "0x80040216", message: `An unexpected error occurred. ${error instanceof Error ? error.message : String(error)}` } }, 500);
  }
}

/** The answer has gone out: work after it (flows) can only be reported. */
function reportLate(error: unknown): void {
  process.stderr.write(`SERVE-AFTER-WRITE: ${error instanceof Error ? error.stack ?? error.message : String(error)}\n`);
}
