import { STATUS_CODES } from "node:http";
import type { WebResponse } from "../contract";

const NAMES: Readonly<Record<string, string>> = {
  "odata-entityid": "OData-EntityId", "odata-version": "OData-Version", "content-type": "Content-Type", location: "Location", etag: "ETag", "preference-applied": "Preference-Applied",
};

/** A response as the text of an application/http part. */
export function httpPart(response: WebResponse, contentId: string | null): string {
  const head = ["Content-Type: application/http", "Content-Transfer-Encoding: binary", ...(contentId === null ? [] : [`Content-ID: ${contentId}`])];
  const headers = Object.entries(response.headers).flatMap(([name, value]) => (NAMES[name] === undefined ? [] : [`${NAMES[name]}: ${value}`]));
  const status = `HTTP/1.1 ${response.status} ${STATUS_CODES[response.status] ?? ""}`;
  return [...head, "", status, ...headers, "", String(response.body)].join("\r\n");
}

/** Parts between their boundaries. */
export function multipart(boundary: string, parts: readonly string[]): string {
  return `${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join("")}--${boundary}--\r\n`;
}
