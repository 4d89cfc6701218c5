export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = Readonly<Record<string, Json>>;

export const isObject = (value: Json | undefined): value is JsonObject => typeof value === "object" && value !== null && !Array.isArray(value);

/** The object below a key, or an empty one. */
export const objectAt = (value: Json | undefined, key: string): JsonObject => {
  const below = isObject(value) ? value[key] : undefined;
  return isObject(below) ? below : {};
};

/** Every object anywhere in the value that has the key; with the value there. */
export function valuesOf(value: Json, key: string): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap((entry: Json) => valuesOf(entry, key));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, below]) => [...(name === key ? [below] : []), ...valuesOf(below, key)]);
}

/** The texts among the values of a key, each once. */
export const textsOf = (value: Json, key: string): readonly string[] => [...new Set(valuesOf(value, key).filter((found) => typeof found === "string"))];

/** The objects among the values of a key. */
export const objectsOf = (value: Json, key: string): readonly JsonObject[] => valuesOf(value, key).filter(isObject);
