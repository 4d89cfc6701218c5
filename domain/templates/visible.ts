import { withoutEntities } from "./entities";

/** Comments, style sheets, scripts and tags of HTML. What follows a "<" and is no letter opens no tag: "in <5 days", "a < b". */
const markup = /<!--[\s\S]*?-->|<(style|script|title)\b[\s\S]*?<\/\1\s*>|<[/!?]?[a-z][^>]*>/.source;

/** Entities that are blanks, and characters that are blank or have no width. */
const blanks = /&(?:nbsp|ensp|emsp|thinsp|zwnj|zwj|shy|#0*(?:9|10|13|32|160|173|8203)|#x0*(?:9|a|d|20|a0|ad|200b));|[\s\u00a0\u00ad\u200b-\u200f\u2060\ufeff]/.source;

/** Tags that begin a line: ends and beginnings of blocks, with what is blank around them, and forced breaks. */
const breaks = /(?:\s*<\/?(?:p|div|h[1-6]|ul|ol|li|table|tr)\b[^>]*>\s*)+|[ \t]*<br\b[^>]*>[ \t]*\n?/.source;

/** A text without its markup: short messages are plain. Its lines stay lines, whether they were typed or are paragraphs and breaks of HTML; more than one empty line in a row is one. */
export const withoutMarkup = (text: string): string => withoutEntities(text.replaceAll("\r\n", "\n").replace(new RegExp(breaks, "gi"), "\n").replace(new RegExp(markup, "gi"), " "))
  .replace(/[ \t\r]+/g, " ").replace(/ ?\n ?/g, "\n").replace(/\n{3,}/g, "\n\n").trim();

/** A short message in plain spaces: one that does not break is outside the 7-bit alphabet, and would make every message that names an amount as long as two. */
export const withPlainSpaces = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");

/** Whether a body, HTML or plain, shows its reader any text; a picture alone is none, for many mail readers hide it. */
export function showsText(body: string): boolean {
  const nothing = new RegExp(`${markup}|${blanks}`, "iy");
  // Piece by piece: a body that shows something mostly does so near its beginning.
  while (nothing.lastIndex < body.length) if (!nothing.test(body)) return true;
  return false;
}
