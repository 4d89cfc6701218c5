import { quoted } from "../../store/ddl";
import type { SqlValue } from "../../store/sql";
import type { Row } from "../contract";
import type { Core } from "../core";
import { DataverseError } from "../error";
import { missing } from "../missing";
import { moneyOnUpdate } from "../money/amounts";
import type { TableModel } from "../table-model";
import type { Acting } from "./acting";
import { withKeys } from "./duplicate";
import { withFullName } from "./full-name";
import { withOwner } from "./owner";
import { stateOnUpdate } from "./state";
import { updatePlan } from "./update-plan";

export interface RowChange { readonly id: string; readonly row: Row; readonly acting: Acting; readonly ifVersion?: number | undefined }

/** Throws 0x80060882 when the stored version is another, 0x80040217 when there is no such row. */
export function requireVersion(core: Core, model: TableModel, { id, ifVersion }: { readonly id: string; readonly ifVersion: number }): void {
  const { logicalName, primaryId } = model.table;
  const row = core.engine.get(`SELECT versionnumber FROM ${quoted(logicalName)} WHERE ${quoted(primaryId)} = ?`, [id]);
  if (row === null) throw missing(logicalName, id);
  if (Number(row["versionnumber"]) !== ifVersion) {
    throw new DataverseError("0x80060882", "The version of the existing record doesn't match the RowVersion property provided.", 412);
  }
}

function completed(core: Core, model: TableModel, { id, row }: RowChange): Row {
  const priced = moneyOnUpdate(core, model, { id, row: stateOnUpdate(core, model, { id, row }) });
  return withFullName(core, model, { id, row: withOwner(core, model, priced) });
}

/** Writes the given columns of a row. Checks values, not whether the caller may set the columns. */
export function updateRow(core: Core, model: TableModel, change: RowChange): void {
  const { id, acting, ifVersion } = change;
  if (ifVersion !== undefined) requireVersion(core, model, { id, ifVersion });
  const full = completed(core, model, change);
  const plan = updatePlan(model, Object.keys(full));
  const values: SqlValue[] = [];
  for (const port of plan.ports) port.write(full[port.column.logicalName] ?? null, values);
  if (plan.stamped) values.push(acting.now, acting.userId);
  values.push(core.versions.next(), id);
  if (withKeys(model, () => core.engine.change(plan.statement, values)) === 0) throw missing(model.table.logicalName, id);
  core.known.add(model.table.logicalName, id);
}
