import type { IncomingMessage } from "node:http";
import type { WebResponse } from "../contract";
import { json } from "../reply";

/**
 * Refuses what a page of another site could send: a Host header that is not ours (DNS rebinding) and an Origin that is not ours (cross-site requests).
 * Programs send no Origin and pass.
 */
export function guard(request: IncomingMessage, origin: string): WebResponse | null {
  const own = new URL(origin);
  const names = own.hostname === "127.0.0.1" ? ["127.0.0.1", "localhost"] : [own.hostname];
  const hosts = names.map((name) => `${name}:${own.port || "80"}`);
  const { host } = request.headers;
  if (host === undefined || !hosts.includes(host.toLowerCase())) {
    return refusal("LOCAL-FOREIGN-HOST", `The Host header '${String(host)}' is not this server's; use ${origin}.`);
  }
  const from = request.headers.origin;
  const site = request.headers["sec-fetch-site"];
  if (from !== undefined && !hosts.some((each) => from.toLowerCase() === `http://${each}`)) {
    return refusal("LOCAL-FOREIGN-ORIGIN", `Pages of '${from}' may not call this server.`);
  }
  if (site === "cross-site" && request.headers["sec-fetch-mode"] !== "navigate") return refusal("LOCAL-FOREIGN-ORIGIN", "Pages of other sites may not call this server.");
  return null;
}

const refusal = (code: string, message: string): WebResponse => json({ error: { code, message } }, 403);
