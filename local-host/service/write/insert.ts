import type { Row } from "../contract";
import type { Core } from "../core";
import { DataverseError } from "../error";
import { moneyOnCreate } from "../money/amounts";
import type { TableModel } from "../table-model";
import { guidIn } from "../values/text";
import type { Acting } from "./acting";
import { withKeys } from "./duplicate";
import { withFullName } from "./full-name";
import { insertPlan, stampValues } from "./insert-plan";
import { newId } from "./new-id";
import { withOwner } from "./owner";
import { stateOnCreate } from "./state";

function idOf(model: TableModel, row: Row): string {
  const given = row[model.table.primaryId];
  if (given == null) return newId();
  const id = typeof given === "string" ? guidIn(given) : null;
  if (id !== null) return id;
  throw new DataverseError("0x80048d19", `The id '${String(given)}' of '${model.table.logicalName}' is not a GUID.`);
}

/** A row that was created earlier somewhere else keeps that time; the time of its import goes where the other was. */
function withOverriddenTime(row: Row, { now }: Acting): Row {
  const created = row["overriddencreatedon"];
  return created == null ? row : { ...row, createdon: created, overriddencreatedon: now };
}

function completed(core: Core, model: TableModel, { row, acting }: { readonly row: Row; readonly acting: Acting }): Row {
  const stated = withOverriddenTime(stateOnCreate(model, row), acting);
  return withFullName(core, model, { id: null, row: moneyOnCreate(core, model, withOwner(core, model, stated)) });
}

/** Writes a new row and gives its id. Checks values, not whether the caller may set the columns. */
export function insertRow(core: Core, model: TableModel, { row, acting }: { readonly row: Row; readonly acting: Acting }): string {
  const { table } = model;
  const full = completed(core, model, { row, acting });
  const plan = insertPlan(model, Object.keys(full));
  const id = idOf(model, row);
  const values = stampValues({
    id, ...acting, unitId: table.ownership === "user" ? core.units.of("systemuser", acting.userId) : null,
    organizationId: table.ownership === "organization" ? core.units.organization() : null, version: core.versions.next(),
  });
  for (const port of plan.ports) port.write(full[port.column.logicalName] ?? null, values);
  withKeys(model, () => core.engine.run(plan.statement, values));
  if (model.referencedBy.length > 0) core.known.add(table.logicalName, id);
  return id;
}
