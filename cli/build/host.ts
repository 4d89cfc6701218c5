import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { inRoot } from "../root";
import { dotNet, runDotNet } from "./dotnet";
import { type BuildStep, fingerprint } from "./fingerprint";

/** What is known of the C# host that some sources give. */
export interface HostRecord {
  /** "Duly.TsHost, Version=…, Culture=neutral, PublicKeyToken=…" */
  readonly fullName: string;
  /** SHA-256 of Duly.TsHost.dll. */
  readonly sha256: string;
  /** SHA-256 over the sources that it was built from. */
  readonly inputs: string;
  /** The .NET SDK that built it; another one may give other bytes of the same sources. */
  readonly sdk: string;
}

const folder = "plugins-ts-bridge/host-csharp";
/** Licences of what the packages hold of others; also inside the assembly. */
export const noticesFile = "THIRD-PARTY-NOTICES.txt";
const sources = [...["Directory.Build.props", "host", "reference", "merge"].map((name) => `${folder}/${name}`), "plugins-ts-bridge/host-messages.json", "cli/build/host.ts", noticesFile];

/** The merged assembly and the record of its build, relative to the checkout. */
export const hostDll = "dist/host/Duly.TsHost.dll";
export const builtRecord = "dist/host/host.json";
/** The committed record: a machine without .NET can tell by it whether a DLL is the right one. */
export const lockFile = `${folder}/host.lock.json`;

/** The seven that become one; the host gives the name. */
const merged = ["Duly.TsHost", "Jint", "Acornima", "System.Memory", "System.Buffers", "System.Numerics.Vectors", "System.Runtime.CompilerServices.Unsafe"];

interface Compiled {
  readonly Properties: { readonly TargetDir: string };
  readonly Items: { readonly ReferencePath: readonly { readonly FullPath: string; readonly Filename: string; readonly FrameworkFile?: string }[] };
}

const compile = (): Compiled =>
  JSON.parse(runDotNet(["build", "host", "-c", "Release", "-f", "net462", "-t:Build", "-getProperty:TargetDir", "-getItem:ReferencePath"])) as Compiled;

/** Folders with the reference assemblies that the host was compiled against: the framework, its facades, the SDK. */
function referenceFolders({ Items }: Compiled): readonly string[] {
  const needed = Items.ReferencePath.filter(({ FrameworkFile, Filename }) => FrameworkFile === "true" || Filename === "Microsoft.Xrm.Sdk");
  const folders = [...new Set(needed.map(({ FullPath }) => dirname(FullPath)))];
  return [...folders, ...folders.filter((path) => basename(path) !== "Facades").map((path) => `${path}/Facades`)];
}

/** Types of the framework whose static methods the merged engine does not call, and the own types that stand for them. */
const substitutes = ["System.Numerics.BigInteger=Duly.TsHost.Script.BoundedBigInteger"];

/**
 * Jint keeps an object in its compact form only while fewer than 64 first property names were seen in the engine; the rules alone have about 200. Past
 * that, rows and copies of objects are hash tables: a page took 20 % longer and 30 MiB more.
 */
const thresholds = ["Jint.Native.Object.Shape.TransitionCount:64=1024"];

/** Merges what was compiled; gives the full name of the result. */
function merge(compiled: Compiled): string {
  const inputs = merged.map((name) => `${compiled.Properties.TargetDir}${name}.dll`);
  return runDotNet(["run", "--project", "merge", "-c", "Release", "--", inRoot(hostDll), "host/duly.snk", referenceFolders(compiled).join(";"), ...substitutes, ...thresholds, ...inputs]).trim();
}

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** SHA-256 over the sources of the host as they are now. */
export const hostInputs = (): string => fingerprint(sources);

async function buildHost(): Promise<void> {
  mkdirSync(dirname(inRoot(hostDll)), { recursive: true });
  const fullName = merge(compile());
  const found = dotNet();
  const record: HostRecord = { fullName, sha256: sha256(readFileSync(inRoot(hostDll))), inputs: hostInputs(), sdk: "version" in found ? found.version : "" };
  writeFileSync(inRoot(builtRecord), `${JSON.stringify(record, null, 2)}\n`);
}

/** Builds the merged assembly; needs the .NET SDK. The assembly is an output as the record is: one that is gone or was changed is built anew. */
export const hostStep: BuildStep = { name: "host", inputs: sources, output: [hostDll, builtRecord], run: buildHost };

export const readRecord = (file: string): HostRecord | null =>
  (existsSync(inRoot(file)) ? JSON.parse(readFileSync(inRoot(file), "utf8")) as HostRecord : null);
