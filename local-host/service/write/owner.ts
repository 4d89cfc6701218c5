import type { Row } from "../contract";
import type { Core } from "../core";
import { isReference } from "../reference";
import type { TableModel } from "../table-model";

/** What follows from an owner that the caller names: owning user or team, and business unit. */
export function withOwner(core: Core, model: TableModel, row: Row): Row {
  const owner = row["ownerid"];
  if (owner === undefined || model.table.ownership !== "user" || !isReference(owner)) return row;
  const isUser = owner.logicalName === "systemuser";
  core.known.require(isUser ? "systemuser" : "team", owner.id);
  const unit = core.units.of(isUser ? "systemuser" : "team", owner.id);
  return {
    ...row, owninguser: isUser ? owner : null, owningteam: isUser ? null : owner,
    owningbusinessunit: unit === null ? null : { logicalName: "businessunit", id: unit },
  };
}
