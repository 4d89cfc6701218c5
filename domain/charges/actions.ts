import type { Action } from "../dunning/actions";
import { levied, type Levy } from "./levy";

/** Actions with the charges that their messages tell and make; null = the company charges nothing. Asked after the ladder cycles are known, for charges are unique by them. */
export function withCharges(actions: readonly Action[], levy: Levy | null): readonly Action[] {
  if (levy === null) return actions;
  const charges = [...levied(actions.flatMap((action) => (action.kind === "planCommunication" ? action.lines : [])), levy)];
  return actions.map((action) => (action.kind === "planCommunication" ? { ...action, charges: charges.splice(0, action.lines.length) } : action));
}
