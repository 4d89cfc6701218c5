import { english, hungarian } from "../../model/text";
import type { SolutionIr } from "../ir/solution";
import { element, type Element, group, leaf } from "../xml/element";
import { connectionReferences } from "./environment";

const marker = (name: string): Element => group(name, []);

const before = [
  "Entities", "Roles", "Workflows", "FieldSecurityProfiles", "Templates", "EntityMaps", "EntityRelationships", "OrganizationSettings", "optionsets",
  "Dashboards", "WebResources", "CustomControls", "SolutionPluginAssemblies", "SdkMessageProcessingSteps", "AppModuleSiteMaps", "AppModules", "EntityDataProviders",
];

/** Other/Customizations.xml: the list of what the packer has to fill in, in the platform's order. */
export const customizations = (solution: SolutionIr): Element =>
  element("ImportExportXml", { "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance" }, [
    ...before.map(marker), connectionReferences(solution.connections),
    group("Languages", [leaf("Language", english), leaf("Language", hungarian)]),
  ]);
