import type { Found } from "./difference";

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

const text = (value: Json | undefined): string | null => (value === undefined ? null : JSON.stringify(value));
const isBranch = (value: Json | undefined): value is readonly Json[] | { readonly [name: string]: Json } => typeof value === "object" && value !== null;
const entries = (value: Json | undefined): ReadonlyMap<string, Json> => new Map(isBranch(value) ? Object.entries(value) : []);

/** What differs between two JSON values; the order of names does not. */
function differences(left: Json | undefined, right: Json | undefined, path: string): readonly Found[] {
  if (!isBranch(left) || !isBranch(right) || Array.isArray(left) !== Array.isArray(right)) return text(left) === text(right) ? [] : [{ path, left: text(left), right: text(right) }];
  const [here, there] = [entries(left), entries(right)];
  return [...new Set([...here.keys(), ...there.keys()])].flatMap((name) => differences(here.get(name), there.get(name), path === "" ? name : `${path}/${name}`));
}

/** Compares two JSON texts; throws SyntaxError when one is none. */
export const jsonDifferences = (left: string, right: string): readonly Found[] => differences(JSON.parse(left) as Json, JSON.parse(right) as Json, "");
