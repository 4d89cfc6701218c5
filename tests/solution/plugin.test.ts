import { unzipSync, zipSync } from "fflate";
import type { PackageParts } from "#solution/model/package";
import { checkEntries, told } from "#solution/tools/check";
import { solutionFolder } from "#solution/tools/folder";
import { packSolution } from "#solution/tools/pack";
import { holdsHost } from "#solution/tools/packed-host";
import { pluginTypes } from "#solution/tools/plugin";
import { childrenOf, descendants, textOf } from "#solution/tools/xml/element";
import { parseXml } from "#solution/tools/xml/parse";
import { readZip } from "#solution/tools/zip/read";
import { entriesOf, text } from "./folder";
import { parts, standIn } from "./parts";

type Folder = ReadonlyMap<string, Uint8Array>;

const { fullName } = parts.host;
const dll = standIn;
const forms: Readonly<Record<"assembly" | "package" | "left out", PackageParts>> = {
  assembly: parts,
  package: { ...parts, host: { form: "package", fullName, dll, notices: "Jint, BSD-2-Clause" } },
  "left out": { ...parts, host: { form: "assembly", fullName: fullName.replace(/=[0-9a-f]+$/, "=null"), dll: null } },
};

const assemblyFile = "PluginAssemblies/DulyTsHost-52C23C11-1B42-5B6C-BD5D-6207560BAB5E/DulyTsHost.dll";
const nupkgFile = "pluginpackages/duly_TsHost/package/duly_TsHost.nupkg";

const rootsOf = (folder: Folder, type: string) =>
  descendants(parseXml(text(folder.get("Other/Solution.xml"))), "RootComponent").map(({ attributes }) => attributes).filter((attributes) => attributes.type === type);
const below = (folder: Folder, pattern: RegExp) => [...folder.keys()].filter((path) => pattern.test(path));
const stepsOf = (folder: Folder) => below(folder, /^SdkMessageProcessingSteps\//).map((path) => parseXml(text(folder.get(path))));
const apiKeys = (folder: Folder) => below(folder, /customapi\.xml$/).map((path) => textOf(descendants(parseXml(text(folder.get(path))), "plugintypeexportkey")[0]));

describe("the C# host in the package", () => {
  test.each(["assembly", "package", "left out"] as const)("%s: the checks find nothing, and steps and roots are as many", (form) => {
    const folder = solutionFolder(forms[form]);
    expect(checkEntries(readZip(packSolution(forms[form]).unmanaged)).map(told)).toEqual([]);
    expect(rootsOf(folder, "92")).toHaveLength(stepsOf(folder).length);
  });

  test("H-03: as an assembly it is isolated, a root by name and id, and lists the types that steps and custom APIs name", () => {
    const folder = solutionFolder(forms.assembly);
    expect(rootsOf(folder, "91")).toEqual([{ type: "91", id: "{52c23c11-1b42-5b6c-bd5d-6207560bab5e}", schemaName: fullName, behavior: "0" }]);
    const assembly = parseXml(text(folder.get(`${assemblyFile}.data.xml`)));
    expect([textOf(assembly, "IsolationMode"), textOf(assembly, "SourceType"), textOf(assembly, "FileName")]).toEqual(["2", "0", `/${assemblyFile}`]);
    const types = descendants(assembly, "PluginType").map(({ attributes }) => [attributes.AssemblyQualifiedName, attributes.PluginTypeId]);
    for (const step of stepsOf(folder)) expect(types).toContainEqual([textOf(step, "PluginTypeName"), textOf(step, "PluginTypeId")]);
    for (const key of apiKeys(folder)) expect(types.map(([, id]) => id)).toContain(key);
  });

  test("the zip carries the assembly where its definition says", () => {
    const zip = packSolution(forms.assembly).managed;
    expect(unzipSync(zip)[assemblyFile]).toEqual(dll);
    expect(entriesOf(zip)["customizations.xml"]).toContain(`<FileName>/${assemblyFile}</FileName>`);
  });

  test("as a plug-in package it is no assembly and no root; steps and custom APIs name the keys of its types", () => {
    const folder = solutionFolder(forms.package);
    expect([below(folder, /^PluginAssemblies\//), rootsOf(folder, "91")]).toEqual([[], []]);
    for (const step of stepsOf(folder)) {
      expect(childrenOf(step).slice(0, 3).map(({ name }) => name)).toEqual(["SdkMessageId", "PluginTypeExportKey", "PrimaryEntity"]);
      expect(textOf(step, "PluginTypeExportKey")).toBe(pluginTypes.step.exportKey);
    }
    expect(new Set(apiKeys(folder))).toEqual(new Set([pluginTypes.api.exportKey]));
  });

  test("a package without the host, or with two, does not hold it", () => {
    const [none, both] = [packSolution(forms["left out"]).managed, zipSync({ ...unzipSync(packSolution(forms.assembly).managed), "pluginpackages/a/package/a.nupkg": zipSync({ "lib/net462/Duly.TsHost.dll": dll }) })];
    expect([holdsHost(packSolution(forms.assembly).managed, dll), holdsHost(none, dll), holdsHost(both, dll)]).toEqual([true, false, false]);
  });

  test("left out, the package has neither", () => expect(below(solutionFolder(forms["left out"]), /^PluginAssemblies\/|^pluginpackages\//)).toEqual([]));

  test("no form has both", () => {
    for (const form of Object.values(forms)) {
      const folder = solutionFolder(form);
      expect([folder.has(assemblyFile), folder.has(nupkgFile)]).not.toEqual([true, true]);
    }
  });

  test.each([
    ["step", "500363E2005CF3D125A322CDCD0C75EAE73431AE15829492559056E793E67B93"],
    ["api", "691988AAEA8F1555206D7C75B1BC185CC970EA85B47257C7C0CA25E8E0BCC74C"],
  ] as const)("the key of the type for a %s is frozen: steps in customers' systems hold it", (type, key) => {
    expect(pluginTypes[type].exportKey).toBe(key);
  });
});

describe("the nupkg", () => {
  const nupkg = solutionFolder(forms.package).get(nupkgFile) ?? new Uint8Array();

  test("is a NuGet package with the one assembly for net462 and the third-party notices", () => {
    const files = entriesOf(nupkg);
    expect(Object.keys(files).sort()).toEqual([
      "THIRD-PARTY-NOTICES.txt", "TsHost.nuspec", "[Content_Types].xml", "_rels/.rels", "lib/net462/Duly.TsHost.dll", "package/services/metadata/core-properties/nuget.psmdcp",
    ]);
    expect(files["THIRD-PARTY-NOTICES.txt"]).toBe("Jint, BSD-2-Clause");
    const metadata = descendants(parseXml(files["TsHost.nuspec"] ?? ""), "metadata")[0];
    expect([textOf(metadata, "id"), textOf(metadata, "version")]).toEqual(["TsHost", parts.version]);
  });

  test("holds the very assembly that was built, in both packages", () => {
    const { managed, unmanaged } = packSolution(forms.package);
    const changed = Uint8Array.from(dll, (byte, index) => (index === dll.length - 1 ? byte ^ 1 : byte));
    for (const zip of [managed, unmanaged]) expect([holdsHost(zip, dll), holdsHost(zip, changed), holdsHost(zip, dll.slice(1))]).toEqual([true, false, false]);
    expect(entriesOf(nupkg)["lib/net462/Duly.TsHost.dll"]).toBe(text(dll));
  });

  test("declares a content type for every ending and a target for every relationship", () => {
    const files = entriesOf(nupkg);
    const endings = descendants(parseXml(files["[Content_Types].xml"] ?? ""), "Default").map(({ attributes }) => attributes.Extension);
    expect(Object.keys(files).filter((name) => name !== "[Content_Types].xml").filter((name) => !endings.includes(name.split(".").at(-1)))).toEqual([]);
    const targets = descendants(parseXml(files["_rels/.rels"] ?? ""), "Relationship").map(({ attributes }) => attributes.Target?.slice(1) ?? "");
    expect(targets.filter((target) => !(target in files))).toEqual([]);
  });

  test("is the same bytes every time", () => expect(solutionFolder(forms.package).get(nupkgFile)).toEqual(nupkg));
});
