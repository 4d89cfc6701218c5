import { readFileSync } from "node:fs";
import { join } from "node:path";

const read = (path: string): string => readFileSync(join(process.cwd(), path), "utf8");
const notices = read("THIRD-PARTY-NOTICES.txt");

const nuGet = [...read("plugins-ts-bridge/host-csharp/host/Duly.TsHost.csproj").matchAll(/<PackageReference Include="([^"]+)" Version="([^"]+)"(?![^>]*PrivateAssets="all")/g)]
  .map(([, name, version]) => [name ?? "", version ?? ""] as const);

const npm = ["mustache", "dataverse-ify"].map((name) =>
  [name, (JSON.parse(read("package-lock.json")) as { packages: Record<string, { version?: string }> }).packages[`node_modules/${name}`]?.version ?? ""] as const);

test.each([...nuGet, ...npm])("the notices name %s in the version %s that ships", (name, version) => {
  expect(notices).toMatch(new RegExp(`^${name.replaceAll(".", "\\.")} ${version.replaceAll(".", "\\.")} +\\S`, "m"));
});

test("six packages are merged into the assembly", () => expect(nuGet).toHaveLength(6));

test.each(["MIT", "BSD-2-Clause", "BSD-3-Clause", "Unicode licence"])("the text of %s is there", (licence) => {
  expect(notices).toContain(`\n${licence}\n${"-".repeat(licence.length)}\n`);
});
