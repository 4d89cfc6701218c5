import { isLookup } from "../../metadata/column-kinds";
import { propertyColumn } from "../../query/odata/ground";
import type { Column } from "../../metadata/model";
import { selectedColumns } from "../../query/odata/select";
import { DataverseError } from "../../service/error";
import type { Call } from "../call";
import type { WebResponse } from "../contract";
import { parseObject } from "../json";
import { keyQuery, missing, requireRow, type Target } from "../keys";
import { empty, json, plain } from "../reply";
import { entityWriter } from "../read/entities";
import { valueOf } from "./values";
import { withVersion } from "./change";

/** `GET set(key)/column` and `…/column/$value`; 204 when there is no value. */
export function getProperty(call: Call, target: Target, { name, raw }: { readonly name: string; readonly raw: boolean }): WebResponse {
  const query = { ...keyQuery(target.table, target.key), columns: selectedColumns(call.metadata, target.table, name) };
  const [row] = call.host.service.retrieveMultiple(query, call.user).rows;
  if (row === undefined) return missing(target);
  const value = entityWriter(call, query, { hidden: new Set(), omitNull: true })(row)[name];
  if (value === undefined) return empty();
  if (raw) return plain(String(value));
  return json({ "@odata.context": `${call.root}$metadata#${target.table.entitySetName}(${String(row[target.table.primaryId])})/${name}`, value });
}

/** `PUT set(key)/column` with `{"value": x}`. */
export function putProperty(call: Call, target: Target, name: string): WebResponse {
  const column = writableColumn(target, name);
  const body = parseObject(call.body);
  if (!("value" in body)) throw new DataverseError("0x80048d19", `The body of a property update is {"value": …}.`);
  return setProperty(call, target, { [name]: valueOf(column, body["value"]) });
}

/** `DELETE set(key)/column` */
export function deleteProperty(call: Call, target: Target, name: string): WebResponse {
  writableColumn(target, name);
  return setProperty(call, target, { [name]: null });
}

function setProperty(call: Call, target: Target, row: Record<string, ReturnType<typeof valueOf>>): WebResponse {
  call.host.service.update(target.table.logicalName, { id: requireRow(call, target).id }, row, withVersion(call));
  return empty();
}

function writableColumn({ table }: Target, name: string): Column {
  const column = propertyColumn(table, name);
  if (isLookup(column)) throw new DataverseError("0x80048d19", `'${name}' is a lookup: write its navigation property with $ref.`);
  return column;
}
