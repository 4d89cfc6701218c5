import { entryOf } from "../../../entry";

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", euro: "€", copy: "©", ndash: "–", mdash: "—", hellip: "…" };

const WITHOUT_TEXT = new Set(["script", "style", "head", "title"]);
const BREAKS = new Set(["br", "p", "div", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "li", "table", "ul", "ol"]);

/** Plain text of an HTML body: blocks become lines, cells are separated by tabs, entities are resolved. */
export function htmlToText(html: string): string {
  return textPieces(html).join("")
    .replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => entity(name) ?? whole)
    .split("\n").map((line) => line.trim()).join("\n").replace(/\n{3,}/g, "\n\n").trim();
}

/** Scans once from front to back, so that no input takes more than linear time. */
function textPieces(html: string): string[] {
  const lower = html.toLowerCase();
  const pieces: string[] = [];
  for (let at = 0; at < html.length;) {
    const open = html.indexOf("<", at);
    pieces.push(html.slice(at, open < 0 ? html.length : open).replace(/\s+/g, " "));
    if (open < 0) break;
    if (!/[a-z/!?]/.test(lower.charAt(open + 1))) { pieces.push("<"); at = open + 1; continue; }
    const comment = html.startsWith("<!--", open);
    const close = html.indexOf(comment ? "-->" : ">", open);
    if (close < 0) break;
    at = close + (comment ? 3 : 1);
    const [, slash = "", name = ""] = comment ? [] : /^<(\/?)([a-z0-9]*)/.exec(lower.slice(open, open + 12)) ?? [];
    if (slash === "" && WITHOUT_TEXT.has(name)) at = endOf(lower, name, at);
    else pieces.push(separator(name, slash === "/"));
  }
  return pieces;
}

function endOf(lower: string, name: string, from: number): number {
  const end = lower.indexOf(`</${name}`, from);
  return end < 0 ? lower.length : end;
}

function separator(name: string, closing: boolean): string {
  if (name === "br" || (closing && BREAKS.has(name))) return "\n";
  return closing && (name === "td" || name === "th") ? "\t" : "";
}

function entity(name: string): string | undefined {
  if (!name.startsWith("#")) return entryOf(ENTITIES, name.toLowerCase());
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : undefined;
}

/** Quoted-printable lines of UTF-8 text: readable in the file, at most 76 characters a line. */
export function quotedPrintable(text: string): string {
  return text.replace(/\r\n?/g, "\n").split("\n").map(quotedLine).join("\r\n");
}

function quotedLine(line: string): string {
  const lines: string[] = [];
  let current = "";
  const bytes = Buffer.from(line, "utf8");
  for (const [at, byte] of bytes.entries()) {
    const blankAtEnd = (byte === 0x20 || byte === 0x09) && at === bytes.length - 1;
    const plain = ((byte >= 0x20 && byte <= 0x7e && byte !== 0x3d) || byte === 0x09) && !blankAtEnd;
    const piece = plain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    if (current.length + piece.length > 75) { lines.push(`${current}=`); current = ""; }
    current += piece;
  }
  return [...lines, current].join("\r\n");
}

/** Base64 in lines of 76 characters. */
export function base64Lines(bytes: Uint8Array): string {
  return (Buffer.from(bytes).toString("base64").match(/.{1,76}/g) ?? []).join("\r\n");
}
