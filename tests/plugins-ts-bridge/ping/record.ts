import type { RecordedCalls } from "#bridge/rules/ping/recorded";
import type { RawRow } from "#bridge/sdk/value";
import type { RecordedCase } from "../../builders/rules/recorder";
import { parityCases } from "../parity/cases";
import { replay } from "../parity/replay";

/** Calls that duly_Ping plays again. */
const wanted = 50;

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

function chosen(text: string): readonly Answered[] {
  const cases = parityCases(text, { seeds: 16, perRule: 40 }).filter((given) => given.rule !== "duly_Ping" && readRows(given));
  const answers = replay(text, cases);
  const byRule = new Map<string, Answered[]>();
  cases.forEach((given, index) => byRule.set(given.rule, [...byRule.get(given.rule) ?? [], { ...given, answer: answers[index] ?? "" }]));
  const isApi = ({ rule }: Answered): boolean => rule.startsWith("duly_");
  const best = [...byRule.values()].flatMap((own) => telling(own) ?? []).sort(longestFirst);
  return [...best.filter(isApi), ...best.filter((one) => !isApi(one))].slice(0, wanted);
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
