const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", euro: "€", copy: "©", ndash: "–", mdash: "—", hellip: "…" };

/** Plain text of an HTML body: blocks become lines, cells are separated by tabs, entities are resolved. */
export function htmlToText(html: string): string {
  return html
    .replace(/<(script|style|head|title)\b[\s\S]*?<\/\1\s*>/gi, "")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/\s+/g, " ")
    .replace(/<br\s*\/?>|<\/(?:p|div|tr|h[1-6]|li|table|ul|ol)\s*>/gi, "\n")
    .replace(/<\/t[dh]\s*>/gi, "\t")
    .replace(/<[^>]*>/g, "")
    .replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+);/gi, (whole, name: string) => entity(name) ?? whole)
    .replace(/[ \t]*\n[ \t]*/g, "\n").replace(/\n{3,}/g, "\n\n").trim();
}

function entity(name: string): string | undefined {
  if (!name.startsWith("#")) return ENTITIES[name.toLowerCase()];
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
