import { loadEngine, type Engine } from "#bridge/host-node/engine";
import type { Effect } from "#bridge/sdk/effect";
import type { WriteRow } from "#bridge/sdk/value";
import type { RecordedCase } from "../../builders/rules/recorder";

/** Rows of a table that a rule writes. */
export interface Writing { readonly kind: "create" | "update"; readonly table: string; readonly columns: ReadonlySet<string>; readonly targets: ReadonlySet<string> }

/** What a rule was seen to read and write; what it deletes the host deletes for the system. */
export interface Usage { readonly reads: Set<string>; readonly writings: Writing[]; readonly sets: Set<string> }

type Answer = { readonly done: readonly Effect[] } | { readonly key: string; readonly need: readonly string[] };

const targetsOf = (row: WriteRow): ReadonlySet<string> =>
  new Set(Object.entries(row).flatMap(([column, value]) => (column !== "ownerid" && typeof value === "object" && value !== null && "logicalName" in value ? [value.logicalName] : [])));

function note(usage: Usage, effects: readonly Effect[]): void {
  for (const effect of effects) {
    if (effect.kind === "create" || effect.kind === "update") usage.writings.push({ kind: effect.kind, table: effect.table, columns: new Set(Object.keys(effect.row)), targets: targetsOf(effect.row) });
    if (effect.kind === "set") for (const target of targetsOf({ [effect.column]: effect.value })) usage.sets.add(target);
  }
}

function observe(engine: Engine, { rule, context, rows }: RecordedCase, usage: Usage): void {
  let answer = JSON.parse(engine.start(rule, JSON.stringify(context))) as Answer;
  for (let round = 0; "need" in answer; round += 1) {
    for (const [, table = ""] of answer.need.join("").matchAll(/<(?:entity|link-entity) name="(\w+)"/g)) usage.reads.add(table);
    answer = JSON.parse(engine.resume(answer.key, JSON.stringify(rows[round] ?? []))) as Answer;
  }
  // A refusal writes nothing.
  if (answer.done.every(({ kind }) => kind !== "fail")) note(usage, answer.done);
}

/** What the rules of a bundle read and write in the cases, by rule. */
export function usages(bundle: string, cases: readonly RecordedCase[]): ReadonlyMap<string, Usage> {
  const engine = loadEngine(bundle);
  const all = new Map<string, Usage>();
  for (const given of cases) {
    const usage = all.get(given.rule) ?? { reads: new Set(), writings: [], sets: new Set() };
    all.set(given.rule, usage);
    observe(engine, given, usage);
  }
  return all;
}
