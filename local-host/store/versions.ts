import type { Engine } from "./engine";
import { readSetting, writeSetting } from "./settings";

/** Hands out row versions: ascending over the whole store, never twice. */
export interface Versions { next(): number }

export function createVersions(engine: Engine): Versions {
  let last = Number(readSetting(engine, "version") ?? 0);
  let stored = last;
  engine.beforeCommit(() => {
    if (last === stored) return;
    writeSetting(engine, "version", String(last));
    stored = last;
  });
  return { next: () => (last += 1) };
}
