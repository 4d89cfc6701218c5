import { spawnSync } from "node:child_process";
import { cliError } from "../output";
import { inRoot } from "../root";

/** What the host needs to be built: the SDK that CI has. */
const neededMajor = 10;

export type DotNet = { readonly version: string } | { readonly missing: string };

/** Looks for the SDK on the PATH. */
export function findDotNet(env: NodeJS.ProcessEnv = process.env): DotNet {
  const result = spawnSync("dotnet", ["--version"], { cwd: inRoot("plugins-ts-bridge", "host-csharp"), env, encoding: "utf8" });
  if (result.status !== 0) return { missing: "there is no .NET SDK on the PATH" };
  const version = result.stdout.trim();
  return Number(version.split(".")[0]) >= neededMajor ? { version } : { missing: `the .NET SDK ${version} is older than ${neededMajor}` };
}

let found: DotNet | null = null;

/** The .NET SDK of this machine, looked for once. */
export const dotNet = (): DotNet => (found ??= findDotNet());

const environment = { DOTNET_CLI_TELEMETRY_OPTOUT: "1", DOTNET_NOLOGO: "1", DOTNET_CLI_UI_LANGUAGE: "en" };

/** Runs `dotnet` in the host's folder; gives what it printed. Throws DULY-BUILD-010 with all of it when it fails. */
export function runDotNet(args: readonly string[]): string {
  const result = spawnSync("dotnet", args, {
    cwd: inRoot("plugins-ts-bridge", "host-csharp"), env: { ...process.env, ...environment }, encoding: "utf8", maxBuffer: 1 << 26,
  });
  if (result.status === 0) return result.stdout;
  throw cliError("DULY-BUILD-010", { arguments: args.join(" "), output: `${result.stdout ?? ""}${result.stderr ?? ""}${result.error?.message ?? ""}` });
}
