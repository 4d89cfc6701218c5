import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RecordedCase } from "../../builders/rules/recorder";

const project = join("plugins-ts-bridge", "host-csharp", "answers");

/** Why the C# host cannot be run here; null when it can. */
export function dotnetMissing(): string | null {
  const found = spawnSync("dotnet", ["--version"], { encoding: "utf8" });
  return found.status === 0 ? null : "there is no .NET SDK on this machine";
}

function dotnet(args: readonly string[], input = ""): string {
  const result = spawnSync("dotnet", args, { encoding: "utf8", input, maxBuffer: 1 << 30 });
  if (result.status === 0) return result.stdout;
  throw new Error(`dotnet ${args.join(" ")} failed:\n${result.stdout.slice(-2000)}\n${result.stderr.slice(-2000)}`);
}

/** Answers of the C# host, one for each case. The host is the project, or the DLL that the environment variable DULY_HOST_DLL names. */
export function jintAnswers(bundle: string, cases: readonly RecordedCase[]): readonly string[] {
  const hostDll = process.env.DULY_HOST_DLL ?? "";
  const folder = mkdtempSync(join(tmpdir(), "duly-parity-"));
  try {
    const file = join(folder, "bundle.js");
    writeFileSync(file, bundle);
    dotnet(["build", project, "-c", "Release", "--nologo", "-v", "quiet", ...(hostDll === "" ? [] : [`-p:HostDll=${hostDll}`])]);
    const output = join("dist", "host-csharp", ...(hostDll === "" ? [] : ["merged"]), "bin", "answers", "release", "answers.dll");
    const lines = cases.map(({ rule, context, rows }) => JSON.stringify({ rule, context, rows })).join("\n");
    return dotnet([output, file], `${lines}\n`).trimEnd().split("\n");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
