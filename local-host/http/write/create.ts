import type { Table } from "../../metadata/model";
import type { EntityReference, Row } from "../../service/contract";
import type { Call } from "../call";
import type { WebResponse } from "../contract";
import { parseObject, type JsonObject } from "../json";
import { json, empty } from "../reply";
import { entityContext, etagHeader, readEntity } from "../read/one";
import { tableRequest } from "../read/odata-context";
import { writeBody, type WriteBody } from "./body";
import { relate } from "./relate";

/** `POST set`: creates a row with everything nested in it, in one transaction. */
export function createRow(call: Call, table: Table, extra: Row = {}): WebResponse {
  const body = parseObject(call.body);
  const id = call.host.sql.transaction(() => insertTree(call, table, { body, extra }));
  return written(call, { table, id, created: true });
}

/** `extra`: columns that the caller fixes, whatever the body says. */
interface Tree { readonly body: JsonObject; readonly extra?: Row }

/** Creates a row: rows that it points to first, then itself, then rows that point to it. */
export function insertTree(call: Call, table: Table, { body, extra = {} }: Tree): string {
  const parts = writeBody(call, table, body);
  const id = call.host.service.create(table.logicalName, { ...parts.row, ...insertBefore(call, parts), ...extra }, call.user);
  insertAfter(call, parts, { logicalName: table.logicalName, id });
  return id;
}

function insertBefore(call: Call, { inserts }: WriteBody): Record<string, EntityReference> {
  const references: Record<string, EntityReference> = {};
  for (const { navigation, bodies } of inserts) {
    const [body] = bodies;
    if (navigation.kind !== "one" || body === undefined) continue;
    const id = insertTree(call, navigation.target, { body });
    references[navigation.relationship.referencingColumn] = { logicalName: navigation.target.logicalName, id };
  }
  return references;
}

function insertAfter(call: Call, { inserts, binds }: WriteBody, owner: EntityReference): void {
  for (const { navigation, bodies } of inserts) {
    if (navigation.kind === "one") continue;
    const lookup = navigation.kind === "many" ? { [navigation.relationship.referencingColumn]: owner } : {};
    for (const body of bodies) {
      const id = insertTree(call, navigation.target, { body, extra: lookup });
      if (navigation.kind === "both") relate(call, { navigation, owner, other: { logicalName: navigation.target.logicalName, id } });
    }
  }
  for (const { navigation, references } of binds) for (const other of references) relate(call, { navigation, owner, other });
}

interface Written { readonly table: Table; readonly id: string; readonly created: boolean }

/** The answer to a write: 204 with the row's address, or the row itself when the client prefers that. */
export function written(call: Call, { table, id, created }: Written): WebResponse {
  const address = `${call.root}${table.entitySetName}(${id})`;
  const headers = { "odata-entityid": address, ...(created ? { location: address } : {}) };
  if (!call.prefer.representation) return empty(204, headers);
  const request = tableRequest(call, table);
  const entity = readEntity(call, { table, key: { id } }, request) ?? {};
  return json({ "@odata.context": entityContext(call, request), ...entity }, created ? 201 : 200, { ...headers, ...etagHeader(entity), "preference-applied": "return=representation" });
}
