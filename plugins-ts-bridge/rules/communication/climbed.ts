import type { Day } from "#domain/calendar/day";
import { update, type Columns, type Effect } from "../../sdk/effect";
import { from } from "../../sdk/query";
import { read, type Reading } from "../../sdk/reading";

/** Lines of a message, with where their items stand. */
export const linesOf = (communicationId: string) => from("duly_communicationline").select("duly_openitem", "duly_strategystep", "duly_level", "duly_cycle")
  .join({ table: "duly_openitem", from: "duly_openitemid", to: "duly_openitem", alias: "item", select: ["duly_level", "duly_laststep", "duly_attempts", "duly_cycle"] })
  .where(["duly_communication", "eq", communicationId]);
export type LineRow = ReturnType<typeof linesOf>["row"];

const isSameStep = (line: LineRow): boolean => line["item.duly_level"] === line.duly_level && line["item.duly_laststep"]?.id === line.duly_strategystep?.id;

/** Whether an item stands where the message takes it. One that waits for approval has not taken it there yet, unless a version before this one planned it. */
export const hasReached = (line: LineRow): boolean => isSameStep(line) && (line["item.duly_cycle"] ?? 0) === (line.duly_cycle ?? 0);

/** A higher cycle that begins no further up begins the ladder anew, unless it tells the last step once more. */
const beginsAnew = (line: LineRow): boolean =>
  (line.duly_cycle ?? 0) > (line["item.duly_cycle"] ?? 0) && (line.duly_level ?? 0) <= (line["item.duly_level"] ?? 0) && !isSameStep(line);

/** Messages about an item in its cycle, before the one that the line is of. */
const attemptsSoFar = (line: LineRow): number => (beginsAnew(line) ? 0 : line["item.duly_attempts"] ?? 0);

/** An item once its step is done; `told` no = the step counts as done, though nobody was told. */
export function stepDone(line: LineRow, { on, deadline, told }: { readonly on: Day; readonly deadline: string | null; readonly told: boolean }): Columns<"duly_openitem"> {
  return {
    duly_level: line.duly_level, duly_laststep: line.duly_strategystep, duly_lastactionon: on, duly_deadline: deadline, duly_cycle: Math.max(line.duly_cycle ?? 0, line["item.duly_cycle"] ?? 0),
    duly_attempts: attemptsSoFar(line) + (told ? 1 : 0),
  };
}

/** The items of a message that a second person approved reach its step on that day: the next one is counted from there. */
export function* climbed(communicationId: string, { today, deadline }: { readonly today: Day; readonly deadline: string | null }): Reading<readonly Effect[]> {
  const lines = yield* read(linesOf(communicationId));
  return lines.flatMap((line) => (line.duly_openitem === null || hasReached(line) ? [] : [update("duly_openitem", line.duly_openitem.id, stepDone(line, { on: today, deadline, told: true }))]));
}
