import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { DataverseError } from "../service/error";

interface Owner { readonly pid: number; readonly started: string | null }

/** Start time of a process in clock ticks, which tells it from a later one with the same number. Only Linux says. */
function startOf(pid: number): string | null {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return null;
  try {
    return readFileSync(file, "utf8").split(") ")[1]?.split(" ")[19] ?? null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT" || (error as NodeJS.ErrnoException).code === "ESRCH") return null;
    throw error;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

const isAlive = ({ pid, started }: Owner): boolean => isRunning(pid) && (started === null || startOf(pid) === started);

/** "store.db.4711-98765.pid": the claim of a process says everything in its name, so that nobody ever reads one half written. */
const claimOf = (file: string, { pid, started }: Owner): string => `${file}.${pid}-${started ?? ""}.pid`;

interface Claim { readonly path: string; readonly owner: Owner }

function claimsOn(file: string): readonly Claim[] {
  const [folder, start] = [dirname(file), `${basename(file)}.`];
  return readdirSync(folder).flatMap((name) => {
    const [, pid, started = ""] = name.startsWith(start) ? /^(\d+)-(\d*)\.pid$/.exec(name.slice(start.length)) ?? [] : [];
    return pid === undefined ? [] : [{ path: join(folder, name), owner: { pid: Number(pid), started: started === "" ? null : started } }];
  });
}

/** Claims the store, then looks who else does: of two who claim at once, the later one sees the earlier. Gives the other when there is one; the claim is then withdrawn. */
function claim(file: string, own: string): Owner | null {
  writeFileSync(own, "");
  for (const { path, owner } of claimsOn(file).filter((other) => other.path !== own)) {
    if (!isAlive(owner)) rmSync(path, { force: true });
    else {
      rmSync(own, { force: true });
      return owner;
    }
  }
  return null;
}

/** Two who claim in the same moment both withdraw; after a little while, of another length for each, one of them gets it. */
function claimPatiently(file: string, own: string): Owner | null {
  let other = claim(file, own);
  for (let tries = 0; tries < 4 && other !== null; tries += 1) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10 + Math.random() * 60);
    other = claim(file, own);
  }
  return other;
}

const held = new Set<string>();

const refusal = (file: string, pid: number): DataverseError => new DataverseError("0x80048070",
  `The store ${file} is in use by process ${pid}. Stop that process first, or name another folder for the store.`, 409);

/** Makes this process the owner of a store, and removes what a dead owner left. Throws 0x80048070 when its owner is alive. Gives what to call when done. */
export function takeOwnership(file: string): () => void {
  const own = claimOf(file, { pid: process.pid, started: startOf(process.pid) });
  if (held.has(own)) throw refusal(file, process.pid);
  const other = claimPatiently(file, own);
  if (other !== null) throw refusal(file, other.pid);
  held.add(own);
  // The engine's own lock; without an owner nobody will ever take it away.
  rmSync(`${file}.lock`, { recursive: true, force: true });
  return () => {
    held.delete(own);
    rmSync(own, { force: true });
  };
}
