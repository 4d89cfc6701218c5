import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cliError, say } from "../output";
import { inRoot } from "../root";
import { dotNet } from "./dotnet";
import { runStep } from "./fingerprint";
import { builtRecord, hostDll, hostInputs, type HostRecord, hostStep, lockFile, readRecord, sha256 } from "./host";

/** The committed record of the host. Throws DULY-BUILD-011 when it is not there. */
export function hostLock(): HostRecord {
  const lock = readRecord(lockFile);
  if (lock !== null) return lock;
  throw cliError("DULY-BUILD-011", { file: lockFile });
}

/** The merged assembly when it stands in dist/ and is the one that the lock names for these very sources; else null. */
export function lockedHost(): Uint8Array | null {
  if (!existsSync(inRoot(hostDll))) return null;
  const dll = new Uint8Array(readFileSync(inRoot(hostDll)));
  const lock = hostLock();
  return sha256(dll) === lock.sha256 && hostInputs() === lock.inputs ? dll : null;
}

/** The built record becomes the committed one. */
function renewLock(): void {
  const text = readFileSync(inRoot(builtRecord), "utf8");
  if (existsSync(inRoot(lockFile)) && readFileSync(inRoot(lockFile), "utf8") === text) return;
  writeFileSync(inRoot(lockFile), text);
  say(`  ${lockFile} was renewed; it belongs into the commit that changed the host.`);
}

/**
 * The host for a package that is meant for Dataverse: built where .NET is, else the one that was built last.
 * Throws DULY-BUILD-012 when there is neither.
 */
export async function hostForPackage(): Promise<Uint8Array> {
  const found = dotNet();
  if ("version" in found) {
    await runStep(hostStep);
    renewLock();
  }
  const dll = lockedHost();
  if (dll !== null) return dll;
  const reason = "missing" in found ? found.missing : "its sources change while they are built";
  throw cliError("DULY-BUILD-012", { reason, dll: hostDll, lock: lockFile, sha256: hostLock().sha256 });
}

/** Builds the host where .NET is; says what is left out where it is not. */
export async function buildHostIfPossible(): Promise<boolean> {
  const found = dotNet();
  if ("missing" in found) {
    say(`  left out: building and testing the C# host of the rules, since ${found.missing}.`);
    return false;
  }
  await runStep(hostStep);
  return true;
}

/**
 * What is wrong with the committed record; "" when nothing is.
 * @param inputs of the sources as they are
 * @param built the record of the last build; it counts when it is of the same sources and SDK
 */
export function staleness(lock: HostRecord, inputs: string, built: HostRecord | null): string {
  const mend = "Run npm run pack where .NET is and commit it.";
  if (lock.inputs !== inputs) return `${lockFile} is older than the sources of the host. ${mend}`;
  if (built === null || built.inputs !== lock.inputs || built.sdk !== lock.sdk) return "";
  return JSON.stringify(built) === JSON.stringify(lock) ? "" : `${lockFile} does not name the assembly that these sources give. ${mend}`;
}

/** The same for this checkout. */
export const staleLock = (): string => staleness(hostLock(), hostInputs(), readRecord(builtRecord));
