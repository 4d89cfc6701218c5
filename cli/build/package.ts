import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { manifest } from "#bridge/rules/manifest";
import type { PackageParts, PackedSolution, PluginHost, WebResource } from "#solution/model/package";
import { packSolution } from "#solution/tools/pack";
import { holdsHost } from "#solution/tools/packed-host";
import { cliError } from "../output";
import { type Content, replaceAll } from "../pack/disk";
import { inRoot } from "../root";
import { readControls } from "./controls";
import type { BuildStep } from "./fingerprint";
import { hostDll, lockFile, noticesFile } from "./host";
import { hostLock, lockedHost } from "./lock";
import { built, buildSteps } from "./steps";

const version = (): string => (JSON.parse(readFileSync(inRoot("package.json"), "utf8")) as { version: string }).version;

const read = <T>(name: string): T => JSON.parse(readFileSync(built(name), "utf8")) as T;

const rulesName = "duly_/rules/bundle.js";

function webResources(rules: string): readonly WebResource[] {
  const encoder = new TextEncoder();
  const forms = read<{ name: string; displayName: string; content: string }[]>("webresources.json");
  return [
    { name: rulesName, displayName: "Duly rules", kind: "js", content: encoder.encode(rules) },
    ...forms.map((form): WebResource => ({ name: form.name, displayName: form.displayName, kind: "js", content: encoder.encode(form.content) })),
  ];
}

/** Gathers what was built into the parts of a package. */
export function packageParts(host: PluginHost): PackageParts {
  const rules = read<{ text: string; sha256: string }>("rules.json");
  return {
    version: version(), manifest: manifest(), webResources: webResources(rules.text), controls: readControls(), host,
    environment: { duly_rules: JSON.stringify({ webResource: rulesName, sha256: rules.sha256 }) },
  };
}

/** The C# host inside a package: as an assembly, or (`asPackage`) as a plug-in package. */
export function hostPart(dll: Uint8Array, asPackage: boolean): PluginHost {
  const { fullName } = hostLock();
  return asPackage ? { form: "package", fullName, dll, notices: readFileSync(inRoot(noticesFile), "utf8") } : { form: "assembly", fullName, dll };
}

/** For the local host, which runs the rules itself: the assembly is inside when it stands there built; else its name is one that Dataverse takes no assembly by. */
export function localHostPart(): PluginHost {
  const [dll, { fullName }] = [lockedHost(), hostLock()];
  return { form: "assembly", fullName: dll === null ? fullName.replace(/PublicKeyToken=.*/, "PublicKeyToken=null") : fullName, dll };
}

/** Where packages for Dataverse go, relative to the checkout: those with a plug-in package have a folder of their own. */
const packageFolder = (asPackage: boolean): string => (asPackage ? "dist/plugin-package" : "dist");

/** The two zips for what runs here (local host, tests, linter); the same as those for Dataverse when the C# host stands there built. */
export const packageFiles = (): readonly [unmanaged: string, managed: string] =>
  [`dist/local/duly_${version()}_unmanaged.zip`, `dist/local/duly_${version()}_managed.zip`];

const names = (): readonly [folder: string, unmanaged: string, managed: string, settings: string, notices: string] =>
  ["solution", `duly_${version()}_unmanaged.zip`, `duly_${version()}_managed.zip`, "deployment-settings.json", noticesFile];

/** Everything that packing leaves, relative to the checkout. */
export const packageOutputs = (asPackage: boolean): readonly string[] => names().map((name) => `${packageFolder(asPackage)}/${name}`);

/** The zips and folders for Dataverse that were packed here, now or before, relative to the checkout. */
export const packedHere = (): readonly string[] => [false, true].flatMap(packageOutputs).filter((name) => /(\.zip|\/solution)$/.test(name) && existsSync(inRoot(name)));

/** Puts a packed solution into its folder, complete or not at all. */
function writePackage(packed: PackedSolution, asPackage: boolean): void {
  const [folder, unmanaged, managed, settings, notices] = names();
  replaceAll(inRoot(packageFolder(asPackage)), new Map<string, Content>([
    [folder, packed.folder], [unmanaged, packed.unmanaged], [managed, packed.managed],
    [settings, new TextEncoder().encode(`${JSON.stringify(packed.settings, null, 2)}\n`)], [notices, new Uint8Array(readFileSync(inRoot(noticesFile)))],
  ]));
}

/** Reads the packages that stand there, packed now or before. Throws DULY-BUILD-013 when one does not hold the host that was built. */
export function requireHost(dll: Uint8Array, asPackage: boolean): void {
  for (const file of packageOutputs(asPackage).filter((name) => name.endsWith(".zip"))) {
    if (!holdsHost(new Uint8Array(readFileSync(inRoot(file))), dll)) throw cliError("DULY-BUILD-013", { file, dll: hostDll });
  }
}

/** Puts both zips where the local host takes them from. */
export function writeLocal(packed: PackedSolution): void {
  const [unmanaged, managed] = packageFiles();
  replaceAll(inRoot("dist/local"), new Map<string, Content>([[basename(unmanaged), packed.unmanaged], [basename(managed), packed.managed]]));
}

/** What decides a package beside the bytes of the host. */
const inputs = [...new Set(["package.json", noticesFile, lockFile, "solution", ...buildSteps.flatMap((step) => step.inputs)])];

/** Packs for Dataverse, with the C# host inside. */
export const packageStep = (dll: Uint8Array, asPackage: boolean): BuildStep => ({
  name: asPackage ? "plugin-package" : "package", output: packageOutputs(asPackage), inputs,
  run: async () => writePackage(packSolution(packageParts(hostPart(dll, asPackage))), asPackage),
});

/** Packs for the local host. */
export const localPackageStep = (host: PluginHost): BuildStep => ({
  name: "local package", output: packageFiles(), inputs: [...inputs, ...(host.dll === null ? [] : [hostDll])],
  run: async () => writeLocal(packSolution(packageParts(host))),
});
