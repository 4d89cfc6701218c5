import type { Column } from "../../metadata/model";
import { hasTypeColumn } from "../../metadata/column-kinds";
import { quoted } from "../../store/ddl";
import type { SqlValue } from "../../store/sql";
import { DataverseError } from "../error";
import { portNamed, type TableModel } from "../table-model";
import type { Port } from "../values/port";
import { memoTerm } from "../values/text";

/** What a new row gets from the platform. */
export interface Stamp { readonly id: string; readonly now: string; readonly userId: string; readonly unitId: string | null; readonly organizationId: string | null; readonly version: number }

/** A prepared INSERT for one set of columns. Parameters: those of `stampValues`, then the values of the ports. */
export interface InsertPlan { readonly statement: string; readonly ports: readonly Port[] }

/** The first parameters of every plan. Each is bound once, however many columns take it. */
export const stampValues = ({ id, now, userId, unitId, organizationId, version }: Stamp): SqlValue[] => [id, now, userId, unitId, organizationId, version];

const ID = "?1", NOW = "?2", USER = "?3", UNIT = "?4", ORGANIZATION = "?5", VERSION = "?6";
const STAMPS = 6;

const stamps: Readonly<Record<string, string>> = {
  createdon: NOW, modifiedon: NOW, createdby: USER, modifiedby: USER, ownerid: USER, owninguser: USER, owningbusinessunit: UNIT, organizationid: ORGANIZATION, versionnumber: VERSION,
};

type Provided = readonly (readonly [column: string, term: string])[];

/** A column that the caller left out: what the platform puts there, or nothing. */
function provided({ table }: TableModel, column: Column): Provided {
  const name = column.logicalName;
  if (name === table.primaryId) return [[name, ID]];
  const stamp = name === "organizationid" && table.ownership !== "organization" ? undefined : stamps[name];
  if (stamp !== undefined) return hasTypeColumn(column) ? [[name, stamp], [`${name}__type`, "'systemuser'"]] : [[name, stamp]];
  if (column.defaultValue !== undefined) return [[name, String(Number(column.defaultValue))]];
  if (column.required !== "system") return [];
  throw new DataverseError("0x80040200", `The attribute '${name}' of the entity '${table.logicalName}' is required by the system and has no value. Give it one.`);
}

function build(model: TableModel, names: readonly string[]): InsertPlan {
  const { primaryId, logicalName } = model.table;
  const ports = names.filter((name) => name !== primaryId).map((name) => portNamed(model, name));
  const given = new Set(ports.map((port) => port.column.logicalName));
  const rest = [...model.table.columns.values()].filter((column) => !given.has(column.logicalName)).flatMap((column) => provided(model, column));
  const own = ports.flatMap(({ names: stored, column }) => stored.map((name) => ({ name, column })));
  const columns = [...own.map(({ name }) => name), ...rest.map(([name]) => name)];
  const terms = [...own.map(({ column }, index) => memoTerm(column, `?${STAMPS + 1 + index}`)), ...rest.map(([, term]) => term)];
  return { statement: `INSERT INTO ${quoted(logicalName)} (${columns.map(quoted).join(", ")}) VALUES (${terms.join(", ")})`, ports };
}

/** The plan for a set of columns; made once. */
export function insertPlan(model: TableModel, names: readonly string[]): InsertPlan {
  const signature = names.join();
  let plan = model.inserts.get(signature);
  if (plan === undefined) model.inserts.set(signature, (plan = build(model, names)));
  return plan;
}
