import { isOver } from "#domain/holds/hold";
import { holdStatus } from "#solution/generated/names";
import { toDay } from "../../rows/debtor";
import { set } from "../../sdk/effect";
import { todayOf } from "../../sdk/input";
import { defineStep, type StepContext } from "../../sdk/rule";
import { ordered, stillTheirs } from "../debtor/theirs";

const table = "duly_hold";
const columns = ["duly_debtor", "duly_openitem", "duly_startson", "duly_endson", "statecode"] as const;

/** What an update leaves a hold with. */
interface Ending { readonly ended: boolean; readonly endsOn: string | null }

/** A hold that is ended without a day protects through today; one that is taken up again lasts until it is ended. */
function endingOf({ target, preImage, today }: StepContext<typeof table>): Ending {
  const stands = { ...preImage, ...target }.duly_endson ?? null;
  if (target.statecode === 1 || target.statuscode === holdStatus.ended) return { ended: true, endsOn: (stands ?? "9999-12-31") > today ? today : stands };
  const taken = preImage.statecode === 1 && (target.statecode ?? target.statuscode) !== undefined;
  return { ended: preImage.statecode === 1 && !taken, endsOn: taken && target.duly_endson === undefined ? null : stands };
}

/** A hold does not end before it begins; one that is over and is extended or taken up again protects only an item that its debtor still has. */
const holdEnded = defineStep(
  { id: "hold.ended", message: "Update", table, stage: "PreOperation", filteringAttributes: ["duly_startson", "duly_endson", "statuscode", "statecode"], images: { pre: columns } },
  function* (context) {
    const { target, preImage } = context;
    const row = { ...preImage, ...target };
    const today = todayOf(context);
    const { ended, endsOn } = endingOf(context);
    if (target.duly_startson != null || target.duly_endson != null) ordered(row.duly_startson ?? "", row.duly_endson);
    const wasOver = isOver({ ended: preImage.statecode === 1, endsOn: toDay(preImage.duly_endson ?? null) }, today);
    if (wasOver && !isOver({ ended, endsOn: toDay(endsOn) }, today)) yield* stillTheirs(row);
    return endsOn === (row.duly_endson ?? null) ? [] : set(table, { duly_endson: endsOn });
  },
);

export const holdRules = [holdEnded];
