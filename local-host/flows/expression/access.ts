import { invalidTemplate } from "../error";
import { isArray, isNumeric, isObject, isWhole, typeName, type FlowObject, type FlowValue } from "./value";

/** `target[key]` of the language. Forgiving: a missing thing is null; a text, number or boolean cannot be indexed either way. */
export function access(target: FlowValue, key: FlowValue, forgiving: boolean): FlowValue {
  if (target === null) {
    if (forgiving) return null;
    throw invalidTemplate(`the property '${String(key)}' cannot be read because its parent is null. Use '?' before the bracket when the parent may be missing.`);
  }
  const found = isArray(target) ? element(target, key) : isObject(target) ? property(target, key) : unindexable(target, key);
  if (found !== undefined) return found;
  if (forgiving) return null;
  throw missing(target, key);
}

/** Own property by exact name, else by path ("body/value"), else without regard to case. undefined = none. */
export function lookUp(target: FlowObject, name: string): FlowValue | undefined {
  const exact = ownProperty(target, name);
  if (exact !== undefined) return exact;
  const slash = name.indexOf("/");
  if (slash <= 0) return undefined;
  const head = ownProperty(target, name.slice(0, slash));
  const rest = name.slice(slash + 1);
  return head !== undefined && isObject(head) ? lookUp(head, rest) : undefined;
}

function ownProperty(target: FlowObject, name: string): FlowValue | undefined {
  if (Object.hasOwn(target, name)) return target[name];
  const wanted = name.toLowerCase();
  const key = Object.keys(target).find((candidate) => candidate.length === name.length && candidate.toLowerCase() === wanted);
  return key === undefined ? undefined : target[key];
}

function property(target: FlowObject, key: FlowValue): FlowValue | undefined {
  if (typeof key !== "string") throw invalidTemplate(`a property of an object is named by a string, not by a value of type '${typeName(key)}'.`);
  return lookUp(target, key);
}

function element(target: readonly FlowValue[], key: FlowValue): FlowValue | undefined {
  if (!isNumeric(key) || !isWhole(key)) throw invalidTemplate(`an element of an array is named by an integer, not by '${String(key)}' of type '${typeName(key)}'.`);
  return target[Number(key)];
}

function unindexable(target: FlowValue, key: FlowValue): never {
  throw invalidTemplate(`a value of type '${typeName(target)}' has no property '${String(key)}'.`);
}

function missing(target: FlowValue, key: FlowValue): Error {
  if (isArray(target)) return invalidTemplate(`the array index '${String(key)}' is outside bounds (0, ${target.length - 1}) of the array.`);
  const names = isObject(target) ? Object.keys(target).join(", ") : "";
  return invalidTemplate(`the property '${String(key)}' does not exist; available properties are '${names}'.`);
}
