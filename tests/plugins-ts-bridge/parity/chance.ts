/** Seeded choices: the same seed makes the same cases on every machine (mulberry32). */
export interface Chance {
  /** A whole number from 0 to below `bound`. */
  readonly below: (bound: number) => number;
  readonly pick: <T>(values: readonly T[]) => T;
}

export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const below = (bound: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
  return { below, pick: (values) => values[below(values.length)] as (typeof values)[number] };
}

/** Names that engines might read differently: accents, combining marks, joined emoji, other scripts, halves of a pair, markup, controls. */
export const names = [
  "Árvíztűrő tükörfúrógép Kft.", "e\u0301a combining", "👨‍👩‍👧‍👦 & Sons", "شركة الكويت", "株式会社ドゥリ", "İstanbul ıI ß ﬁ", "half \ud83d pair", "\udc00tail", "<b>\"Quote\" & 'Co'</b>",
  "", " ", "tab\tand\nline", "{{debtor.name}}", "\u2028\u2029\u0000", "Plain Ltd", "Z̷a̷l̷g̷o̷", "🇭🇺🇰🇼",
] as const;

/** Amounts, the first ones good in every currency with cents. */
export const amounts = ["100.00", "0.01", "1234567.89", "99.9900", "50", "12345678901234567890.12", "0.00", "-5.00", "1.005", "0.1234567890123456789", "1e3", "", "1,5", "NaN"] as const;

export const days = ["2026-03-02", "2026-01-31", "2024-02-29", "2025-12-31", "2026-03-05", "2025-02-29", "0001-01-01", "9999-12-31", "2026-3-2", "", "05.03.2026"] as const;
