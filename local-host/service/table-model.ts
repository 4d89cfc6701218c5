import type { Column, ManyToOne, Metadata, Table } from "../metadata/model";
import { DataverseError } from "./error";
import type { KnownRows } from "./known";
import type { ReadPlan } from "./read/retrieve";
import { portOf, type Port } from "./values/port";
import type { InsertPlan } from "./write/insert-plan";
import type { UpdatePlan } from "./write/update-plan";

/** What the service knows about a table: its columns' ports and the statements made so far, one for each set of columns. */
export interface TableModel {
  readonly table: Table;
  readonly ports: ReadonlyMap<string, Port>;
  /** Money columns and their twins in the organisation's currency. */
  readonly money: readonly { readonly amount: Column; readonly base: Column }[];
  readonly state: Column | null;
  readonly status: Column | null;
  /** Relationships of other tables' lookups to this one. */
  readonly referencedBy: readonly ManyToOne[];
  readonly inserts: Map<string, InsertPlan>;
  readonly updates: Map<string, UpdatePlan>;
  readonly reads: Map<string, ReadPlan>;
  /** Column sets that were found settable, by message. */
  readonly settable: Readonly<Record<"Create" | "Update", Map<string, ReadonlySet<string>>>>;
}

export function modelOf(table: Table, metadata: Metadata, known: KnownRows): TableModel {
  const columns = [...table.columns.values()];
  const money = columns.flatMap((base) => {
    const amount = base.calculationOf === undefined ? undefined : table.columns.get(base.calculationOf);
    return amount === undefined ? [] : [{ amount, base }];
  });
  return {
    table, money,
    ports: new Map(columns.map((column) => [column.logicalName, portOf(table, column, known)])),
    state: table.columns.get("statecode") ?? null, status: table.columns.get("statuscode") ?? null,
    referencedBy: metadata.manyToOne.filter((each) => each.referencedTable === table.logicalName),
    inserts: new Map(), updates: new Map(), reads: new Map(), settable: { Create: new Map(), Update: new Map() },
  };
}

/** The port of a column, or a refusal by name. */
export function portNamed(model: TableModel, name: string): Port {
  const port = model.ports.get(name);
  if (port !== undefined) return port;
  throw new DataverseError("0x80048d19", `Invalid property '${name}' was found in entity 'Microsoft.Dynamics.CRM.${model.table.logicalName}': the table has no such column.`);
}

/** The columns of a request, each of which the caller may set with this message. The set is shared between requests with the same columns. */
export function settableColumns(model: TableModel, message: "Create" | "Update", names: readonly string[]): ReadonlySet<string> {
  const signature = names.join();
  const known = model.settable[message].get(signature);
  if (known !== undefined) return known;
  for (const name of names) {
    const { column } = portNamed(model, name);
    const allowed = name === model.table.primaryId || (message === "Create" ? column.validForCreate : column.validForUpdate);
    if (!allowed) throw new DataverseError("0x80040203", `The attribute '${name}' of the entity '${model.table.logicalName}' cannot be set by ${message}: the platform sets it.`);
  }
  const columns = new Set(names);
  model.settable[message].set(signature, columns);
  return columns;
}
