import type { Column } from "../../metadata/model";

/** States and status reasons of one table tell each other's defaults: the first state, and the status reason that it names. */
export function withStateDefaults(columns: ReadonlyMap<string, Column>): ReadonlyMap<string, Column> {
  const state = columns.get("statecode");
  const status = columns.get("statuscode");
  const first = state?.options?.[0];
  if (state === undefined || first === undefined || status === undefined) return columns;
  const initial = first.defaultStatus ?? status.options?.[0]?.value;
  return new Map([...columns, ["statecode", { ...state, defaultValue: first.value }], ["statuscode", { ...status, ...(initial === undefined ? {} : { defaultValue: initial }) }]]);
}
