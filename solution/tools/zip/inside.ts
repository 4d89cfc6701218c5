import { childrenOf, type Element } from "../xml/element";

/** Forms, views and charts that stand in a table's own element. */
function insideTable(table: Element): readonly Element[] {
  const within = (marker: string): readonly Element[] => childrenOf(table, marker).flatMap((child) => childrenOf(child));
  return [...within("FormXml").flatMap((group) => childrenOf(group)), ...within("SavedQueries").flatMap((group) => childrenOf(group)), ...within("Visualizations")];
}

/** Components that stand in another: in a table, in a list of e-mail templates, plug-in types in their assembly. */
export function inside(component: Element): readonly Element[] {
  switch (component.name) {
    case "Entity": return insideTable(component);
    case "EmailTemplates": return childrenOf(component);
    case "PluginAssembly": return childrenOf(component, "PluginTypes").flatMap((types) => childrenOf(types));
    default: return [];
  }
}
