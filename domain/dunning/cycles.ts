import type { Action, Line } from "./actions";

/** Highest ladder cycle in which an item was told of a step; by `toldKey`. */
export type Told = ReadonlyMap<string, number>;

export const toldKey = (itemId: string, stepId: string): string => `${itemId} ${stepId}`;

const fresh = (told: Told, [itemId, stepId]: readonly [string, string], cycle: number): number =>
  Math.max(cycle, (told.get(toldKey(itemId, stepId)) ?? -1) + 1);

function freshLine(line: Line, told: Told): Line {
  const { item, step } = line;
  return { ...line, item: { ...item, ladder: { ...item.ladder, cycle: fresh(told, [item.id, step.id], item.ladder.cycle) } } };
}

function freshAction(action: Action, told: Told): Action {
  if (action.kind === "advanceItem") return { ...action, cycle: fresh(told, [action.itemId, action.stepId], action.cycle) };
  return action.kind === "planCommunication" ? { ...action, lines: action.lines.map((line) => freshLine(line, told)) } : action;
}

/** Actions with a new ladder cycle for every item that was told of its step before: a step that was renumbered, or a level that was set back, tells nothing twice in one cycle. */
export const inFreshCycles = (actions: readonly Action[], told: Told): readonly Action[] => (told.size === 0 ? actions : actions.map((action) => freshAction(action, told)));

/** Items that actions tell something. */
export const toldItemsOf = (actions: readonly Action[]): readonly string[] =>
  [...new Set(actions.flatMap((action) => (action.kind === "planCommunication" ? action.lines.map((line) => line.item.id) : [])))];
