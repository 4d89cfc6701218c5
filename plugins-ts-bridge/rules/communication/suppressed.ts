import { communicationStatus } from "#solution/generated/names";
import { isUnsent } from "../../rows/messagestate";
import { update, type Effect } from "../../sdk/effect";
import { todayOf } from "../../sdk/input";
import { from } from "../../sdk/query";
import { readTogether, type Reading } from "../../sdk/reading";
import { defineStep, type StepContext } from "../../sdk/rule";
import { reference } from "../../sdk/value";
import { unheardCharges } from "../charge/unheard";
import { touch } from "../debtor/touch";
import { linesOf, passedOver, standsAt, type TellingRow } from "./climbed";

const table = "duly_communication";

const stepQuery = () => from("duly_strategystep").select("duly_strategystepid", "duly_strategy", "duly_sequence");
type StepRow = ReturnType<typeof stepQuery>["row"];

/** The step below another in its strategy; null = none. */
function stepBelow(stepId: string | undefined, steps: readonly StepRow[]): StepRow | null {
  const step = steps.find((one) => one.duly_strategystepid === stepId);
  const lower = steps.filter((one) => one.duly_strategy?.id === step?.duly_strategy?.id && (one.duly_sequence ?? 0) < (step?.duly_sequence ?? 0));
  return lower.reduce<StepRow | null>((top, one) => (top === null || (one.duly_sequence ?? 0) > (top.duly_sequence ?? 0) ? one : top), null);
}

/** Puts an item back to where it was, in a new cycle of its ladder, unless it has moved on meanwhile, or did not move yet: the message that repeats a step waited for approval. Attempts that were heard stay counted. */
function putBack(line: TellingRow, steps: readonly StepRow[]): readonly Effect[] {
  if (!standsAt(line) || line.duly_openitem === null) return [];
  const below = stepBelow(line.duly_strategystep?.id, steps);
  return [update("duly_openitem", line.duly_openitem.id, {
    duly_level: below?.duly_sequence ?? 0, duly_laststep: below === null ? null : reference("duly_strategystep", below.duly_strategystepid), duly_cycle: (line.duly_cycle ?? 0) + 1,
    duly_lastactionon: null, duly_deadline: null, duly_attempts: Math.max(0, (line["item.duly_attempts"] ?? 1) - 1),
  })];
}

/** The items of a message that nobody heard, put back. */
function* backFrom(communicationId: string): Reading<readonly Effect[]> {
  const [lines, steps] = yield* readTogether(linesOf(communicationId), stepQuery());
  return lines.flatMap((line) => putBack(line, steps));
}

const unheard: readonly (number | null | undefined)[] = [communicationStatus.suppressed, communicationStatus.failed, communicationStatus.cancelled];

/** A message that is deleted before it was sent told nobody anything either. */
export const communicationRemoved = defineStep(
  { id: "communication.removed", message: "Delete", table, stage: "PreOperation", images: { pre: ["statuscode", "duly_debtor", "duly_ladderstays"] } },
  function* (context) {
    const { preImage, primaryId } = context;
    if (!isUnsent(preImage.statuscode)) return [];
    const items = preImage.duly_ladderstays === true ? [] : yield* backFrom(primaryId);
    return [...(yield* unheardCharges(primaryId)), ...items, ...(yield* touch([preImage.duly_debtor], { today: todayOf(context), from: null }))];
  },
);

/** Whether a person refused the message as its second pair of eyes; what a rule withdraws is no refusal. */
const isRefused = ({ target, preImage, depth }: StepContext<typeof table>): boolean =>
  depth === 1 && preImage.statuscode === communicationStatus.awaitingApproval && target.statuscode === communicationStatus.cancelled;

/**
 * A message that was suppressed, cancelled, or failed, before it was sent told nobody anything: its items go back a level, and the next night decides about them anew.
 * Not so where a person refused it: he would be asked again every night, so its items pass the step. One that failed after it had left carries the instant it was sent at, and stands.
 */
export const communicationSuppressed = defineStep(
  { id: "communication.suppressed", message: "Update", table, stage: "PostOperation", filteringAttributes: ["statuscode"], images: { pre: ["statuscode", "duly_debtor", "duly_ladderstays"] } },
  function* (context) {
    const { target, preImage, primaryId } = context;
    if (!unheard.includes(target.statuscode) || target.duly_senton != null || !isUnsent(preImage.statuscode)) return [];
    const today = todayOf(context);
    const items = preImage.duly_ladderstays === true ? [] : isRefused(context) ? yield* passedOver(primaryId, today) : yield* backFrom(primaryId);
    return [...(yield* unheardCharges(primaryId)), ...items, ...(yield* touch([preImage.duly_debtor], { today, from: null }))];
  },
);
