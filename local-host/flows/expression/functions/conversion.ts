import { invalidTemplate } from "../../error";
import { double, integer } from "../arithmetic";
import { binaryContent } from "../binary";
import { Decimal, Float } from "../decimal";
import { toText } from "../text";
import { fromJson, isNumeric, isWhole, toDouble, typeName, type FlowValue } from "../value";
import { text } from "./arguments";
import { fixed, type FunctionTable } from "./rule";

const INTEGER = /^\s*[+-]?\d+\s*$/;
const FLOAT = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;

/** Functions that turn a value of one type into another. */
export const CONVERSION: FunctionTable = {
  string: fixed(1, 1, ([value = null]) => binaryContent(value)?.toString("utf8") ?? toText(value)),
  int: fixed(1, 1, ([value = null]) => toInteger(value)),
  float: fixed(1, 2, ([value = null]) => toFloat(value)),
  decimal: fixed(1, 1, ([value = null]) => Decimal.parse(numberText(value)) ?? refuse(value, "decimal")),
  bool: fixed(1, 1, ([value = null]) => toBoolean(value)),
  json: fixed(1, 1, ([value = null]) => parseJson(binaryContent(value)?.toString("utf8") ?? value)),
  isint: fixed(1, 1, (given) => INTEGER.test(text(given, 0))),
  isfloat: fixed(1, 2, (given) => FLOAT.test(text(given, 0))),
};

function toInteger(value: FlowValue): FlowValue {
  if (isNumeric(value) && isWhole(value)) return value;
  if (value instanceof Float) return integer(BigInt(value.value));
  if (typeof value === "string" && INTEGER.test(value)) return integer(BigInt(value.trim().replace(/^\+/, "")));
  return refuse(value, "int");
}

function toFloat(value: FlowValue): FlowValue {
  if (isNumeric(value)) return double(toDouble(value));
  return typeof value === "string" && FLOAT.test(value) ? double(Number(value)) : refuse(value, "float");
}

function numberText(value: FlowValue): string {
  return typeof value === "string" || isNumeric(value) ? String(value) : "";
}

function toBoolean(value: FlowValue): boolean {
  if (typeof value === "boolean") return value;
  if (isNumeric(value)) return toDouble(value) !== 0;
  if (typeof value === "string" && /^\s*(true|false)\s*$/i.test(value)) return value.trim().toLowerCase() === "true";
  return refuse(value, "bool");
}

function parseJson(value: FlowValue): FlowValue {
  if (typeof value !== "string") return value ?? refuse(value, "json");
  try {
    return fromJson(JSON.parse(value));
  } catch (error) {
    throw invalidTemplate(`the text is not valid JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function refuse(value: FlowValue, target: string): never {
  const shown = typeof value === "string" ? `'${value.slice(0, 80)}'` : `of type '${typeName(value)}'`;
  throw invalidTemplate(`the value ${shown} cannot be converted to ${target}.`);
}
