/** Changes of single letters that make one word of another (Levenshtein distance). */
function changes(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  [...left].forEach((letter, line) => {
    const next = [line + 1];
    [...right].forEach((other, column) => {
      const [above = 0, before = 0, diagonal = 0] = [row[column + 1], next[column], row[column]];
      next.push(Math.min(above + 1, before + 1, diagonal + (letter === other ? 0 : 1)));
    });
    row = next;
  });
  return row[right.length] ?? 0;
}

/** Of some names those that are written nearly like a word, small and capital letters alike; the nearest alone, in the order given. "dbtor.name" -> "debtor.name". */
export function nearest(word: string, names: readonly string[]): readonly string[] {
  const most = Math.min(word.length - 1, Math.max(2, Math.floor(word.length / 3)));
  const apart = names.map((name) => ({ name, by: changes(word.toLowerCase(), name.toLowerCase()) })).filter(({ by }) => by <= most);
  const least = Math.min(...apart.map(({ by }) => by));
  return apart.filter(({ by }) => by === least).map(({ name }) => name);
}
