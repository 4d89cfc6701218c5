import { descendants, type Element, textOf } from "../xml/element";
import type { Contents } from "./contents";
import type { Finding } from "./finding";

/** Where components carry their ids: element and attribute (or text when null). */
const places: readonly (readonly [element: string, attribute: string | null])[] = [
  ["formid", null], ["savedqueryid", null], ["Role", "id"], ["Workflow", "WorkflowId"], ["WebResourceId", null],
  ["SdkMessageProcessingStep", "SdkMessageProcessingStepId"], ["SdkMessageProcessingStepImageId", null], ["tab", "id"], ["section", "id"], ["cell", "id"],
];

const idsOf = (root: Element): readonly string[] => places.flatMap(([name, attribute]) =>
  descendants(root, name).map((entry) => (attribute === null ? textOf(entry) : entry.attributes[attribute] ?? ""))).filter((id) => id !== "");

/** No id is used twice: the second component would overwrite the first. */
export function ids(contents: Contents): readonly Finding[] {
  const tables = [...contents.tables.values()];
  const files = [...tables.flatMap((table) => [...table.forms, ...table.views]), ...contents.roles, ...contents.flows, ...contents.webResources, ...contents.steps];
  const seen = new Map<string, string>();
  return files.flatMap(({ path, root }) => idsOf(root).flatMap((id): readonly Finding[] => {
    const first = seen.get(id.toLowerCase());
    seen.set(id.toLowerCase(), path);
    return first === undefined ? [] : [{ code: "DULY-CHECK-027", where: path, message: `Id ${id} is also used in ${first}. Give the components different unique names.` }];
  }));
}
