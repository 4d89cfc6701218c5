import { createDriver, type Driver } from "../../sdk/driver";
import { hashOf } from "../../sdk/hash";
import type { Context, Rule } from "../../sdk/rule";
import type { RawRow } from "../../sdk/value";

/** Calls of rules as they crossed the boundary of a ledger, with what each of them read; a row that several read is kept once. */
export interface RecordedCalls {
  readonly rows: readonly RawRow[];
  readonly calls: readonly {
    readonly rule: string;
    readonly context: Partial<Context>;
    /** For each round of reads, for each read: the places of its rows. */
    readonly rounds: readonly (readonly (readonly number[])[])[];
  }[];
}

/** How the ids of recorded rows begin; "~" stands for it, since they are half of all that is recorded. */
const idBegin = "00000000-0000-4000-8000-0000000000";

/** Reads recorded.json. */
export const readRecorded = (json: string): RecordedCalls => JSON.parse(json.replaceAll("~", idBegin)) as RecordedCalls;

/** JSON of recorded calls, one row and one call a line. Their texts hold no "~" of their own. */
export function writeRecorded({ rows, calls }: RecordedCalls): string {
  const lines = (all: readonly unknown[]): string => all.map((one) => `\n    ${JSON.stringify(one).replaceAll(idBegin, "~")}`).join(",");
  return `{\n  "rows": [${lines(rows)}\n  ],\n  "calls": [${lines(calls)}\n  ]\n}\n`;
}

type Call = RecordedCalls["calls"][number];

/** What rules are told here when a call does not say otherwise. */
const usual: Context = {
  message: "Update", table: null, stage: 20, depth: 1, nowUtc: "2026-03-05T02:00:00Z", today: "2026-03-05", userId: "", primaryId: null,
  target: null, preImage: null, postImage: null, input: {}, host: { engine: "recorded", sha256: "" },
};

/** The rule's last answer: `{"done":[effects]}`, or "failed", for the words of an error are each engine's own. */
function answerOf(driver: Driver, { rule, context, rounds }: Call, rows: RecordedCalls["rows"]): string {
  try {
    let text = driver.start(rule, JSON.stringify({ ...usual, ...context }));
    for (const round of rounds) {
      const { key } = JSON.parse(text) as { readonly key?: string };
      if (key === undefined) return text;
      text = driver.resume(key, JSON.stringify(round.map((read) => read.map((place) => rows[place]))));
    }
    return text;
  } catch {
    return "failed";
  }
}

/** Answers of the rules to recorded calls, in their order. */
export function replayed(rules: ReadonlyMap<string, Rule<Context>>, { rows, calls }: RecordedCalls): readonly string[] {
  const driver = createDriver(rules);
  return calls.map((call) => answerOf(driver, call, rows));
}

/** Fingerprint of such answers: two engines that differ in one sign of one answer give different ones. */
export const fingerprintOf = (answers: readonly string[]): string => hashOf(answers.join("\n"));
