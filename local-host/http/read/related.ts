import type { Navigation } from "../../query/navigation";
import type { Condition, Query } from "../../query/ir";
import type { EntityReference, Row } from "../../service/contract";

/** Column of the answer that names the parent: of the child itself, or brought from the intersect table. */
export const NEAR = "__near";

/** The rows that a collection-valued navigation property leads to from some parents. */
export function relatedQuery(navigation: Navigation, parents: readonly string[], query: Query): Query {
  if (navigation.kind === "both") return throughIntersect(navigation, parents, query);
  const column = navigation.kind === "many" ? navigation.relationship.referencingColumn : navigation.target.primaryId;
  return { ...query, filter: narrowed(query.filter, { kind: "in", ref: { link: null, column }, values: parents, negated: false }) };
}

function throughIntersect(navigation: Extract<Navigation, { kind: "both" }>, parents: readonly string[], query: Query): Query {
  const { side, relationship, target } = navigation;
  const only: Condition = { kind: "in", ref: { link: NEAR, column: side.near }, values: parents, negated: false };
  const link = {
    alias: NEAR, table: relationship.intersectTable, from: side.far, to: target.primaryId, parent: null, type: "inner" as const,
    columns: [{ column: side.near, alias: NEAR }], filter: only, links: [],
  };
  return { ...query, links: [...query.links, link] };
}

const narrowed = (filter: Condition | null, more: Condition): Condition => (filter === null ? more : { kind: "and", all: [filter, more] });

/** The id of the parent that a related row belongs to. */
export function parentOf(navigation: Navigation, row: Row): string {
  if (navigation.kind === "both") return String(row[NEAR]);
  if (navigation.kind === "one") return String(row[navigation.target.primaryId]);
  return (row[navigation.relationship.referencingColumn] as EntityReference).id;
}

/** Columns of the parent that an expand needs. */
export function neededColumn(navigation: Navigation): readonly string[] {
  return navigation.kind === "one" ? [navigation.relationship.referencingColumn] : [];
}
