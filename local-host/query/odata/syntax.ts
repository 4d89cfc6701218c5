/** What a $filter says, before names are looked up. */
export type Expression =
  | { readonly kind: "and" | "or"; readonly all: readonly Expression[] }
  | { readonly kind: "not"; readonly of: Expression }
  | { readonly kind: "compare"; readonly operator: string; readonly left: Term; readonly right: Term }
  | { readonly kind: "in"; readonly left: Term; readonly values: readonly Term[] }
  | { readonly kind: "lambda"; readonly quantifier: "any" | "all"; readonly path: readonly string[]; readonly variable: string | null; readonly body: Expression | null }
  | Call;

/** `named`: arguments of Microsoft.Dynamics.CRM functions; `positional`: those of contains and the like. */
export interface Call {
  readonly kind: "call";
  readonly name: string;
  readonly positional: readonly Term[];
  readonly named: ReadonlyMap<string, Term>;
}

export type Term =
  | { readonly kind: "path"; readonly path: readonly string[] }
  | { readonly kind: "literal"; readonly value: Scalar }
  | { readonly kind: "list"; readonly items: readonly Term[] }
  | { readonly kind: "alias"; readonly name: string }
  | Call;

/** Numbers with more digits than a double keeps stay text. */
export type Scalar = string | number | boolean | null;
