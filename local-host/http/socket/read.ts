import type { IncomingMessage } from "node:http";
import type { WebRequest, WebResponse } from "../contract";
import { json } from "../reply";

const LONGEST_BODY = 16 * 1024 * 1024;

/** Reads a request to its end; a refusal when the body is too long or no UTF-8. */
export async function readRequest(incoming: IncomingMessage, origin: string): Promise<WebRequest | WebResponse> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length;
    // The rest is read and dropped, so that the client gets to see the answer.
    if (length <= LONGEST_BODY) chunks.push(chunk);
  }
  if (length > LONGEST_BODY) return json({ error: { code: "LOCAL-BODY-TOO-LONG", message: `The request body is ${length} bytes long; the limit is ${LONGEST_BODY}. Split the request.` } }, 413);
  const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(",") : value ?? ""]));
  return { method: incoming.method ?? "GET", url: incoming.url ?? "/", headers, body: Buffer.concat(chunks).toString("utf8"), origin };
}
