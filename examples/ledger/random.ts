/** A repeatable stream of chances: the same seed gives the same stream on every machine. */
export interface Random {
  /** A whole number from low to high, both included. */
  between(low: number, high: number): number;
  /** True in so many cases of a hundred. */
  chance(percent: number): boolean;
  pick<T>(options: readonly [T, ...T[]]): T;
}

/** Marsaglia's xorshift with 32 bits of state; a seed of 0 would stand still, so it is moved. */
export function random(seed: number): Random {
  let state = (Math.imul(seed, 2654435761) ^ 0x5bd1e995) >>> 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    between,
    chance: (percent) => next() * 100 < percent,
    pick: (options) => options[between(0, options.length - 1)] ?? options[0],
  };
}
