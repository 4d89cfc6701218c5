import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Folder } from "#solution/tools/zip/folder";
import { codeOf } from "../ledger/fault";
import { cliError } from "../output";
import { removeLeftovers, temporaryFolder } from "./leftovers";

/** What stands under one name: the bytes of a file, or the files of a folder. */
export type Content = Uint8Array | Folder;

const isFolder = (path: string): boolean => existsSync(path) && lstatSync(path).isDirectory();

function write(path: string, content: Content): void {
  if (content instanceof Uint8Array) {
    writeFileSync(path, content);
    return;
  }
  mkdirSync(path, { recursive: true });
  for (const [file, bytes] of content) {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), bytes);
  }
}

/** Puts what is new in the place of what is old, which goes to `old`; when that fails the old is put back. */
function exchange(place: string, { fresh, old }: { readonly fresh: string; readonly old: string }): void {
  const had = existsSync(place);
  if (had) renameSync(place, old);
  try {
    renameSync(fresh, place);
  } catch (error) {
    if (had) renameSync(old, place);
    throw error;
  }
}

/** Makes a folder with those above it. Node's own way never ends where a system takes no folders, as in /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (codeOf(error) !== "EEXIST" || !isFolder(folder)) throw error;
  }
}

function replaced(folder: string, contents: ReadonlyMap<string, Content>): void {
  makeFolder(folder);
  removeLeftovers(folder);
  const temporary = temporaryFolder(folder);
  try {
    mkdirSync(join(temporary, "old"));
    for (const [name, content] of contents) write(join(temporary, name), content);
    for (const name of contents.keys()) exchange(join(folder, name), { fresh: join(temporary, name), old: join(temporary, "old", name) });
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Writes everything into a temporary folder beside its place and then renames, so that a failure leaves what was there; what a killed process left is cleared away first. Throws DULY-PACK-035 when the disk refuses. */
export function replaceAll(folder: string, contents: ReadonlyMap<string, Content>): void {
  try {
    replaced(folder, contents);
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    throw cliError("DULY-PACK-035", { place: folder, reason: error instanceof Error ? error.message : String(error) });
  }
}

/** The same for one file or folder with any path. */
export const replaceOne = (path: string, content: Content): void => replaceAll(dirname(path), new Map([[basename(path), content]]));

/** Names in a folder. Throws DULY-PACK-039 on one that is no text, which a zip could not carry. */
function namesIn(folder: string): readonly string[] {
  return readdirSync(folder, { encoding: "buffer" }).map((bytes) => {
    const name = bytes.toString("utf8");
    if (!Buffer.from(name, "utf8").equals(bytes)) throw cliError("DULY-PACK-039", { place: join(folder, name) });
    return name;
  }).sort();
}

function* filesBelow(folder: string, path = ""): Generator<string> {
  for (const name of namesIn(join(folder, path))) {
    const below = path === "" ? name : `${path}/${name}`;
    const stat = lstatSync(join(folder, below));
    if (stat.isDirectory()) yield* filesBelow(folder, below);
    else if (stat.isFile()) yield below;
    else throw cliError("DULY-PACK-031", { place: below });
  }
}

/** A folder's files by relative path. Throws DULY-PACK-030 when it is not there, 031 on links, 039 on names that are no text. */
export function readFolder(folder: string): Folder {
  if (!isFolder(folder)) throw cliError("DULY-PACK-030", { place: folder, wanted: "folder", what: "the folder that holds Other/Solution.xml" });
  return new Map([...filesBelow(folder)].map((path) => [path, new Uint8Array(readFileSync(join(folder, path)))]));
}

/** Bytes of a zip. Throws DULY-PACK-030 when it is not there. */
export function readFile(file: string): Uint8Array {
  if (!existsSync(file) || !lstatSync(file).isFile()) throw cliError("DULY-PACK-030", { place: file, wanted: "file", what: "a solution zip" });
  return new Uint8Array(readFileSync(file));
}

/** Throws DULY-PACK-034 when a file is to be written where a folder stands, and DULY-PACK-038 where a device, a pipe or a socket does. */
export function requireNoFolder(file: string): void {
  if (isFolder(file)) throw cliError("DULY-PACK-034", { file });
  if (existsSync(file) && !statSync(file).isFile()) throw cliError("DULY-PACK-038", { file });
}

/** Throws DULY-PACK-032 when something stands there that unpacking would mix with. */
export function requireEmpty(folder: string): void {
  if (!existsSync(folder) || (isFolder(folder) && readdirSync(folder).length === 0)) return;
  throw cliError("DULY-PACK-032", { folder });
}
