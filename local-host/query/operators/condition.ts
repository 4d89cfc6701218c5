import { entryOf } from "../../entry";
import { DataverseError, UnsupportedError } from "../../service/error";
import { needed, type Asker } from "../asker";
import type { ColumnRef, Comparison, Condition } from "../ir";
import { COUNTED_SPANS, dayOf, DAY_SPANS, FIXED_SPANS, isWritable, literal, type Span } from "./dates";

export type Literal = string | number | boolean;

/** An operator by its FetchXML name, with what it is applied to. */
export interface Operation {
  readonly operator: string;
  readonly ref: ColumnRef;
  readonly values: readonly Literal[];
  readonly asker?: Asker | undefined;
}

type Build = (operation: Operation) => Condition;

const compare = (operator: Comparison): Build => (operation) =>
  ({ kind: "compare", ref: operation.ref, operator, right: { kind: "value", value: one(operation) } });
const pattern = (operator: "like" | "not-like", shape: (text: string) => string): Build => (operation) =>
  ({ kind: "compare", ref: operation.ref, operator, right: { kind: "value", value: shape(String(one(operation))) } });
const isNull = (negated: boolean): Build => ({ ref }) => ({ kind: "null", ref, negated });
const isIn = (negated: boolean): Build => (operation) =>
  ({ kind: "in", ref: operation.ref, values: some(operation).map((value) => (typeof value === "boolean" ? String(value) : value)), negated });
const contain = (negated: boolean): Build => (operation) =>
  ({ kind: "contain-values", ref: operation.ref, values: some(operation).map(Number), negated });
const user = (operator: "eq" | "ne"): Build => (operation) =>
  ({ kind: "compare", ref: operation.ref, operator, right: { kind: "value", value: needed(operation.asker, operation.operator).userId } });

function between(negated: boolean): Build {
  return (operation) => {
    const [low, high, extra] = operation.values;
    if (low === undefined || high === undefined || extra !== undefined) throw wrongCount(operation, "two values");
    return { kind: "between", ref: operation.ref, low: String(low), high: String(high), negated };
  };
}

const PLAIN: Readonly<Record<string, Build>> = {
  eq: compare("eq"), ne: compare("ne"), neq: compare("ne"), gt: compare("gt"), ge: compare("ge"), lt: compare("lt"), le: compare("le"),
  like: pattern("like", (text) => text), "not-like": pattern("not-like", (text) => text),
  "begins-with": pattern("like", (text) => `${text}%`), "not-begin-with": pattern("not-like", (text) => `${text}%`),
  "ends-with": pattern("like", (text) => `%${text}`), "not-end-with": pattern("not-like", (text) => `%${text}`),
  contains: pattern("like", (text) => `%${text}%`), "not-contains": pattern("not-like", (text) => `%${text}%`),
  null: isNull(false), "not-null": isNull(true), in: isIn(false), "not-in": isIn(true),
  between: between(false), "not-between": between(true), "contain-values": contain(false), "not-contain-values": contain(true),
  "eq-userid": user("eq"), "ne-userid": user("ne"),
  "not-on": (operation) => ({ kind: "not", of: within(operation.ref, daySpan("on", operation)) }),
};

/** The condition that an operator stands for. Throws UnsupportedError for an operator that is not known. */
export function conditionOf(operation: Operation): Condition {
  const build = entryOf(PLAIN, operation.operator);
  return build === undefined ? within(operation.ref, spanOf(operation)) : build(operation);
}

function spanOf(operation: Operation): Span {
  const { operator } = operation;
  const fixed = entryOf(FIXED_SPANS, operator);
  if (fixed !== undefined) return fixed(nowOf(operation), 0);
  const counted = entryOf(COUNTED_SPANS, operator);
  if (counted !== undefined) return reachable(counted(nowOf(operation), wholeNumber(operation)), operation);
  return daySpan(operator, operation);
}

function daySpan(operator: string, operation: Operation): Span {
  const span = entryOf(DAY_SPANS, operator);
  if (span === undefined) throw new UnsupportedError("condition operator", operator);
  return span(dayOf(String(one(operation))));
}

const nowOf = (operation: Operation): number => Date.parse(needed(operation.asker, operation.operator).nowUtc);

function within(ref: ColumnRef, { from, to, closed }: Span): Condition {
  const end = (operator: Comparison, instant: number | undefined): Condition[] =>
    instant === undefined ? [] : [{ kind: "compare", ref, operator, right: { kind: "value", value: literal(instant) } }];
  return { kind: "and", all: [...end("ge", from), ...end(closed === true ? "le" : "lt", to)] };
}

function one(operation: Operation): Literal {
  const [value, extra] = operation.values;
  if (value === undefined || extra !== undefined) throw wrongCount(operation, "one value");
  return value;
}

function some(operation: Operation): readonly Literal[] {
  if (operation.values.length === 0) throw wrongCount(operation, "at least one value");
  return operation.values;
}

function wholeNumber(operation: Operation): number {
  const value = Number(one(operation));
  if (!Number.isInteger(value) || value < 1) throw wrongCount(operation, "a whole number above 0");
  return value;
}

/** A span whose ends can be written as dates. */
function reachable(span: Span, operation: Operation): Span {
  const ends = [span.from, span.to].flatMap((end) => (end === undefined ? [] : [end]));
  if (ends.every(isWritable)) return span;
  throw wrongCount(operation, "a number that stays within the years 1 to 9999");
}

function wrongCount({ operator, ref, values }: Operation, wanted: string): DataverseError {
  return new DataverseError("0x80041103", `The operator '${operator}' on '${ref.column}' needs ${wanted}; it was given (${values.join(", ")}).`);
}
