import type { ServerResponse } from "node:http";
import type { WebResponse } from "../contract";

/** Header names as the platform writes them; HTTP ignores their case, some clients do not. */
const NAMES: Readonly<Record<string, string>> = { "odata-entityid": "OData-EntityId", "odata-version": "OData-Version", "content-type": "Content-Type", etag: "ETag", location: "Location", "preference-applied": "Preference-Applied" };

/** Sends a response; a HEAD request gets its headers only. */
export function writeResponse(outgoing: ServerResponse, response: WebResponse, headersOnly = false): void {
  const body = typeof response.body === "string" ? Buffer.from(response.body, "utf8") : response.body;
  const named = Object.entries(response.headers).map(([name, value]): [string, string] => [NAMES[name] ?? name, value]);
  const length = response.status === 204 || response.status === 304 ? {} : { "Content-Length": body.byteLength };
  outgoing.writeHead(response.status, { ...Object.fromEntries(named), ...length });
  outgoing.end(headersOnly || body.byteLength === 0 ? undefined : body);
}
