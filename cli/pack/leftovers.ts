import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { codeOf } from "../ledger/fault";

/** A shared folder may hold those of other machines, whose processes nobody here can see. */
const start = `.packing-${hostname().replace(/[^\w.]/g, "_")}-`;

/** Makes a temporary folder that says whose it is: machine and process. */
export const temporaryFolder = (folder: string): string => mkdtempSync(join(folder, `${start}${String(process.pid)}-`));

/** Is there a process of the number? One of another user counts too. */
function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== "ESRCH";
  }
}

/** What a killed process had moved out of the way and not yet replaced is put back. */
function putBack(folder: string, temporary: string): void {
  const old = join(temporary, "old");
  for (const name of existsSync(old) ? readdirSync(old) : []) if (!existsSync(join(folder, name))) renameSync(join(old, name), join(folder, name));
}

/** Removes the temporary folders of processes of this machine that are gone: killed while they wrote here. */
export function removeLeftovers(folder: string): void {
  const left = readdirSync(folder).filter((name) => name.startsWith(start) && !lives(Number.parseInt(name.slice(start.length), 10)));
  for (const name of left) {
    putBack(folder, join(folder, name));
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}
