/** Entities that editors write for HTML, as they are read. Others stay, which are letters that editors write as they are. */
const named: ReadonlyMap<string, string> = new Map(Object.entries({
  nbsp: " ", amp: "&", lt: "<", gt: ">", quot: "\"", apos: "'", euro: "€", pound: "£", ndash: "–", mdash: "—", hellip: "…", shy: "",
  lsquo: "‘", rsquo: "’", ldquo: "“", rdquo: "”", bdquo: "„", laquo: "«", raquo: "»", bull: "•", middot: "·",
}));

/** A space, a letter or a sign by its number; a control sign, or what no text has, is left. */
const numbered = (code: number): string | null => (code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : null);

const entity = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z]{2,8}));/g;

/** A text with the entities of HTML as the signs that they stand for. */
export const withoutEntities = (text: string): string => text.replace(entity, (all, decimal: string | undefined, hexadecimal: string | undefined, name: string | undefined) => {
  if (name !== undefined) return named.get(name) ?? all;
  return numbered(Number.parseInt(decimal ?? hexadecimal ?? "", decimal === undefined ? 16 : 10)) ?? all;
});
