import type { Table } from "../../metadata/model";
import { hasTypeColumn } from "../../metadata/column-kinds";
import { decoderOf, typeKey, type Decoder } from "../../query/rows/decode";
import { References } from "../../query/rows/references";
import { columnOf } from "../../query/sql/scope";
import { quoted } from "../../store/ddl";
import type { EntityReference, Row, Value } from "../contract";
import type { Core } from "../core";

export interface Selection {
  readonly table: Table;
  readonly id: string;
  /** All columns when absent. */
  readonly columns?: readonly string[] | undefined;
  /** Whether lookups come with the primary name of their target. */
  readonly names: boolean;
}

/** Statement and decoders for one set of columns, made once. */
export interface ReadPlan { readonly statement: string; readonly decoders: readonly (readonly [name: string, key: string, decode: Decoder])[] }

/** References without names: nothing to collect. */
class Unnamed extends References {
  override of(logicalName: string, id: string): EntityReference { return { logicalName, id }; }
}

const unnamed = new Unnamed();

function build(table: Table, columns: readonly string[], references: References): ReadPlan {
  const selected = columns.flatMap((name, index) => {
    const own = `${quoted(name)} AS c${index}`;
    return hasTypeColumn(columnOf(table, name)) ? [own, `${quoted(`${name}__type`)} AS ${typeKey(`c${index}`)}`] : [own];
  });
  return {
    statement: `SELECT ${selected.join(", ")} FROM ${quoted(table.logicalName)} WHERE ${quoted(table.primaryId)} = ?`,
    decoders: columns.map((name, index) => [name, `c${index}`, decoderOf(columnOf(table, name), references)] as const),
  };
}

function namesOf({ table, columns }: Selection): readonly string[] {
  return columns === undefined ? [...table.columns.keys()] : [...new Set([table.primaryId, ...columns])];
}

function unnamedPlan(core: Core, selection: Selection): ReadPlan {
  const { reads } = core.model(selection.table.logicalName);
  const signature = selection.columns?.join() ?? "*";
  let plan = reads.get(signature);
  if (plan === undefined) reads.set(signature, (plan = build(selection.table, namesOf(selection), unnamed)));
  return plan;
}

/** Reads one row by id, the primary id included; null when there is none. Throws 0x80041103 for an unknown column. */
export function readRow(core: Core, selection: Selection): Row | null {
  const references = selection.names ? new References() : unnamed;
  const plan = selection.names ? build(selection.table, namesOf(selection), references) : unnamedPlan(core, selection);
  const stored = core.engine.get(plan.statement, [selection.id]);
  if (stored === null) return null;
  const row: Record<string, Value> = {};
  for (const [name, key, decode] of plan.decoders) row[name] = decode(stored, key);
  if (selection.names) references.readNames(core.engine, core.metadata());
  return row;
}
