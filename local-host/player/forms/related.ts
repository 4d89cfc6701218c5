import { WebApiFault } from "../api/fault";
import { readViews, type ViewRow } from "../api/components";
import { reportUnsupported } from "../api/local";
import type { TableMetadata } from "../api/metadata.types";
import type { Player } from "../shell/player";
import { guid } from "../xml/element";

/** Rows shown below a row: which table, in which view, by which lookup; column null = not restricted to the row. */
export interface Related { readonly table: TableMetadata; readonly view: ViewRow; readonly column: string | null }

function lookupOf(table: TableMetadata, relationship: string, parent: string): string {
  const found = table.relationships.find((relation) => relation.name.toLowerCase() === relationship.toLowerCase() && relation.target === parent);
  if (found) return found.column;
  reportUnsupported("subgrid relationship", relationship);
  throw new WebApiFault("PLAYER-RELATION", `The subgrid's relationship ${relationship} is no lookup from ${table.name} to ${parent}; many-to-many subgrids are not supported.`, 0);
}

/**
 * Resolves the settings of a subgrid (TargetEntityType, ViewId, RelationshipName).
 * Throws a coded error for a table without a view or a relationship that is no lookup.
 */
export async function readRelated({ api, metadata }: Pick<Player, "api" | "metadata">, parent: string, settings: ReadonlyMap<string, string>): Promise<Related> {
  const target = settings.get("TargetEntityType") ?? "";
  const [table, views] = await Promise.all([metadata(target), readViews(api, target)]);
  const wanted = guid(settings.get("ViewId") ?? "");
  const view = views.find((each) => each.id === wanted) ?? views.find((each) => each.queryType === 2) ?? views.find((each) => each.queryType === 0);
  if (!view) throw new WebApiFault("PLAYER-VIEW", `The subgrid's table ${target} has no view.`, 0);
  const relationship = settings.get("RelationshipName") ?? "";
  return { table, view, column: relationship ? lookupOf(table, relationship, parent) : null };
}
