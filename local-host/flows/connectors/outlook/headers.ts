/** Bytes of text that fit one encoded word: 75 characters less "=?UTF-8?B??=", in Base64. */
const WORD_BYTES = 45;

/** One header line, folded. Line breaks and other control characters in the value become spaces, so a value can never begin a header of its own. */
export function headerLine(name: string, value: string): string {
  const clean = value.replace(/\p{Cc}+/gu, " ").trim();
  return fold(`${name}: ${/^[\x20-\x7e]*$/.test(clean) && !clean.includes("=?") ? clean : encodedWords(clean)}`);
}

/** RFC 2047 words in UTF-8 and Base64, cut between characters. */
export function encodedWords(text: string): string {
  const words: string[] = [];
  let part = "";
  for (const character of text) {
    if (Buffer.byteLength(part + character) > WORD_BYTES) { words.push(part); part = ""; }
    part += character;
  }
  words.push(part);
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word, "utf8").toString("base64")}?=`).join(" ");
}

/** Lines of at most 78 characters where there is a blank to break at. */
function fold(line: string): string {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > 78) {
    const at = rest.lastIndexOf(" ", 78);
    const cut = at > rest.indexOf(": ") + 1 || (lines.length > 0 && at > 1) ? at : rest.indexOf(" ", 79);
    if (cut < 0) break;
    lines.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return [...lines, rest].join("\r\n");
}
