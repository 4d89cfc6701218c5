import { invalidTemplate } from "../../error";
import { lookUp } from "../access";
import { areEqual, compare } from "../equality";
import { toText } from "../text";
import { isArray, isObject, typeName, type FlowValue } from "../value";
import { array, text, whole } from "./arguments";
import { fixed, open, type FunctionTable } from "./rule";

type Given = readonly FlowValue[];

/** Functions of arrays, and those that take an array or a text. */
export const COLLECTIONS: FunctionTable = {
  createarray: open(1, (given) => given),
  array: fixed(1, 1, ([value = null]) => [value]),
  contains: fixed(2, 2, ([collection = null, value = null]) => contains(collection, value)),
  empty: fixed(1, 1, ([value = null]) => value === null || size(value) === 0),
  length: fixed(1, 1, ([value = null]) => size(value)),
  first: fixed(1, 1, ([value = null]) => (typeof value === "string" ? value.charAt(0) : array([value], 0)[0] ?? null)),
  last: fixed(1, 1, ([value = null]) => (typeof value === "string" ? value.slice(-1) : array([value], 0).at(-1) ?? null)),
  take: fixed(2, 2, (given) => sequence(given).slice(0, count(given, 1))),
  skip: fixed(2, 2, (given) => sequence(given).slice(count(given, 1))),
  join: fixed(2, 2, (given) => array(given, 0).map(toText).join(text(given, 1))),
  range: fixed(2, 2, (given) => Array.from({ length: count(given, 1) }, (_, at) => whole(given, 0) + at)),
  chunk: fixed(2, 2, (given) => chunk(sequence(given), count(given, 1))),
  reverse: fixed(1, 1, (given) => [...array(given, 0)].reverse()),
  sort: fixed(1, 2, (given) => sort(array(given, 0), given[1] === undefined ? null : text(given, 1))),
  union: open(1, (given) => union(given)),
  intersection: open(1, (given) => intersection(given)),
};

function contains(collection: FlowValue, value: FlowValue): boolean {
  if (typeof collection === "string") return collection.includes(toText(value));
  if (isArray(collection)) return collection.some((part) => areEqual(part, value));
  if (isObject(collection)) return lookUp(collection, toText(value)) !== undefined;
  throw invalidTemplate(`'contains' expects a string, array or object; a value of type '${typeName(collection)}' was given.`);
}

function size(value: FlowValue): number {
  if (typeof value === "string" || isArray(value)) return value.length;
  if (isObject(value)) return Object.keys(value).length;
  throw invalidTemplate(`a string, array or object was expected; a value of type '${typeName(value)}' was given.`);
}

function count(given: Given, at: number): number {
  const value = whole(given, at);
  if (value < 0) throw invalidTemplate(`parameter ${at + 1} must not be negative.`);
  return value;
}

function sequence(given: Given): string | readonly FlowValue[] {
  return typeof given[0] === "string" ? given[0] : array(given, 0);
}

function chunk(source: string | readonly FlowValue[], length: number): FlowValue {
  if (length === 0) throw invalidTemplate("the length of a chunk must be positive.");
  const parts: FlowValue[] = [];
  for (let at = 0; at < source.length; at += length) parts.push(source.slice(at, at + length));
  return parts;
}

function sort(source: readonly FlowValue[], key: string | null): readonly FlowValue[] {
  const sortKey = (value: FlowValue): FlowValue => (key === null ? value : isObject(value) ? lookUp(value, key) ?? null : null);
  return [...source].sort((a, b) => compare(sortKey(a), sortKey(b)));
}

function union(given: Given): FlowValue {
  if (given.every(isObject)) return Object.assign({}, ...given) as FlowValue;
  const found: FlowValue[] = [];
  for (const value of given.flatMap((_, at) => array(given, at))) {
    if (!found.some((known) => areEqual(known, value))) found.push(value);
  }
  return found;
}

function intersection(given: Given): FlowValue {
  const [head = null, ...others] = given;
  if (isObject(head)) {
    return Object.fromEntries(Object.entries(head).filter(([key, value]) => others.every((other) => isObject(other) && areEqual(other[key] ?? null, value))));
  }
  const found: FlowValue[] = [];
  for (const value of array([head], 0)) {
    const everywhere = others.every((_, at) => array(others, at).some((part) => areEqual(part, value)));
    if (everywhere && !found.some((known) => areEqual(known, value))) found.push(value);
  }
  return found;
}
