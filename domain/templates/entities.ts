/** Names of the signs from 160 on, in their order: editors write letters with accents so. */
const latin = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest "
  + "Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig "
  + "agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

/** The other entities that editors write. Blanks of any width are spaces in a short message, and what has no width is nothing. */
const others = Object.entries({
  nbsp: " ", ensp: " ", emsp: " ", thinsp: " ", shy: "", zwnj: "", zwj: "", amp: "&", lt: "<", gt: ">", quot: "\"", apos: "'", euro: "€", ndash: "–", mdash: "—", hellip: "…", bull: "•", trade: "™",
  lsquo: "‘", rsquo: "’", sbquo: "‚", ldquo: "“", rdquo: "”", bdquo: "„", OElig: "Œ", oelig: "œ", Scaron: "Š", scaron: "š",
});

const named: ReadonlyMap<string, string> = new Map([...latin.split(" ").map((name, index) => [name, String.fromCodePoint(160 + index)] as const), ...others]);

/** A space, a letter or a sign by its number. A control sign, or what no text has, is left, and so are braces: the fields of a text are those that its author sees. */
const numbered = (code: number): string | null =>
  (code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) && code !== 123 && code !== 125 ? String.fromCodePoint(code) : null);

const entity = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z][a-zA-Z\d]{1,7}));/g;

/** A text with the entities of HTML as the signs that they stand for. */
export const withoutEntities = (text: string): string => text.replace(entity, (all, decimal: string | undefined, hexadecimal: string | undefined, name: string | undefined) => {
  if (name !== undefined) return named.get(name) ?? all;
  return numbered(Number.parseInt(decimal ?? hexadecimal ?? "", decimal === undefined ? 16 : 10)) ?? all;
});
