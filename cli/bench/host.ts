import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runDotNet } from "../build/dotnet";
import { hostDll } from "../build/host";
import { buildHostIfPossible } from "../build/lock";
import { built } from "../build/steps";
import { inRoot } from "../root";
import { recordCalls } from "./record";

function files(dataDir: string): readonly [bundle: string, cases: string] {
  const folder = inRoot("dist", "bench");
  mkdirSync(folder, { recursive: true });
  const [bundle, cases] = [join(folder, "bundle.js"), join(folder, "cases.json")] as const;
  writeFileSync(bundle, (JSON.parse(readFileSync(built("rules.json"), "utf8")) as { readonly text: string }).text);
  writeFileSync(cases, JSON.stringify(recordCalls(dataDir)));
  return [bundle, cases];
}

/**
 * The merged C# host on .NET: first call from nothing loaded, a promise, a page that reads 500 debtors with 5,000 items, peak memory of the process.
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
