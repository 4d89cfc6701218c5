import { invalidTemplate } from "../../error";
import { isArray, isNumeric, isObject, isWhole, typeName, type FlowObject, type FlowValue, type Numeric } from "../value";

type Given = readonly FlowValue[];

function wrong(given: Given, at: number, expected: string): Error {
  return invalidTemplate(`parameter ${at + 1} must be ${expected}; a value of type '${typeName(given[at] ?? null)}' was given.`);
}

export function text(given: Given, at: number): string {
  const value = given[at] ?? null;
  if (typeof value !== "string") throw wrong(given, at, "a string");
  return value;
}

export function numeric(given: Given, at: number): Numeric {
  const value = given[at] ?? null;
  if (!isNumeric(value)) throw wrong(given, at, "a number");
  return value;
}

/** An integer small enough to count or index with. */
export function whole(given: Given, at: number): number {
  const value = numeric(given, at);
  if (!isWhole(value)) throw wrong(given, at, "an integer");
  return Number(value);
}

export function array(given: Given, at: number): readonly FlowValue[] {
  const value = given[at] ?? null;
  if (!isArray(value)) throw wrong(given, at, "an array");
  return value;
}

export function object(given: Given, at: number): FlowObject {
  const value = given[at] ?? null;
  if (!isObject(value)) throw wrong(given, at, "an object");
  return value;
}

export function boolean(value: FlowValue, what: string): boolean {
  if (typeof value !== "boolean") throw invalidTemplate(`${what} must be a boolean; a value of type '${typeName(value)}' was given.`);
  return value;
}

/** Text or, when the argument is absent, `otherwise`. */
export function optionalText(given: Given, at: number, otherwise: string): string {
  return given[at] === undefined ? otherwise : text(given, at);
}
