import type { RecordedCalls } from "#bridge/rules/ping/recorded";
import type { RawRow } from "#bridge/sdk/value";
import type { RecordedCase } from "../../builders/rules/recorder";
import { parityCases } from "../parity/cases";
import { replay } from "../parity/replay";

/** Calls that duly_Ping plays again. */
const wanted = 50;

/** Texts of other scripts, halves of pairs, joined emoji and decimals: what engines may read differently is among what the calls are told. */
export const signs = [/[áű]/u, /\p{Script=Arabic}/u, /\u200d/u, /\\ud[89a-f]/, /"\d+\.\d{2}"/] as const;

interface Answered extends RecordedCase { readonly answer: string }

const sizeOf = ({ rule, context, rows }: RecordedCase): number => JSON.stringify({ rule, context, rows }).length;
const writes = ({ answer }: Answered): boolean => answer.startsWith('{"done":[{"') && !answer.includes('"kind":"fail"');
/** An odd twin may have read something else than rows, which a recorded call cannot hold. */
const readRows = ({ rows }: RecordedCase): boolean => rows.every((round) => Array.isArray(round) && round.every(Array.isArray));
const longestFirst = (a: Answered, b: Answered): number => Number(writes(b)) - Number(writes(a)) || b.answer.length - a.answer.length;

/** The most telling case of a rule: the smallest of those with the longer answers. */
function telling(cases: readonly Answered[]): Answered | undefined {
  const writing = cases.filter(writes);
  const sorted = (writing.length > 0 ? writing : [...cases]).sort(longestFirst);
  return sorted.slice(0, Math.ceil(sorted.length / 2)).sort((a, b) => sizeOf(a) - sizeOf(b))[0];
}

const tells = (sign: RegExp) => ({ context, rows }: RecordedCase): boolean => sign.test(JSON.stringify([context, rows]));

/** The calls with one that tells a sign, the smallest there is, in the place of another of its rule where none of them does. */
function withSign(calls: readonly Answered[], sign: RegExp, cases: readonly Answered[]): readonly Answered[] {
  if (calls.some(tells(sign))) return calls;
  const rules = new Set(calls.map(({ rule }) => rule));
  const [found] = cases.filter((one) => rules.has(one.rule) && writes(one) && tells(sign)(one)).sort((a, b) => sizeOf(a) - sizeOf(b));
  return found === undefined ? calls : calls.map((one) => (one.rule === found.rule ? found : one));
}

function chosen(text: string): readonly Answered[] {
  const cases = parityCases(text, { seeds: 16, perRule: 40 }).filter((given) => given.rule !== "duly_Ping" && readRows(given));
  const answers = replay(text, cases);
  const answered = cases.map((given, index) => ({ ...given, answer: answers[index] ?? "" }));
  const byRule = new Map<string, Answered[]>();
  for (const given of answered) byRule.set(given.rule, [...byRule.get(given.rule) ?? [], given]);
  const isApi = ({ rule }: Answered): boolean => rule.startsWith("duly_");
  const best = [...byRule.values()].flatMap((own) => telling(own) ?? []).sort(longestFirst);
  const calls: readonly Answered[] = [...best.filter(isApi), ...best.filter((one) => !isApi(one))].slice(0, wanted);
  return signs.reduce((some, sign) => withSign(some, sign, answered), calls);
}

/** Puts rows into one list and gives their places. */
function placing(rows: RawRow[]): (row: RawRow) => number {
  const places = new Map<string, number>();
  return (row) => {
    const text = JSON.stringify(row);
    const place = places.get(text) ?? rows.push(row) - 1;
    places.set(text, place);
    return place;
  };
}

/** What a call is told, without what every recorded call is told. */
function contextOf({ context }: RecordedCase): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(context as Readonly<Record<string, unknown>>).filter(([key, value]) => key !== "host" && value !== null));
}

/** Records the calls for duly_Ping out of the random ledgers of the parity tests: one of each rule, those with the longest answers. */
export function recordCalls(text: string): RecordedCalls {
  const rows: RawRow[] = [];
  const place = placing(rows);
  const calls = chosen(text).map((given) => ({ rule: given.rule, context: contextOf(given), rounds: (given.rows as RawRow[][][]).map((round) => round.map((read) => read.map(place))) }));
  return { rows, calls };
}
