import { isObject, type FlowObject, type FlowValue } from "../expression/value";

/** Object under a key, {} when it is absent or something else. */
export function objectAt(source: FlowObject, key: string): FlowObject {
  const value = source[key];
  return value !== undefined && isObject(value) ? value : {};
}

/** Text under a key or null. */
export function textAt(source: FlowObject, key: string): string | null {
  const value = source[key];
  return typeof value === "string" ? value : null;
}

/** Entries whose values are objects. */
export function objectsOf(source: FlowValue | undefined): [string, FlowObject][] {
  if (source === undefined || !isObject(source)) return [];
  return Object.entries(source).flatMap(([key, value]) => (isObject(value) ? [[key, value] as [string, FlowObject]] : []));
}
