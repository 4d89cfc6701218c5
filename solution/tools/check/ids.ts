import { descendants, type Element, textOf } from "../xml/element";
import { type Contents, type Located, unbraced } from "./contents";
import { finding, type Finding } from "./finding";

/** Where components carry their ids: element and attribute (or text when null). Forms on a page name tabs, cells and places the same way. */
const places: readonly (readonly [element: string, attribute: string | null])[] = [
  ["formid", null], ["FormId", null], ["savedqueryid", null], ["savedqueryvisualizationid", null], ["Role", "id"], ["FieldSecurityProfile", "fieldsecurityprofileid"], ["Workflow", "WorkflowId"], ["WebResourceId", null],
  ["PluginAssembly", "PluginAssemblyId"], ["PluginType", "PluginTypeId"],
  ["SdkMessageProcessingStep", "SdkMessageProcessingStepId"], ["SdkMessageProcessingStepImageId", null], ["tab", "id"], ["section", "id"], ["cell", "id"],
];

const idsOf = (root: Element): readonly string[] => places.flatMap(([name, attribute]) =>
  descendants(root, name).map((entry) => unbraced(attribute === null ? textOf(entry) : entry.attributes[attribute] ?? ""))).filter((id) => id !== "");

/** No id is used twice: the second component would overwrite the first. */
export function ids(contents: Contents): readonly Finding[] {
  const tables = [...contents.tables.values()];
  const parts: readonly Located[] = [
    ...tables.flatMap((table) => [...table.forms, ...table.views, ...table.charts]), ...contents.dashboards, ...contents.roles, ...contents.profiles, ...contents.flows, ...contents.webResources,
    ...contents.assemblies, ...contents.steps,
  ];
  const seen = new Map<string, string>();
  return parts.flatMap((part) => idsOf(part.root).flatMap((id) => {
    const first = seen.get(id);
    seen.set(id, part.component);
    return first === undefined ? [] : [finding("DULY-CHECK-027", part, id, first)];
  }));
}
