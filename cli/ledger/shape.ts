import type { Parameters } from "#domain/messages/fault";
import type { CliCode } from "../messages/text";
import { ledgerFault, LedgerError, quoted, type Fault } from "./fault";

/** Marks a value that did not pass; the faults say why. */
const failed = Symbol("failed");
type Failed = typeof failed;
type Checked<T> = T | Failed;

/** What is read; a part of the codes: DULY-MAP-002. */
type Area = "MAP" | "POLICY";

/** Where faults go. */
interface Findings {
  readonly area: Area;
  readonly faults: Fault[];
}

/** Turns an unknown JSON value into a T, or notes what is wrong at the path `at`. */
export type Shape<T> = (value: unknown, at: string, findings: Findings) => Checked<T>;

const note = ({ faults }: Findings, code: CliCode, parameters: Parameters): Failed => {
  faults.push(ledgerFault(code, parameters));
  return failed;
};

const wrong = (value: unknown, at: string, findings: Findings, expected: string): Failed =>
  value === undefined
    ? note(findings, `DULY-${findings.area}-003`, { at, expected })
    : note(findings, `DULY-${findings.area}-004`, { at, found: quoted(value), expected });

/** A text that is not empty. `expected` completes "write …" in the message. */
export const text = (expected: string, fits: (value: string) => boolean = () => true): Shape<string> =>
  (value, at, findings) =>
    typeof value === "string" && value.trim() !== "" && fits(value) ? value : wrong(value, at, findings, expected);

export const oneOf = <T extends string>(options: readonly T[]): Shape<T> =>
  (value, at, findings) =>
    options.find((option) => option === value) ?? wrong(value, at, findings, `one of ${options.map(quoted).join(", ")}`);

export const wholeNumber = (expected: string): Shape<number> =>
  (value, at, findings) =>
    typeof value === "number" && Number.isInteger(value) ? value : wrong(value, at, findings, expected);

export const yesNo: Shape<boolean> = (value, at, findings) =>
  typeof value === "boolean" ? value : wrong(value, at, findings, "true or false");

/** Absent becomes null. */
export const optional = <T>(shape: Shape<T>): Shape<T | null> =>
  (value, at, findings) => (value === undefined ? null : shape(value, at, findings));

/** Absent or null becomes null. */
export const orNull = <T>(shape: Shape<T>): Shape<T | null> => (value, at, findings) => optional(shape)(value ?? undefined, at, findings);

/** The first shape whose JSON kind fits decides; `pick` chooses it by looking at the value. */
export const either = <T>(pick: (value: unknown) => Shape<T>): Shape<T> =>
  (value, at, findings) => pick(value)(value, at, findings);

export const list = <T>(item: Shape<T>, expected: string): Shape<readonly T[]> =>
  (value, at, findings) => {
    if (!Array.isArray(value)) return wrong(value, at, findings, expected);
    const items = value.map((each: unknown, index) => item(each, `${at}[${index}]`, findings));
    return items.includes(failed) ? failed : (items as T[]);
  };

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** An object with any keys, all values of one shape. */
export const dictionary = <T>(item: Shape<T>, expected: string): Shape<Readonly<Record<string, T>>> =>
  (value, at, findings) => {
    if (!isObject(value)) return wrong(value, at, findings, expected);
    const entries = Object.entries(value).map(([key, each]) => [key, item(each, `${at}.${key}`, findings)] as const);
    return entries.some(([, each]) => each === failed) ? failed : (Object.fromEntries(entries) as Record<string, T>);
  };

/** An object with exactly these keys; an unknown key is a fault, so that a typing error never switches something off in silence. */
export const object = <T extends object>(shapes: { readonly [K in keyof T]: Shape<T[K]> }): Shape<T> =>
  (value, at, findings) => {
    const known = Object.keys(shapes);
    if (!isObject(value)) return wrong(value, at || "the file", findings, `an object with ${known.join(", ")}`);
    const path = (key: string) => (at === "" ? key : `${at}.${key}`);
    const strangers = Object.keys(value).filter((key) => !known.includes(key));
    for (const key of strangers) note(findings, `DULY-${findings.area}-002`, { at: path(key), known: known.join(", ") });
    const entries = Object.entries<Shape<unknown>>(shapes).map(([key, shape]) => [key, shape(value[key], path(key), findings)] as const);
    return strangers.length > 0 || entries.some(([, each]) => each === failed) ? failed : (Object.fromEntries(entries) as T);
  };

/** A code with its parameters. */
export type Finding = readonly [code: CliCode, parameters: Parameters];

/** A rule over a value that has the right shape; `judge` gives what is wrong. */
export const also = <T>(shape: Shape<T>, judge: (value: T) => readonly Finding[]): Shape<T> =>
  (value, at, findings) => {
    const checked = shape(value, at, findings);
    if (checked === failed) return failed;
    const found = judge(checked);
    for (const [code, parameters] of found) note(findings, code, parameters);
    return found.length > 0 ? failed : checked;
  };

/** Reads JSON text into a T. Throws LedgerError with every fault: DULY-<area>-001 not JSON, -002 unknown key, -003 missing, -004 wrong value. */
export function readJson<T>(json: string, area: Area, shape: Shape<T>): T {
  const findings: Findings = { area, faults: [] };
  const checked = shape(parsed(json, area), "", findings);
  if (checked === failed) throw new LedgerError(`The ${area.toLowerCase()} file`, findings.faults);
  return checked;
}

function parsed(json: string, area: Area): unknown {
  try {
    // Editors on Windows put a byte order mark first.
    return JSON.parse(json.replace(/^\uFEFF/, ""));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new LedgerError(`The ${area.toLowerCase()} file`, [ledgerFault(`DULY-${area}-001`, { reason })]);
  }
}
