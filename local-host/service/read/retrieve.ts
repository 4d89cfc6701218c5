import type { Table } from "../../metadata/model";
import { hasTypeColumn } from "../../query/column-kinds";
import { decoderOf, typeKey, type Decoder } from "../../query/rows/decode";
import { References } from "../../query/rows/references";
import { columnOf } from "../../query/sql/scope";
import { quoted } from "../../store/ddl";
import type { Row, Value } from "../contract";
import type { Core } from "../core";

export interface Selection {
  readonly table: Table;
  readonly id: string;
  /** All columns when absent. */
  readonly columns?: readonly string[] | undefined;
  /** Whether lookups come with the primary name of their target. */
  readonly names: boolean;
}

function textOf({ table }: Selection, columns: readonly string[]): string {
  const selected = columns.flatMap((name, index) => {
    const own = `${quoted(name)} AS c${index}`;
    return hasTypeColumn(columnOf(table, name)) ? [own, `${quoted(`${name}__type`)} AS ${typeKey(`c${index}`)}`] : [own];
  });
  return `SELECT ${selected.join(", ")} FROM ${quoted(table.logicalName)} WHERE ${quoted(table.primaryId)} = ?`;
}

/** Reads one row by id, the primary id included; null when there is none. Throws 0x80041103 for an unknown column. */
export function readRow(core: Core, selection: Selection): Row | null {
  const { table, id } = selection;
  const columns = selection.columns === undefined ? [...table.columns.keys()] : [...new Set([table.primaryId, ...selection.columns])];
  const stored = core.engine.get(textOf(selection, columns), [id]);
  if (stored === null) return null;
  const references = new References();
  const row: Record<string, Value> = {};
  columns.forEach((name, index) => {
    const decode: Decoder = decoderOf(columnOf(table, name), references);
    row[name] = decode(stored, `c${index}`);
  });
  if (selection.names) references.readNames(core.engine, core.metadata());
  return row;
}
