/** The alphabet that takes seven bits a character, and its extension that takes fourteen. Source: 3GPP TS 23.038, 6.2.1. */
const basic = new Set("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");
const extended = new Set("\f^{}\\[~]|€");

const septets = (character: string): number | null => (basic.has(character) ? 1 : extended.has(character) ? 2 : null);

/** Fills segments with units that are not split; gives their number. */
function filled(units: readonly number[], segment: number): number {
  let count = 1;
  let used = 0;
  for (const unit of units) {
    if (used + unit > segment) { count += 1; used = 0; }
    used += unit;
  }
  return count;
}

const total = (units: readonly number[]): number => units.reduce((sum, unit) => sum + unit, 0);

/**
 * Number of SMS that a text takes: 160 characters of the 7-bit alphabet, or 153 in each of several; as soon as one character is outside it
 * (such as ő or ű) 70 units of UTF-16, or 67 in each of several. Nothing takes none.
 */
export function smsSegments(text: string): number {
  if (text === "") return 0;
  const characters = [...text];
  const narrow = characters.map(septets);
  const plain = narrow.flatMap((one) => one ?? []);
  const [units, alone, each] = plain.length === narrow.length ? [plain, 160, 153] : [characters.map((one) => one.length), 70, 67];
  return total(units) <= alone ? 1 : filled(units, each);
}
