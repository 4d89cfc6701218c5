import type { Column } from "../../metadata/model";
import type { Row, Value } from "../contract";
import type { Core } from "../core";
import { DataverseError } from "../error";
import type { TableModel } from "../table-model";
import { quoted } from "../../store/ddl";

const optionOf = (column: Column | null, value: Value | undefined) => column?.options?.find((option) => option.value === value);

function mismatch(model: TableModel, status: Value | undefined, state: number): DataverseError {
  const name = optionOf(model.state, state)?.labels[1033] ?? String(state);
  return new DataverseError("0x80048408", `${String(status)} is not a valid status code for state code ${name} on ${model.table.logicalName}. Set statecode and statuscode together.`);
}

function statusFor(model: TableModel, state: number): number | undefined {
  return optionOf(model.state, state)?.defaultStatus ?? model.status?.options?.find((option) => option.state === state)?.value;
}

/** Completes what a request says about state and status: a state alone brings its status, a status must belong to the state. `current` gives the state as it stands. */
function consistent(model: TableModel, row: Row, current: () => number): Row {
  const state = typeof row["statecode"] === "number" ? row["statecode"] : current();
  const status = row["statuscode"] ?? (row["statecode"] === undefined ? undefined : statusFor(model, state));
  if (status === undefined) return row;
  const option = optionOf(model.status, status);
  if (option?.state !== undefined && option.state !== state) throw mismatch(model, status, state);
  return { ...row, statecode: state, statuscode: status };
}

/** State and status of a new row; without either the columns' own defaults apply. */
export function stateOnCreate(model: TableModel, row: Row): Row {
  if (row["statecode"] === undefined && row["statuscode"] === undefined) return row;
  return consistent(model, row, () => Number(model.state?.defaultValue ?? 0));
}

/** State and status of a changed row. */
export function stateOnUpdate(core: Core, model: TableModel, change: { readonly id: string; readonly row: Row }): Row {
  const { id, row } = change;
  if (row["statecode"] === undefined && row["statuscode"] === undefined) return row;
  const { logicalName, primaryId } = model.table;
  return consistent(model, row, () => Number(core.engine.get(`SELECT statecode FROM ${quoted(logicalName)} WHERE ${quoted(primaryId)} = ?`, [id])?.["statecode"] ?? 0));
}
