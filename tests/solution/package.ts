import { packSolution } from "#solution/tools/pack";
import { readZip } from "#solution/tools/zip/read";
import { bytes, text } from "./folder";
import { parts } from "./parts";

export type Entries = ReadonlyMap<string, Uint8Array>;
export type Change = (entries: Entries) => Entries;

/** The unmanaged package of the small stand-ins, opened: entry name -> bytes. */
export const shippedEntries: Entries = readZip(packSolution(parts).unmanaged);

const few = ["company", "debtor", "openitem", "promise", "hold", "communication", "run"].map((name) => `>duly_${name}</Name>`);

/** The same with few tables, so that a change of it is checked fast; what the others leave dangling is found before any change. */
export const fewTables: Entries = new Map([...shippedEntries, ["customizations.xml", bytes(text(shippedEntries.get("customizations.xml"))
  .replace(/<Entity>[\s\S]*?<\/Entity>/g, (entity) => (few.some((name) => entity.slice(0, 300).includes(name)) ? entity : "")))]]);

/** The entry whose name matches; throws when there is none. */
export function entryLike(entries: Entries, name: RegExp): string {
  const found = [...entries.keys()].find((key) => name.test(key));
  if (found === undefined) throw new Error(`No entry matches ${String(name)}.`);
  return found;
}

/** Rewrites an entry; throws when that changes nothing, so that a mutation never misses. */
export const inEntry = (name: RegExp, from: string | RegExp, to: string): Change => (entries) => {
  const key = entryLike(entries, name);
  const before = text(entries.get(key));
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${key} has no ${String(from)}.`);
  return new Map([...entries, [key, bytes(after)]]);
};

/** The same in an entry that is no text. */
export const inBytes = (name: RegExp, from: string, to: string): Change => (entries) => {
  const key = entryLike(entries, name);
  const before = Buffer.from(entries.get(key) ?? []).toString("latin1");
  if (!before.includes(from)) throw new Error(`${key} has no ${from}.`);
  return new Map([...entries, [key, new Uint8Array(Buffer.from(before.replace(from, () => to), "latin1"))]]);
};

/** Rewrites every occurrence in both manifests. */
export const inAll = (from: string, to: string): Change => (entries) => new Map([...entries, ...["customizations.xml", "solution.xml"].map((key) => {
  const before = text(entries.get(key));
  if (!before.includes(from)) throw new Error(`${key} has no ${from}.`);
  return [key, bytes(before.replaceAll(from, to))] as const;
})]);

export const withoutEntry = (name: RegExp): Change => (entries) => {
  const key = entryLike(entries, name);
  return new Map([...entries].filter(([entry]) => entry !== key));
};

export const withEntry = (name: string, content: string): Change => (entries) => new Map([...entries, [name, bytes(content)]]);

export const both = (...changes: readonly Change[]): Change => (entries) => changes.reduce((so, change) => change(so), entries);

/** Rewrites inside the first part of customizations.xml that matches. */
export const inPart = (part: RegExp, from: string | RegExp, to: string): Change => (entries) => {
  const whole = text(entries.get("customizations.xml"));
  const block = part.exec(whole)?.[0];
  if (block === undefined) throw new Error(`customizations.xml has no ${String(part)}.`);
  const changed = block.replace(from, to);
  if (changed === block) throw new Error(`${String(part)} has no ${String(from)}.`);
  return new Map([...entries, ["customizations.xml", bytes(whole.replace(block, () => changed))]]);
};

export const tablePart = (name: string): RegExp => new RegExp(`<Entity>\\s*<Name [^>]*>${name}</Name>[\\s\\S]*?</Entity>`);
export const relationshipPart = (name: string): RegExp => new RegExp(`<EntityRelationship Name="${name}">[\\s\\S]*?</EntityRelationship>`);
export const collectionPart = (name: string): RegExp => new RegExp(`<${name}>[\\s\\S]*?</${name}>`);
