import type { Table } from "../../metadata/model";
import { DataverseError } from "../../service/error";
import type { Call } from "../call";
import type { WebResponse } from "../contract";
import { isObject, parseObject, type JsonObject } from "../json";
import { findRow, referenceTarget, type Target } from "../keys";
import { empty, json } from "../reply";
import { insertKeyed, updateRow } from "./change";
import { insertTree } from "./create";

/** `set/Microsoft.Dynamics.CRM.CreateMultiple` and its like: one transaction a call. null = the name is none of them. */
export function bulk(call: Call, table: Table, name: string): WebResponse | null {
  if (name === "CreateMultiple") return createMultiple(call, table);
  if (name === "UpdateMultiple") return each(call, table, (body) => { updateRow(call, targetOf(call, table, body), withoutId(table, body)); });
  if (name === "UpsertMultiple") return each(call, table, (body) => { upsert(call, targetOf(call, table, body), withoutId(table, body)); });
  return null;
}

function createMultiple(call: Call, table: Table): WebResponse {
  const ids = call.host.sql.transaction(() => targets(call, table).map((body) => insertTree(call, table, { body })));
  return json({ "@odata.context": `${call.root}$metadata#Microsoft.Dynamics.CRM.CreateMultipleResponse`, Ids: ids });
}

function each(call: Call, table: Table, write: (body: JsonObject) => void): WebResponse {
  call.host.sql.transaction(() => { targets(call, table).forEach(write); });
  return empty();
}

function upsert(call: Call, target: Target, body: JsonObject): void {
  const row = findRow(call, target);
  if (row === null) insertKeyed(call, target, body);
  else updateRow(call, { table: target.table, key: { id: row.id } }, body);
}

function targets(call: Call, table: Table): readonly JsonObject[] {
  const list = parseObject(call.body)["Targets"];
  if (!Array.isArray(list) || !list.every(isObject) || list.length === 0) throw new DataverseError("0x80048d19", `The body is {"Targets":[{"@odata.type":"Microsoft.Dynamics.CRM.${table.logicalName}", …}]}.`);
  const wrong = list.map((body) => typeOf(body)).find((type) => type !== table.logicalName);
  if (wrong !== undefined) throw new DataverseError("0x80048d19", `Every target needs "@odata.type":"Microsoft.Dynamics.CRM.${table.logicalName}"; one has '${wrong}'.`);
  return list;
}

const typeOf = (body: JsonObject): string => String(body["@odata.type"] ?? "none").replace(/^#?Microsoft\.Dynamics\.CRM\./, "");

/** The row of a target: by its primary id, or by "@odata.id": "set(key='…')". */
function targetOf(call: Call, table: Table, body: JsonObject): Target {
  const reference = body["@odata.id"];
  if (typeof reference === "string") return referenceTarget(call, reference);
  const id = body[table.primaryId];
  if (typeof id !== "string") throw new DataverseError("0x80048d19", `A target names its row by '${table.primaryId}' or "@odata.id".`);
  return { table, key: { id: id.replace(/[{}]/g, "").toLowerCase() } };
}

function withoutId(table: Table, body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== table.primaryId));
}
