import { hostText } from "../host-messages";
import type { Effect } from "../sdk/effect";
import type { Value, WriteRow, WriteValue } from "../sdk/value";
import { refusalCode, type ErrorFactory, type Execution } from "./execution";

type Created = Map<string, string>;

function createdId(name: string, created: Created): string {
  const id = created.get(name);
  if (id === undefined) throw new Error(hostText("DULY-HOST-004", { name }));
  return id;
}

const resolved = (value: WriteValue, created: Created): Value =>
  (typeof value === "object" && value !== null && "created" in value ? { logicalName: value.logicalName, id: createdId(value.created, created) } : value);

const rowOf = (row: WriteRow, created: Created): Record<string, Value> => {
  const values: Record<string, Value> = {};
  for (const column in row) values[column] = resolved(row[column] ?? null, created);
  return values;
};

/** Carries out what a rule wants, in its order. A refusal is thrown before anything is written. */
export function applyEffects(effects: readonly Effect[], { context, service, trace }: Execution, makeError: ErrorFactory): void {
  const refusal = effects.find((effect) => effect.kind === "fail");
  if (refusal?.kind === "fail") throw makeError(refusalCode, refusal.text);
  const created: Created = new Map();
  for (const effect of effects) {
    switch (effect.kind) {
      case "set": if (context.target !== null) context.target[effect.column] = resolved(effect.value, created); break;
      case "create": {
        const id = service.create(effect.table, rowOf(effect.row, created));
        if (effect.as !== undefined) created.set(effect.as, id);
        break;
      }
      case "update": service.update(effect.table, { id: effect.id }, rowOf(effect.row, created)); break;
      case "delete": service.delete(effect.table, { id: effect.id }); break;
      case "output": context.output[effect.name] = typeof effect.value === "object" ? createdId(effect.value.created, created) : effect.value; break;
      case "trace": trace(effect.text); break;
      case "fail": break;
    }
  }
}
