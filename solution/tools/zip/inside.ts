import { childrenOf, type Element } from "../xml/element";

/** Forms, views and charts that stand in a table's own element. */
export function insideTable(table: Element): readonly Element[] {
  const within = (marker: string): readonly Element[] => childrenOf(table, marker).flatMap((child) => childrenOf(child));
  return [...within("FormXml").flatMap((group) => childrenOf(group)), ...within("SavedQueries").flatMap((group) => childrenOf(group)), ...within("Visualizations")];
}

/** E-mail templates of a list of them. */
export const insideTemplates = (kind: Element): readonly Element[] => (kind.name === "EmailTemplates" ? childrenOf(kind) : []);
