import type { Column } from "../../metadata/model";
import { hasTypeColumn } from "../../query/column-kinds";
import { quoted } from "../../store/ddl";
import type { SqlValue } from "../../store/sql";
import { DataverseError } from "../error";
import { portNamed, type TableModel } from "../table-model";
import type { Port } from "../values/port";

/** What a new row gets from the platform. */
export interface Stamp { readonly id: string; readonly now: string; readonly userId: string; readonly unitId: string | null; readonly organizationId: string; readonly version: number }

/** A prepared INSERT for one set of columns. */
export interface InsertPlan {
  readonly statement: string;
  readonly ports: readonly Port[];
  readonly stamps: readonly ((stamp: Stamp) => SqlValue)[];
}

type Provided = readonly (readonly [column: string, value: (stamp: Stamp) => SqlValue])[];

const stamps: Readonly<Record<string, (stamp: Stamp) => SqlValue>> = {
  createdon: (stamp) => stamp.now, modifiedon: (stamp) => stamp.now, createdby: (stamp) => stamp.userId, modifiedby: (stamp) => stamp.userId,
  ownerid: (stamp) => stamp.userId, owninguser: (stamp) => stamp.userId, owningbusinessunit: (stamp) => stamp.unitId,
  organizationid: (stamp) => stamp.organizationId, versionnumber: (stamp) => stamp.version,
};

const constant = (value: SqlValue) => (): SqlValue => value;

/** A column that the caller left out: what the platform puts there, or nothing. */
function provided(model: TableModel, column: Column): Provided {
  const name = column.logicalName;
  if (name === model.table.primaryId) return [[name, (stamp) => stamp.id]];
  const stamp = stamps[name];
  if (stamp !== undefined && !(name === "organizationid" && model.table.ownership !== "organization")) {
    return hasTypeColumn(column) ? [[name, stamp], [`${name}__type`, constant("systemuser")]] : [[name, stamp]];
  }
  if (column.defaultValue !== undefined) return [[name, constant(Number(column.defaultValue))]];
  if (column.required === "system") {
    throw new DataverseError("0x80040200", `The attribute '${name}' of the entity '${model.table.logicalName}' is required by the system and has no value. Give it one.`);
  }
  return [];
}

function build(model: TableModel, names: readonly string[]): InsertPlan {
  const { primaryId, logicalName } = model.table;
  const ports = names.filter((name) => name !== primaryId).map((name) => portNamed(model, name));
  const given = new Set(ports.map((port) => port.column.logicalName));
  const rest = [...model.table.columns.values()].filter((column) => !given.has(column.logicalName)).flatMap((column) => provided(model, column));
  const columns = [...ports.flatMap((port) => port.names), ...rest.map(([name]) => name)];
  return {
    statement: `INSERT INTO ${quoted(logicalName)} (${columns.map(quoted).join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
    ports, stamps: rest.map(([, value]) => value),
  };
}

/** The plan for a set of columns; made once. */
export function insertPlan(model: TableModel, names: readonly string[]): InsertPlan {
  const signature = names.join();
  let plan = model.inserts.get(signature);
  if (plan === undefined) model.inserts.set(signature, (plan = build(model, names)));
  return plan;
}
