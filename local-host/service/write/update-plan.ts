import { quoted } from "../../store/ddl";
import { portNamed, type TableModel } from "../table-model";
import type { Port } from "../values/port";
import { memoTerm } from "../values/text";

/** A prepared UPDATE for one set of columns. Parameters: values of the ports, modifiedon and modifiedby (when `stamped`), versionnumber, id. */
export interface UpdatePlan {
  readonly statement: string;
  readonly ports: readonly Port[];
  readonly stamped: boolean;
}

function build(model: TableModel, names: readonly string[]): UpdatePlan {
  const { table } = model;
  const ports = names.filter((name) => name !== table.primaryId).map((name) => portNamed(model, name));
  const stamped = table.columns.has("modifiedon");
  const own = ports.flatMap(({ names: stored, column }) => stored.map((name) => `${quoted(name)} = ${memoTerm(column, "?")}`));
  const stamps = [...(stamped ? ["modifiedon", "modifiedby"] : []), "versionnumber"].map((name) => `${quoted(name)} = ?`);
  return {
    statement: `UPDATE ${quoted(table.logicalName)} SET ${[...own, ...stamps].join(", ")} WHERE ${quoted(table.primaryId)} = ?`,
    ports, stamped,
  };
}

/** The plan for a set of columns; made once. */
export function updatePlan(model: TableModel, names: readonly string[]): UpdatePlan {
  const signature = names.join();
  let plan = model.updates.get(signature);
  if (plan === undefined) model.updates.set(signature, (plan = build(model, names)));
  return plan;
}
