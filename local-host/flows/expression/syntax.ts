/** Parsed expression of the workflow language: literals, calls and accesses; there are no infix operators. */
export type Syntax =
  | { readonly kind: "literal"; readonly value: string | number | bigint | boolean | null }
  /** A number written with a point or an exponent. */
  | { readonly kind: "float"; readonly value: number }
  | { readonly kind: "call"; readonly name: string; readonly arguments: readonly Syntax[] }
  /** `target.key`, `target[key]`; forgiving with `?`. */
  | { readonly kind: "access"; readonly target: Syntax; readonly key: Syntax; readonly forgiving: boolean };
