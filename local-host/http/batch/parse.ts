import { DataverseError } from "../../service/error";

/** A part of a multipart body: its headers (lower-case names) and what follows them. */
export interface Part { readonly headers: Readonly<Record<string, string>>; readonly content: string }

/** An HTTP request inside a part. */
export interface PartRequest { readonly method: string; readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly body: string; readonly contentId: string | null }

/** Splits a multipart body; line ends may be CRLF or LF. Throws 0x80060888 for a body whose closing boundary is missing: it was cut off, or has another boundary than its header. */
export function partsOf(body: string, boundary: string): Part[] {
  const escaped = boundary.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const line = (end: string): RegExp => new RegExp(`(?:^|\\r?\\n)--${escaped}${end}[ \\t]*(?=\\r?\\n|$)`);
  const closing = body.search(line("--"));
  const shown = boundary.slice(0, 200);
  if (closing < 0) throw new DataverseError("0x80060888", `The multipart body does not end with the line '--${shown}--'. Send it whole, with the boundary that its Content-Type names; nothing was executed.`);
  // What stands before the first and after the closing boundary is no part.
  const pieces = body.slice(0, closing).split(line(""));
  return pieces.slice(1).filter((piece) => piece.trim() !== "").map((piece) => partOf(piece.replace(/^\r?\n/, "")));
}

function partOf(text: string): Part {
  const [head = "", ...rest] = text.split(/\r?\n\r?\n/);
  return { headers: headersOf(head), content: rest.join("\r\n\r\n") };
}

function headersOf(text: string): Record<string, string> {
  const pairs = text.split(/\r?\n/).flatMap((line): [string, string][] => {
    const colon = line.indexOf(":");
    return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
  });
  return Object.fromEntries(pairs);
}

/** The boundary of a multipart content type; null for other types. */
export function boundaryOf(contentType: string | undefined): string | null {
  const [, quoted, bare] = /^multipart\/mixed\s*;.*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType ?? "") ?? [];
  return quoted ?? bare ?? null;
}

/** The request that an application/http part holds. */
export function requestOf(part: Part): PartRequest {
  const { content, headers } = part;
  const [head = "", ...rest] = content.trimStart().split(/\r?\n\r?\n/);
  const [line = "", ...headerLines] = head.split(/\r?\n/);
  const [, method, url] = /^([A-Z]+)\s+(\S+)(?:\s+HTTP\/1\.1)?\s*$/.exec(line) ?? [];
  if (method === undefined || url === undefined) throw new DataverseError("0x80060888", `A batch part begins with 'METHOD url HTTP/1.1', found '${line.slice(0, 200)}'.`);
  return { method, url, headers: headersOf(headerLines.join("\n")), body: rest.join("\n\n").trim(), contentId: headers["content-id"] ?? null };
}
