import type { PluginHost } from "../../model/package";
import { nuPkg } from "../nupkg";
import { pluginAssembly, pluginPackage, pluginTypes, qualifiedName } from "../plugin";
import { element, type Element, group, leaf } from "../xml/element";
import { document, type File, sharded } from "./files";

/** Folder and file of an assembly go without the dots of its name. */
const fileName = pluginAssembly.name.replaceAll(".", "");
const assemblyPath = `PluginAssemblies/${fileName}-${pluginAssembly.id.toUpperCase()}/${fileName}.dll`;

const typeXml = (type: (typeof pluginTypes)["step"], fullName: string): Element =>
  element("PluginType", { AssemblyQualifiedName: qualifiedName(type, fullName), PluginTypeId: type.id, Name: type.name }, [leaf("FriendlyName", type.name)]);

/** `.dll.data.xml` of the assembly: isolated (2), stored in the database (0). */
export const pluginAssemblyXml = (fullName: string): Element =>
  element("PluginAssembly", { FullName: fullName, PluginAssemblyId: pluginAssembly.id, CustomizationLevel: 1 }, [
    leaf("IsolationMode", 2), leaf("SourceType", 0), leaf("IntroducedVersion", "1.0"), leaf("FileName", `/${assemblyPath}`),
    group("PluginTypes", [pluginTypes.step, pluginTypes.api].map((type) => typeXml(type, fullName))),
  ]);

/** `pluginpackage.xml`. */
export const pluginPackageXml = (version: string): Element => element("pluginpackage", { uniquename: pluginPackage.name }, [
  leaf("exportkeyversion", 1), leaf("iscustomizable", 1), leaf("name", pluginPackage.name),
  element("package", { mimetype: "application/octet-stream" }, [`${pluginPackage.name}.nupkg`]), leaf("statecode", 0), leaf("statuscode", 1), leaf("version", version),
]);

/** The host as an assembly or as a plug-in package, never as both; nothing when its bytes are left out. */
export function pluginFiles(host: PluginHost, version: string): readonly File[] {
  if (host.dll === null) return [];
  if (host.form === "assembly") return [[assemblyPath, host.dll], document(`${assemblyPath}.data.xml`, pluginAssemblyXml(host.fullName))];
  const folder = `pluginpackages/${pluginPackage.name}`;
  return [
    sharded(`${folder}/pluginpackage.xml`, pluginPackageXml(version)),
    [`${folder}/package/${pluginPackage.name}.nupkg`, nuPkg({ id: pluginPackage.id, version, notices: host.notices, dll: host.dll })],
  ];
}
