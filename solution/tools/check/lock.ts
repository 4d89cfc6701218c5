import type { Folder } from "../zip/folder";
import { readContents } from "./contents";
import { finding, type Finding, type Place } from "./finding";
import { fixed, type Lock, shipped } from "./shipped";

/** What was shipped before: the text of solution/ids.lock.json, "" before the first release, and of CHANGELOG.md. */
export interface History { readonly lock: string; readonly changelog: string }

const path = "solution/ids.lock.json";

const isLock = (value: unknown): value is Lock => typeof value === "object" && value !== null && !Array.isArray(value)
  && Object.values(value).every((ids) => typeof ids === "object" && ids !== null && Object.values(ids as object).every((says) => typeof says === "string"));

function readLock(text: string): Lock | Finding {
  try {
    const lock: unknown = text === "" ? {} : JSON.parse(text);
    return isLock(lock) ? lock : finding("DULY-CHECK-077", { component: "lock", path }, "it is no object of kinds, ids and names");
  } catch (error) {
    return finding("DULY-CHECK-077", { component: "lock", path }, String(error));
  }
}

const isFinding = (value: Lock | Finding): value is Finding => typeof value.rule === "string";

/** Ids in backticks under the headings "### Removals" of the changelog. */
function removals(changelog: string): ReadonlySet<string> {
  const sections = changelog.split(/^(?=#{1,6} )/m).filter((section) => /^### Removals\s*$/m.test(section));
  return new Set(sections.flatMap((section) => [...section.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "")));
}

const each = <T>(lock: Lock, of: (kind: string, id: string, says: string) => readonly T[]): readonly T[] =>
  Object.entries(lock).flatMap(([kind, ids]) => Object.entries(ids).flatMap(([id, says]) => of(kind, id, says)));

const place = (kind: string, says: string): Place => ({ component: `${kind} ${says}`.trim(), path });

function broken(before: Lock, now: Lock, changelog: string): readonly Finding[] {
  const told = removals(changelog);
  return each(before, (kind, id, says) => {
    const is = now[kind]?.[id];
    if (is === undefined) return told.has(id) ? [] : [finding("DULY-CHECK-074", place(kind, says), id)];
    return fixed.has(kind) && is !== says ? [finding("DULY-CHECK-076", place(kind, id), says, is)] : [];
  });
}

const added = (before: Lock, now: Lock): readonly Finding[] => each(now, (kind, id, says) => (before[kind]?.[id] === undefined ? [finding("DULY-CHECK-075", place(kind, `${id} ${says}`))] : []));

/** No shipped component is gone or has another id unless the changelog tells its removal; new ones are to be accepted. */
export function checkIds(entries: Folder, { lock, changelog }: History): readonly Finding[] {
  const before = readLock(lock);
  if (isFinding(before)) return [before];
  const now = shipped(readContents(entries));
  return [...broken(before, now, changelog), ...added(before, now)];
}

/** Text of the lock with what is new and without what the changelog removes; findings instead when a component would be lost. */
export function acceptedIds(entries: Folder, { lock, changelog }: History): string | readonly Finding[] {
  const before = readLock(lock);
  if (isFinding(before)) return [before];
  const now = shipped(readContents(entries));
  const lost = broken(before, now, changelog);
  return lost.length > 0 ? lost : `${JSON.stringify(now, null, 1)}\n`;
}
