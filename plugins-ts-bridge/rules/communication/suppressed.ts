import type { Day } from "#domain/calendar/day";
import { communicationStatus } from "#solution/generated/names";
import { update, type Effect } from "../../sdk/effect";
import { dayOf, todayOf } from "../../sdk/input";
import { from } from "../../sdk/query";
import { readTogether } from "../../sdk/reading";
import { defineStep, type StepContext } from "../../sdk/rule";
import { unheardCharges } from "../charge/unheard";
import { touch } from "../debtor/touch";
import { hasReached, linesOf, stepDone, type LineRow } from "./climbed";

const table = "duly_communication";

const stepQuery = () => from("duly_strategystep").select("duly_strategystepid", "duly_strategy", "duly_sequence");
type StepRow = ReturnType<typeof stepQuery>["row"];

/** Level below a step in its strategy; 0 = none. */
function levelBelow(stepId: string | undefined, steps: readonly StepRow[]): number {
  const step = steps.find((one) => one.duly_strategystepid === stepId);
  const lower = steps.filter((one) => one.duly_strategy?.id === step?.duly_strategy?.id && (one.duly_sequence ?? 0) < (step?.duly_sequence ?? 0));
  return Math.max(0, ...lower.map((one) => one.duly_sequence ?? 0));
}

const attemptsBefore = (line: LineRow): number => Math.max(0, (line["item.duly_attempts"] ?? 1) - 1);

/** Puts an item back to where it was, unless it has moved on meanwhile. The run then begins a new cycle of its ladder. */
function putBack(line: LineRow, steps: readonly StepRow[]): readonly Effect[] {
  if (!hasReached(line) || line.duly_openitem === null) return [];
  return [update("duly_openitem", line.duly_openitem.id, {
    duly_level: levelBelow(line.duly_strategystep?.id, steps), duly_lastactionon: null, duly_deadline: null, duly_attempts: attemptsBefore(line),
  })];
}

/** A person said no to the message that waited for him: nobody was told, but the step counts as done, and the ladder goes on from it. The item's reason is gone until the next night gives one. */
function passOver(line: LineRow, on: Day): readonly Effect[] {
  if (line.duly_openitem === null) return [];
  const done = hasReached(line) ? { duly_deadline: null, duly_attempts: attemptsBefore(line) } : stepDone(line, { on, deadline: null, told: false });
  return [update("duly_openitem", line.duly_openitem.id, { ...done, duly_reason: null })];
}

/** States of a message that told nobody anything yet. */
const unsent: readonly (number | undefined)[] = [communicationStatus.planned, communicationStatus.ready, communicationStatus.awaitingApproval];

const unheard: readonly (number | null | undefined)[] = [communicationStatus.suppressed, communicationStatus.failed, communicationStatus.cancelled];

/** Whether a person refused the message as its second pair of eyes; what a rule withdraws is no refusal. */
const isRefused = ({ target, preImage, depth }: StepContext<typeof table>): boolean =>
  depth === 1 && preImage.statuscode === communicationStatus.awaitingApproval && target.statuscode === communicationStatus.cancelled;

/**
 * A message that was suppressed, cancelled, or failed, before it was sent told nobody anything: its items go back a level, and the next night decides about them anew.
 * Not so where a person refused it: that no would be asked for again every night. One that failed after it had left carries the instant it was sent at, and stands.
 */
export const communicationSuppressed = defineStep(
  { id: "communication.suppressed", message: "Update", table, stage: "PostOperation", filteringAttributes: ["statuscode"], images: { pre: ["statuscode", "duly_debtor", "duly_plannedon", "duly_ladderstays"] } },
  function* (context) {
    const { target, preImage, primaryId } = context;
    if (!unheard.includes(target.statuscode) || target.duly_senton != null || !unsent.includes(preImage.statuscode)) return [];
    const [lines, steps] = yield* readTogether(linesOf(primaryId), stepQuery());
    const touched = yield* touch([preImage.duly_debtor], { today: todayOf(context), from: null });
    const refused = isRefused(context);
    const plannedOn = dayOf(preImage.duly_plannedon ?? context.today);
    const moving = preImage.duly_ladderstays === true ? [] : lines;
    return [...(yield* unheardCharges(primaryId)), ...moving.flatMap((line) => (refused ? passOver(line, plannedOn) : putBack(line, steps))), ...touched];
  },
);
