import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

function readOwner(file: string): Owner | null {
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  // A file that cannot be read as one is of a writer that was killed, or of a broken disk: nobody owns the store.
  const [, pid, started] = /^\{"pid":(\d+),"started":(?:null|"(\d+)")\}$/.exec(text) ?? [];
  return pid === undefined ? null : { pid: Number(pid), started: started ?? null };
}

const isAlive = ({ pid, started }: Owner): boolean => isRunning(pid) && (started === null || startOf(pid) === started);

const refusal = (file: string, pid: number): DataverseError => new DataverseError("0x80048070",
  `The store ${file} is in use by process ${pid}. Stop that process first, or name another folder for the store.`, 409);

/** Makes this process the owner of a store, and removes what a dead owner left. Throws 0x80048070 when its owner is alive. Gives what to call when done. */
export function takeOwnership(file: string): () => void {
  const ownerFile = `${file}.pid`;
  const owner = readOwner(ownerFile);
  if (owner !== null && isAlive(owner)) throw refusal(file, owner.pid);
  rmSync(ownerFile, { force: true });
  try {
    writeFileSync(ownerFile, JSON.stringify({ pid: process.pid, started: startOf(process.pid) }), { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") throw refusal(file, readOwner(ownerFile)?.pid ?? 0);
    throw error;
  }
  // The engine's own lock; without an owner nobody will ever take it away.
  rmSync(`${file}.lock`, { recursive: true, force: true });
  return () => rmSync(ownerFile, { force: true });
}
