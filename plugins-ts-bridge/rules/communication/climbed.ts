import type { Day } from "#domain/calendar/day";
import { stepQuery, stepVariantQuery, strategyQuery, versionsByStep } from "../../rows/strategy";
import { update, type Effect } from "../../sdk/effect";
import { from } from "../../sdk/query";
import { readTogether, type Reading } from "../../sdk/reading";

/** The items of a message, as it tells them and as they stand. */
export const linesOf = (communicationId: string) => from("duly_communicationline").select("duly_openitem", "duly_strategystep", "duly_level", "duly_cycle")
  .join({ table: "duly_openitem", from: "duly_openitemid", to: "duly_openitem", alias: "item", select: ["duly_level", "duly_laststep", "duly_attempts", "duly_cycle", "duly_lastactionon", "duly_deadline"] })
  .where(["duly_communication", "eq", communicationId]);
export type TellingRow = ReturnType<typeof linesOf>["row"];
/** A line, and the version of the ladder that its step is of now. */
type LineRow = TellingRow & { readonly version: string | null };

function* readLines(communicationId: string): Reading<readonly LineRow[]> {
  const [lines, strategies, steps, variants] = yield* readTogether(linesOf(communicationId), strategyQuery(), stepQuery(), stepVariantQuery());
  const versions = versionsByStep({ strategies, steps, variants });
  return lines.map((line) => ({ ...line, version: versions.get(line.duly_strategystep?.id ?? "") ?? null }));
}

/** When items reach their step, and until when it asks to pay. */
interface Reaching { readonly today: Day; readonly deadline: string | null }

const isSameStep = (line: TellingRow): boolean => line["item.duly_level"] === line.duly_level && line["item.duly_laststep"]?.id === line.duly_strategystep?.id;

/** Whether an item stands where its line says: it has not moved on meanwhile. */
export const standsAt = (line: TellingRow): boolean => isSameStep(line) && (line["item.duly_cycle"] ?? 0) === (line.duly_cycle ?? 0);

/** A higher cycle that begins no further up begins the ladder anew, unless it tells the last step once more. */
const beginsAnew = (line: LineRow): boolean =>
  (line.duly_cycle ?? 0) > (line["item.duly_cycle"] ?? 0) && (line.duly_level ?? 0) <= (line["item.duly_level"] ?? 0) && !isSameStep(line);

/** Somebody moved the item further up meanwhile: the message does not pull it down. */
const isBeyond = (line: LineRow): boolean => line["item.duly_cycle"] === line.duly_cycle && (line["item.duly_level"] ?? 0) > (line.duly_level ?? 0);

function reached(line: LineRow, { today, deadline }: Reaching): readonly Effect[] {
  const cycle = Math.max(line.duly_cycle ?? 0, line["item.duly_cycle"] ?? 0);
  // A version before this one moved the item when the message was planned.
  const before = standsAt(line);
  if (line.duly_openitem === null || before || isBeyond(line)) return [];
  return [update("duly_openitem", line.duly_openitem.id, {
    duly_level: line.duly_level, duly_laststep: line.duly_strategystep, duly_lastactionon: today, duly_deadline: deadline, duly_cycle: cycle, duly_ladderversion: line.version,
    duly_attempts: beginsAnew(line) ? 1 : (line["item.duly_attempts"] ?? 0) + 1,
  })];
}

function passed(line: LineRow, today: Day): readonly Effect[] {
  if (line.duly_openitem === null || isBeyond(line)) return [];
  return [update("duly_openitem", line.duly_openitem.id, {
    duly_level: line.duly_level, duly_laststep: line.duly_strategystep, duly_lastactionon: today, duly_cycle: Math.max(line.duly_cycle ?? 0, line["item.duly_cycle"] ?? 0),
    duly_ladderversion: line.version, duly_reason: null, ...(beginsAnew(line) ? { duly_attempts: 0, duly_deadline: null } : {}),
  })];
}

/** The items of a message that a person refused pass their step without being told of it; the next one is counted from that day. They have no reason until the next night gives one. */
export function* passedOver(communicationId: string, today: Day): Reading<readonly Effect[]> {
  return (yield* readLines(communicationId)).flatMap((line) => passed(line, today));
}

/** The items of a message that a second person approved reach its step on that day: the next one is counted from there. */
export function* climbed(communicationId: string, reaching: Reaching): Reading<readonly Effect[]> {
  const lines = yield* readLines(communicationId);
  return lines.flatMap((line) => reached(line, reaching));
}
