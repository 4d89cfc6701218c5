import { isLookup } from "../../metadata/column-kinds";
import { navigationOf, type Navigation } from "../../query/navigation";
import { tableOf } from "../../query/sql/scope";
import { noProperty } from "../../query/odata/error";
import type { EntityReference } from "../../service/contract";
import { DataverseError } from "../../service/error";
import type { Call } from "../call";
import type { WebResponse } from "../contract";
import { parseObject } from "../json";
import { keyOf, requireRow, type Target } from "../keys";
import { empty, json } from "../reply";
import { relatedQuery } from "../read/related";
import { existing } from "./body";
import { relate, unrelate } from "./relate";

/** `set(key)/nav/$ref`: a navigation property of a row; `inner` is the related row's key in brackets. */
export interface RefPath { readonly target: Target; readonly name: string; readonly inner: string | null }

/** Reads, sets and removes references. Removing what is not there is no error. */
export function references(call: Call, path: RefPath): WebResponse {
  const owner = { logicalName: path.target.table.logicalName, id: requireRow(call, path.target).id };
  const navigation = navigationOf(call.metadata, path.target.table, path.name);
  if (navigation === null) return wholeLookup(call, path, owner);
  if (call.method === "GET") return listReferences(call, navigation, owner);
  if (call.method === "DELETE") remove(call, navigation, { owner, other: named(call, path, navigation) });
  else relate(call, { navigation, owner, other: sent(call, navigation, owner) });
  return empty();
}

function sent(call: Call, navigation: Navigation, owner: EntityReference): EntityReference {
  const id = parseObject(call.body)["@odata.id"];
  if (typeof id !== "string") throw new DataverseError("0x80048d19", `The body of $ref is {"@odata.id": "…/set(id)"}.`);
  const reference = existing(call, id);
  const targets = targetsOf(call, navigation, owner);
  if (targets.includes(reference.logicalName)) return reference;
  throw new DataverseError("0x80048d19", `'${id}' is a ${reference.logicalName}; this navigation property leads to ${targets.join(", ")}.`);
}

/** A lookup may have one navigation property for all of its targets (ownerid). */
function targetsOf(call: Call, navigation: Navigation, owner: EntityReference): readonly string[] {
  if (navigation.kind !== "one") return [navigation.target.logicalName];
  const { referencingColumn, lookupNavigation } = navigation.relationship;
  const column = tableOf(call.metadata, owner.logicalName).columns.get(referencingColumn);
  return lookupNavigation === referencingColumn ? column?.targets ?? [] : [navigation.target.logicalName];
}

function named(call: Call, { inner }: RefPath, { target }: Navigation): EntityReference | null {
  const id = call.address.options.get("$id");
  if (id !== undefined) return existing(call, id);
  if (inner === null) return null;
  const key = keyOf(target, inner);
  return { logicalName: target.logicalName, id: "id" in key ? key.id : requireRow(call, { table: target, key }).id };
}

function remove(call: Call, navigation: Navigation, { owner, other }: { readonly owner: EntityReference; readonly other: EntityReference | null }): void {
  if (other !== null) return unrelate(call, { navigation, owner, other });
  if (navigation.kind !== "one") throw new DataverseError("0x80060888", `Name the row to remove from '${navigation.name}': '${navigation.name}(id)/$ref' or '$ref?$id=…'.`);
  call.host.service.update(owner.logicalName, { id: owner.id }, { [navigation.relationship.referencingColumn]: null }, call.user);
}

/** A lookup with one property for all of its targets (ownerid). */
function wholeLookup(call: Call, { target, name }: RefPath, owner: EntityReference): WebResponse {
  const column = target.table.columns.get(name);
  if (column === undefined || !isLookup(column)) throw noProperty(name, target.table.logicalName);
  const value = call.method === "DELETE" ? null : existing(call, String(parseObject(call.body)["@odata.id"]));
  call.host.service.update(owner.logicalName, { id: owner.id }, { [name]: value }, call.user);
  return empty();
}

function listReferences(call: Call, navigation: Navigation, owner: EntityReference): WebResponse {
  const { target } = navigation;
  const all = {
    table: target.logicalName, columns: [], filter: null, links: [], order: [], aggregate: null, distinct: false,
    pageSize: 5000, page: 1, cookie: null, top: null, count: false, lookupNames: false,
  };
  const ids = navigation.kind === "one" ? pointed(call, navigation, owner) : [owner.id];
  const rows = ids.length === 0 ? [] : call.host.service.retrieveMultiple(relatedQuery(navigation, ids, all), call.user).rows;
  const links = rows.map((row) => ({ "@odata.id": `${call.root}${target.entitySetName}(${String(row[target.primaryId])})` }));
  if (navigation.kind !== "one") return json({ "@odata.context": `${call.root}$metadata#Collection($ref)`, value: links });
  return links[0] === undefined ? empty() : json({ "@odata.context": `${call.root}$metadata#$ref`, ...links[0] });
}

/** Ids (none or one) that a single-valued navigation property of a row points to. */
export function pointed(call: Call, navigation: Extract<Navigation, { kind: "one" }>, owner: EntityReference): string[] {
  const { referencingColumn } = navigation.relationship;
  const value = call.host.service.retrieve(owner.logicalName, { id: owner.id }, [referencingColumn], call.user)[referencingColumn];
  return typeof value === "object" && value !== null && "id" in value && value.logicalName === navigation.target.logicalName ? [value.id] : [];
}
