import type { Column, Table } from "../../metadata/model";
import { isLookup } from "../../metadata/column-kinds";
import { navigationOf, type Navigation } from "../../query/navigation";
import type { EntityReference, Value } from "../../service/contract";
import { DataverseError } from "../../service/error";
import type { Call } from "../call";
import { isObject, type JsonObject } from "../json";
import { referenceTarget, requireRow } from "../keys";
import { valueOf } from "./values";

/** A write body taken apart. */
export interface WriteBody {
  readonly row: Record<string, Value>;
  /** Rows to create first (single-valued) or after (collection-valued) the row itself. */
  readonly inserts: { readonly navigation: Navigation; readonly bodies: readonly JsonObject[] }[];
  /** Existing rows to relate once the row is there. */
  readonly binds: { readonly navigation: Navigation; readonly references: readonly EntityReference[] }[];
}

/** Reads a body against a table. Throws `Invalid property '…' was found in entity '…'` for a name that is neither column nor navigation property. */
export function writeBody(call: Call, table: Table, body: JsonObject): WriteBody {
  const parts: WriteBody = { row: {}, inserts: [], binds: [] };
  for (const [name, value] of Object.entries(body)) {
    if (name.endsWith("@odata.bind")) bind(call, table, { parts, name: name.slice(0, -"@odata.bind".length), value });
    else if (!name.includes("@")) property(call, table, { parts, name, value });
  }
  return parts;
}

interface Part { readonly parts: WriteBody; readonly name: string; readonly value: unknown }

function property(call: Call, table: Table, { parts, name, value }: Part): void {
  const column = table.columns.get(name);
  const navigation = navigationOf(call.metadata, table, name);
  if (navigation !== null && (value === null || typeof value === "object")) return insert(parts, navigation, value);
  if (column === undefined) throw invalidProperty(table, name);
  if (isLookup(column) && value !== null) {
    throw new DataverseError("0x80048d19", `CRM do not support direct update of Entity Reference properties, Use Navigation properties instead ('${name}').`);
  }
  parts.row[name] = valueOf(column, value);
}

function insert(parts: WriteBody, navigation: Navigation, value: unknown): void {
  const single = navigation.kind === "one";
  if (single && value === null) parts.row[navigation.relationship.referencingColumn] = null;
  else if (single && isObject(value)) parts.inserts.push({ navigation, bodies: [value] });
  else if (!single && Array.isArray(value) && value.every(isObject)) parts.inserts.push({ navigation, bodies: value });
  else throw new DataverseError("0x80048d19", `The navigation property '${navigation.name}' takes ${single ? "one object" : "an array of objects"}.`);
}

function bind(call: Call, table: Table, { parts, name, value }: Part): void {
  if (Array.isArray(value)) return bindCollection(call, table, { parts, name, value });
  if (value === null || value === "") {
    parts.row[lookupColumn(call, table, name).logicalName] = null;
    return;
  }
  if (typeof value !== "string") throw new DataverseError("0x80048d19", `'${name}@odata.bind' takes a text such as "set(id)".`);
  const reference = existing(call, value);
  const column = lookupColumn(call, table, name);
  if (column.targets?.includes(reference.logicalName) !== true) {
    throw new DataverseError("0x80048d19", `'${name}' of '${table.logicalName}' cannot point to '${reference.logicalName}', only to ${(column.targets ?? []).join(", ")}.`);
  }
  parts.row[column.logicalName] = reference;
}

/** Lookups with one navigation property for all targets (ownerid) are named by their column. */
function lookupColumn(call: Call, table: Table, name: string): Column {
  const navigation = navigationOf(call.metadata, table, name);
  const column = table.columns.get(navigation?.kind === "one" ? navigation.relationship.referencingColumn : name);
  if (column === undefined || !isLookup(column)) throw invalidProperty(table, name);
  return column;
}

function bindCollection(call: Call, table: Table, { parts, name, value }: Part & { readonly value: readonly unknown[] }): void {
  const navigation = navigationOf(call.metadata, table, name);
  if (navigation === null || navigation.kind === "one") throw invalidProperty(table, name);
  parts.binds.push({ navigation, references: value.map((each) => existing(call, String(each))) });
}

/** The row that a reference in a body names; it must exist when it is named by a key. */
export function existing(call: Call, text: string): EntityReference {
  const target = referenceTarget(call, text);
  const id = "id" in target.key ? target.key.id : requireRow(call, target).id;
  return { logicalName: target.table.logicalName, id };
}

function invalidProperty(table: Table, name: string): DataverseError {
  return new DataverseError("0x80048d19", `Error identified in Payload provided by the user for Entity :'${table.logicalName}': Invalid property '${name}' was found in entity 'Microsoft.Dynamics.CRM.${table.logicalName}'.`);
}
