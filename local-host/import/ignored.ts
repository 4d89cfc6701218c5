import type { Package } from "./package";

/** Collections of customizations.xml that something reads, or that say nothing. */
const read: ReadonlySet<string> = new Set([
  "Entities", "Roles", "Workflows", "FieldSecurityProfiles", "EntityRelationships", "optionsets", "Dashboards", "WebResources", "CustomControls", "SolutionPluginAssemblies", "SdkMessageProcessingSteps",
  "AppModuleSiteMaps", "AppModules", "connectionreferences", "Languages",
]);

/** What the host did not use: collections, then files, then what the readers noted. */
export function ignoredParts({ customizations, files, used, ignored }: Package): readonly string[] {
  const collections = customizations.children.filter((child) => !read.has(child.name) && child.children.length > 0).map((child) => `${child.name} (${child.children.length})`);
  const paths = [...files.keys()].filter((path) => !used.has(path) && !path.startsWith("Controls/"));
  return [...collections, ...paths, ...new Set(ignored)];
}
