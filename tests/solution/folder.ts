import { unzipSync } from "fflate";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const text = (content: Uint8Array | undefined): string => {
  if (content === undefined) throw new Error("The file is not there.");
  return decoder.decode(content);
};

export const bytes = (content: string): Uint8Array => encoder.encode(content);

/** The folder with one file rewritten; throws when nothing changed, so that a mutation never misses. */
export function rewritten(folder: ReadonlyMap<string, Uint8Array>, path: RegExp, change: (content: string) => string): ReadonlyMap<string, Uint8Array> {
  const name = [...folder.keys()].find((key) => path.test(key));
  if (name === undefined) throw new Error(`No file matches ${String(path)}.`);
  const before = text(folder.get(name));
  const after = change(before);
  if (after === before) throw new Error(`The change left ${name} as it was.`);
  return new Map([...folder, [name, bytes(after)]]);
}

/** The folder without the files that match. */
export function without(folder: ReadonlyMap<string, Uint8Array>, path: RegExp): ReadonlyMap<string, Uint8Array> {
  const kept = new Map([...folder].filter(([name]) => !path.test(name)));
  if (kept.size === folder.size) throw new Error(`No file matches ${String(path)}.`);
  return kept;
}

/** Entry name -> text of a zip. */
export const entriesOf = (zip: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, content]) => [name, decoder.decode(content)]));
