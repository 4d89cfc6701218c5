import type { Expand } from "../../query/odata/request";
import type { Query } from "../../query/ir";
import type { EntityReference, Row } from "../../service/contract";
import type { Call } from "../call";
import { nextLink } from "./next-link";
import { NEAR, parentOf, relatedQuery } from "./related";
import { entitiesOf, prepared } from "./rows";

/** A row with its JSON object, which expands add to. */
export interface Parent { readonly row: Row; readonly out: Record<string, unknown>; readonly id: string; readonly path: string }

/** Adds what an expand asks for to the JSON of the parents: one query for all of them, and one for each collection longer than a page. */
export function addExpand(call: Call, expand: Expand, parents: readonly Parent[]): void {
  const { navigation } = expand;
  const ids = navigation.kind === "one" ? parents.flatMap(({ row }) => pointedTo(expand, row)) : parents.map(({ id }) => id);
  const groups = ids.length === 0 ? new Map<string, Record<string, unknown>[]>() : relatedByParent(call, expand, [...new Set(ids)]);
  for (const parent of parents) {
    if (navigation.kind === "one") parent.out[navigation.name] = groups.get(pointedTo(expand, parent.row)[0] ?? "")?.[0] ?? null;
    else addCollection(call, expand, { parent, children: groups.get(parent.id) ?? [] });
  }
}

function pointedTo({ navigation }: Expand, row: Row): string[] {
  if (navigation.kind !== "one") return [];
  const reference = row[navigation.relationship.referencingColumn] as EntityReference | null | undefined;
  return reference != null && reference.logicalName === navigation.target.logicalName ? [reference.id] : [];
}

function relatedByParent(call: Call, expand: Expand, ids: readonly string[]): Map<string, Record<string, unknown>[]> {
  const { navigation, request } = expand;
  const parentColumn = navigation.kind === "many" ? [navigation.relationship.referencingColumn] : [];
  const { query, hidden } = prepared(call, { ...request, query: { ...request.query, top: null } }, parentColumn);
  const groups = new Map<string, Record<string, unknown>[]>();
  for (const rows of pagesOf(call, relatedQuery(navigation, ids, query))) {
    const shown = entitiesOf(call, { ...request, query: relatedQuery(navigation, ids, query) }, { rows, hidden: new Set([...hidden, NEAR]) });
    rows.forEach((row, index) => {
      const parent = parentOf(navigation, row);
      const children = groups.get(parent) ?? [];
      if (children.length === 0) groups.set(parent, children);
      const out = shown[index];
      if (out !== undefined) children.push(out);
    });
  }
  return groups;
}

function* pagesOf(call: Call, query: Query): Generator<readonly Row[]> {
  let page = call.host.service.retrieveMultiple(query, call.user);
  yield page.rows;
  for (let number = 2; page.more; number += 1) {
    page = call.host.service.retrieveMultiple({ ...query, page: number, cookie: page.cookie }, call.user);
    yield page.rows;
  }
}

function addCollection(call: Call, expand: Expand, { parent, children }: { readonly parent: Parent; readonly children: readonly Record<string, unknown>[] }): void {
  const { navigation, request } = expand;
  const size = call.prefer.pageSize ?? 5000;
  const limit = Math.min(request.query.top ?? size, size);
  parent.out[navigation.name] = expand.refs ? children.slice(0, limit).map((child) => reference(call, expand, child)) : children.slice(0, limit);
  if (request.query.top !== null || children.length <= size) return;
  const query = relatedQuery(navigation, [parent.id], { ...prepared(call, request, []).query, pageSize: size });
  const { cookie } = call.host.service.retrieveMultiple(query, call.user);
  parent.out[`${navigation.name}@odata.nextLink`] = nextLink(`${call.root}${parent.path}/${navigation.name}`, request.options, { page: 2, cookie: cookie ?? "" });
}

function reference(call: Call, { navigation }: Expand, child: Record<string, unknown>): Record<string, unknown> {
  return { "@odata.id": `${call.root}${navigation.target.entitySetName}(${String(child[navigation.target.primaryId])})` };
}
