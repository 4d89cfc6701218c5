import type { RequestOptions } from "../../service/contract";
import { DataverseError } from "../../service/error";
import type { Call } from "../call";
import type { WebResponse } from "../contract";
import { parseObject, type JsonObject } from "../json";
import { findRow, missing, type Target } from "../keys";
import { empty } from "../reply";
import { writeBody } from "./body";
import { insertTree, written } from "./create";

/** `PATCH set(key)`: updates, or creates when the row does not exist, unless If-Match or If-None-Match forbid it. */
export function patchRow(call: Call, target: Target): WebResponse {
  const body = parseObject(call.body);
  return call.host.sql.transaction(() => {
    const row = findRow(call, target);
    if (row === null) {
      if (call.headers["if-match"] !== undefined) return missing(target);
      return written(call, { table: target.table, id: insertKeyed(call, target, body), created: true });
    }
    if (call.headers["if-none-match"] === "*") throw new DataverseError("0x80060892", "A record with matching key values already exists.", 412);
    updateRow(call, { ...target, key: { id: row.id } }, body);
    return written(call, { table: target.table, id: row.id, created: false });
  });
}

/** Updates an existing row from a body; nested rows are for create only. */
export function updateRow(call: Call, target: Target, body: JsonObject): void {
  const { row, inserts, binds } = writeBody(call, target.table, body);
  const nested = [...inserts, ...binds][0];
  if (nested !== undefined) {
    throw new DataverseError("0x80048d19", `'${nested.navigation.name}': related rows can be written together with a row on create only; use $ref or a $batch.`);
  }
  call.host.service.update(target.table.logicalName, target.key, row, withVersion(call));
}

/** Creates the row that an upsert did not find: its key is part of the row. */
export function insertKeyed(call: Call, { table, key }: Target, body: JsonObject): string {
  return insertTree(call, table, { body, extra: "id" in key ? { [table.primaryId]: key.id } : key.key });
}

/** `DELETE set(key)` */
export function deleteRow(call: Call, target: Target): WebResponse {
  const row = findRow(call, target);
  if (row === null) return missing(target);
  call.host.service.delete(target.table.logicalName, { id: row.id }, withVersion(call));
  return empty();
}

/** No row has it: versions count from 1. */
const noVersion = 0;

/** The acting user, and the version that If-Match names. A tag that is none of the host's matches no row: the client means to be stopped. */
export function withVersion(call: Call): RequestOptions {
  const tag = call.headers["if-match"]?.trim();
  if (tag === undefined || tag === "*") return call.user;
  const [, version] = /^W\/"(\d+)"$/.exec(tag) ?? [];
  return { ...call.user, ifVersion: version === undefined ? noVersion : Number(version) };
}
