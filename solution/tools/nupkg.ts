import { zipSync } from "fflate";
import { pluginAssembly } from "./plugin";
import { element, type Element, group, leaf } from "./xml/element";
import { renderDocument } from "./xml/render";

export interface NuPkgParts {
  readonly id: string;
  readonly version: string;
  readonly dll: Uint8Array;
  /** Third-party notices. */
  readonly notices: string;
}

const author = "Duly";
const description = "Runs Duly's rules inside Dataverse.";
const properties = "package/services/metadata/core-properties/nuget.psmdcp";

/** As in zip.ts: a local date, since fflate writes local times. */
const fixedTime = new Date(2020, 0, 1);

const nuspec = ({ id, version }: NuPkgParts): Element =>
  element("package", { xmlns: "http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd" }, [group("metadata", [
    leaf("id", id), leaf("version", version), leaf("authors", author), leaf("description", description),
    group("dependencies", [element("group", { targetFramework: ".NETFramework4.6.2" })]),
  ])]);

const relationships = ({ id }: NuPkgParts): Element => element("Relationships", { xmlns: "http://schemas.openxmlformats.org/package/2006/relationships" }, [
  element("Relationship", { Type: "http://schemas.microsoft.com/packaging/2010/07/manifest", Target: `/${id}.nuspec`, Id: "R1" }),
  element("Relationship", { Type: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", Target: `/${properties}`, Id: "R2" }),
]);

const types: Readonly<Record<string, string>> = {
  rels: "application/vnd.openxmlformats-package.relationships+xml", psmdcp: "application/vnd.openxmlformats-package.core-properties+xml",
  nuspec: "application/octet", dll: "application/octet", txt: "application/octet",
};

const contentTypes: Element = element("Types", { xmlns: "http://schemas.openxmlformats.org/package/2006/content-types" },
  Object.entries(types).map(([Extension, ContentType]) => element("Default", { Extension, ContentType })));

const coreProperties = ({ id, version }: NuPkgParts): Element => element("coreProperties", {
  "xmlns:dc": "http://purl.org/dc/elements/1.1/", xmlns: "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
}, [leaf("dc:creator", author), leaf("dc:description", description), leaf("dc:identifier", id), leaf("version", version)]);

/** A NuGet package with one net462 assembly; the same parts give the same bytes. */
export function nuPkg(parts: NuPkgParts): Uint8Array {
  const xml = (root: Element): Uint8Array => new TextEncoder().encode(renderDocument(root));
  return zipSync({
    "_rels/.rels": xml(relationships(parts)),
    [`${parts.id}.nuspec`]: xml(nuspec(parts)),
    [`lib/net462/${pluginAssembly.name}.dll`]: parts.dll,
    "THIRD-PARTY-NOTICES.txt": new TextEncoder().encode(parts.notices),
    "[Content_Types].xml": xml(contentTypes),
    [properties]: xml(coreProperties(parts)),
  }, { level: 9, mtime: fixedTime });
}
