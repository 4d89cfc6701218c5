import { extname } from "node:path";
import type { WebResponse } from "../contract";

const BY_EXTENSION: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8", ".htm": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
  ".xml": "text/xml; charset=utf-8", ".resx": "text/xml; charset=utf-8", ".json": "application/json; charset=utf-8", ".svg": "image/svg+xml", ".png": "image/png",
  ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif", ".ico": "image/x-icon", ".xsl": "text/xsl; charset=utf-8", ".woff2": "font/woff2",
};

/** Types of web resources, 1 HTML to 12 RESX; their names often have no extension. */
const BY_KIND: Readonly<Record<number, string>> = {
  1: ".html", 2: ".css", 3: ".js", 4: ".xml", 5: ".png", 6: ".jpg", 7: ".gif", 9: ".xsl", 10: ".ico", 11: ".svg", 12: ".resx",
};

/** A file as an answer. `kind`: the web resource type, where there is one. */
export function file(name: string, content: Uint8Array, kind = 0): WebResponse {
  const type = BY_EXTENSION[BY_KIND[kind] ?? extname(name).toLowerCase()] ?? "application/octet-stream";
  return { status: 200, headers: { "content-type": type, "x-content-type-options": "nosniff", "cache-control": "no-cache" }, body: content };
}
