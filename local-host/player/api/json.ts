export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject { readonly [name: string]: Json | undefined }

export const isObject = (value: unknown): value is JsonObject => typeof value === "object" && value !== null && !Array.isArray(value);
export const asObject = (value: unknown): JsonObject => (isObject(value) ? value : {});
export const asList = (value: unknown): readonly JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);
export const asText = (value: unknown): string => (value == null ? "" : String(value));
export const asNumber = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);
