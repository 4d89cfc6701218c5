import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runDotNet } from "../build/dotnet";
import { hostDll } from "../build/host";
import { buildHostIfPossible } from "../build/lock";
import { built } from "../build/steps";
import { inRoot } from "../root";
import { recordCalls, type Recorded } from "./record";

/** A folder with the call, and a file for the rows of each round: the host is given them as it reads them, so that they are not counted as its memory before. */
function writeCall(folder: string, { rows, ...call }: Recorded): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "call.json"), JSON.stringify(call));
  rows.forEach((round, index) => { writeFileSync(join(folder, `${index}.json`), JSON.stringify(round)); });
}

function files(dataDir: string): readonly [bundle: string, calls: string] {
  const folder = inRoot("dist", "bench");
  rmSync(folder, { recursive: true, force: true });
  const [bundle, calls] = [join(folder, "bundle.js"), join(folder, "calls")] as const;
  for (const [name, call] of Object.entries(recordCalls(dataDir))) writeCall(join(calls, name), call);
  writeFileSync(bundle, (JSON.parse(readFileSync(built("rules.json"), "utf8")) as { readonly text: string }).text);
  return [bundle, calls];
}

/**
 * The merged C# host on .NET: first call from nothing loaded, a promise, a page that reads 500 debtors with 5,000 items, peak memory of the process before
 * and after a ping, which tries how much the engine may hold. Reading the recorded rows is not in the times.
 * Null where .NET is not.
 */
export async function benchHost(): Promise<unknown> {
  if (!await buildHostIfPossible()) return null;
  const dataDir = mkdtempSync(join(tmpdir(), "duly-bench-"));
  try {
    return JSON.parse(runDotNet(["run", "--project", "bench", "-c", "Release", `-p:HostDll=${inRoot(hostDll)}`, "--", ...files(dataDir)])) as unknown;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
