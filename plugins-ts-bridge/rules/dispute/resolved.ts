import { resolutionDay } from "#domain/disputes/close";
import { isOver } from "#domain/disputes/dispute";
import { stop } from "#domain/messages/fault";
import { toDay } from "../../rows/debtor";
import { set } from "../../sdk/effect";
import { dayOf, todayOf } from "../../sdk/input";
import { defineStep, type StepContext } from "../../sdk/rule";
import { stillTheirs } from "../debtor/theirs";
import { checkResolution, closes, isClosedAfter } from "./state";

const table = "duly_dispute";
type Context = StepContext<typeof table>;

/** The day that the update leaves the dispute with: the one sent; on closing the one that stands, else today; none on opening it again. */
function dayAfter(context: Context): string | null {
  const { target, preImage } = context;
  const row = { ...preImage, ...target };
  const given = target.duly_resolvedon === undefined && preImage.statecode === 1 && !isClosedAfter(target, preImage) ? null : row.duly_resolvedon ?? null;
  return closes(target) && given === null ? resolutionDay(dayOf(row.duly_openedon ?? context.today), todayOf(context)) : given;
}

/** An open dispute was opened by today: moved to a later day, its item would be reminded meanwhile though nobody resolved anything. */
function checkOpened({ target, preImage, today }: Context): void {
  const openedOn = { ...preImage, ...target }.duly_openedon ?? today;
  const stood = preImage.statecode !== 1 && openedOn === preImage.duly_openedon;
  if (!isClosedAfter(target, preImage) && !stood && openedOn > today) stop("DULY-DISPUTE-012", { dispute: preImage.duly_name ?? "–", openedOn });
}

const days = ["duly_resolvedon", "duly_openedon"] as const;
const standing = ["duly_name", "duly_debtor", "duly_openitem", ...days, "statecode"] as const;

/** A dispute that is closed without a day counts as resolved from today; one that is opened again is not resolved, and protects only an item that its debtor still has. */
export const disputeResolved = defineStep(
  { id: "dispute.closed", message: "Update", table, stage: "PreOperation", filteringAttributes: [...days, "statuscode", "statecode"], images: { pre: standing } },
  function* (context) {
    const { target, preImage } = context;
    const today = todayOf(context);
    const row = { ...preImage, ...target };
    const [closed, resolvedOn] = [isClosedAfter(target, preImage), dayAfter(context)];
    checkOpened(context);
    checkResolution({ ...row, duly_resolvedon: resolvedOn }, closed);
    const wasOver = isOver({ closed: preImage.statecode === 1, resolvedOn: toDay(preImage.duly_resolvedon ?? null) }, today);
    if (wasOver && !isOver({ closed, resolvedOn: toDay(resolvedOn) }, today)) yield* stillTheirs(row);
    return resolvedOn === (row.duly_resolvedon ?? null) ? [] : set(table, { duly_resolvedon: resolvedOn });
  },
);
