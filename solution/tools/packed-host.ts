import { pluginAssembly } from "./plugin";
import { readZip } from "./zip/read";

/** Assemblies in a zip: those of its own, and those in the plug-in packages in it. */
function assemblies(zip: Uint8Array): readonly Uint8Array[] {
  return [...readZip(zip)].flatMap(([name, content]) => {
    if (/^pluginpackages\/[^/]+\/package\/[^/]+\.nupkg$/.test(name)) return assemblies(content);
    return name === `lib/net462/${pluginAssembly.name}.dll` || /^PluginAssemblies\/.+\.dll$/.test(name) ? [content] : [];
  });
}

/** Does the packed solution hold this very host and no other, as an assembly or in a plug-in package? Throws PackError on a zip that cannot be read. */
export function holdsHost(zip: Uint8Array, dll: Uint8Array): boolean {
  const found = assemblies(zip);
  return found.length === 1 && found.every((one) => Buffer.from(one).equals(dll));
}
