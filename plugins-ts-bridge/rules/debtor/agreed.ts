import { isOver as isResolved } from "#domain/disputes/dispute";
import { isOver as isEnded } from "#domain/holds/hold";
import { stop } from "#domain/messages/fault";
import { toDay } from "../../rows/debtor";
import { set, type Effect } from "../../sdk/effect";
import { todayOf } from "../../sdk/input";
import { from } from "../../sdk/query";
import { read, type Reading } from "../../sdk/reading";
import { defineStep, type StepContext } from "../../sdk/rule";
import { differs } from "../../sdk/value";
import { checkResolution, closes } from "../dispute/state";
import { ordered, type Parties } from "./theirs";
import type { Reference } from "#solution/generated/names";

/** The debtor of a dispute or hold: the one it names, else that of its item. Refused when there is none, or when the item is somebody else's. */
function* debtorOf({ duly_debtor: debtor, duly_openitem: item }: Parties): Reading<Reference> {
  if (item == null) return debtor ?? stop("DULY-AGREEMENT-002");
  const [row] = yield* read(from("duly_openitem").select("duly_name", "duly_debtor").where(["duly_openitemid", "eq", item.id]));
  const owner = row?.duly_debtor ?? null;
  if (debtor == null) return owner ?? stop("DULY-AGREEMENT-002");
  return owner === null || owner.id === debtor.id ? debtor : stop("DULY-AGREEMENT-001", { item: row?.duly_name ?? item.id });
}

const disputeRaised = defineStep({ id: "dispute.complete", message: "Create", table: "duly_dispute", stage: "PreOperation" }, function* ({ target, today }) {
  if (target.duly_openitem == null) stop("DULY-AGREEMENT-004");
  const duly_openedon = target.duly_openedon ?? today;
  checkResolution({ ...target, duly_openedon }, closes(target));
  return set("duly_dispute", { duly_debtor: yield* debtorOf(target), duly_openedon });
});

const holdBegun = defineStep({ id: "hold.complete", message: "Create", table: "duly_hold", stage: "PreOperation" }, function* ({ target, today }) {
  return set("duly_hold", { duly_debtor: yield* debtorOf(target), duly_startson: ordered(target.duly_startson ?? today, target.duly_endson) });
});

const parties = ["duly_debtor", "duly_openitem"] as const;

const leaves = (target: Reference | null | undefined, before: Reference | null | undefined): boolean => target != null && differs(target, before);

/** Refuses what would free an item unseen: to name no debtor, and, while it protects, another debtor or item. */
function* checkParties({ target, preImage }: { readonly target: Parties; readonly preImage: Parties }, protects: boolean): Reading<readonly Effect[]> {
  if (target.duly_debtor === undefined && target.duly_openitem === undefined) return [];
  if (target.duly_debtor === null) stop("DULY-AGREEMENT-002");
  yield* debtorOf({ ...preImage, ...target });
  const moved = leaves(target.duly_openitem, preImage.duly_openitem) || (preImage.duly_debtor != null && leaves(target.duly_debtor, preImage.duly_debtor));
  return moved && protects ? stop("DULY-AGREEMENT-008") : [];
}

/** A day that was cleared would make every decision about the debtor fail. */
function keepDay(day: string | null | undefined, column: string): void {
  if (day === null) stop("DULY-AGREEMENT-005", { column });
}

const disputeMoved = defineStep(
  {
    id: "dispute.moved", message: "Update", table: "duly_dispute", stage: "PreOperation", filteringAttributes: [...parties, "duly_openedon"],
    images: { pre: [...parties, "duly_openedon", "duly_resolvedon", "statecode"] },
  },
  function* (context: StepContext<"duly_dispute">) {
    const { target, preImage: before, today } = context;
    keepDay(target.duly_openedon, "duly_openedon");
    if (target.duly_openitem === null) stop("DULY-AGREEMENT-004");
    const over = isResolved({ closed: before.statecode === 1, resolvedOn: toDay(before.duly_resolvedon ?? null) }, todayOf(context));
    return yield* checkParties(context, !over && (before.duly_openedon ?? today) <= today);
  },
);

const holdMoved = defineStep(
  {
    id: "hold.moved", message: "Update", table: "duly_hold", stage: "PreOperation", filteringAttributes: [...parties, "duly_startson"],
    images: { pre: [...parties, "duly_startson", "duly_endson", "statecode"] },
  },
  function* (context: StepContext<"duly_hold">) {
    const { target, preImage: before, today } = context;
    keepDay(target.duly_startson, "duly_startson");
    const over = isEnded({ ended: before.statecode === 1, endsOn: toDay(before.duly_endson ?? null) }, todayOf(context));
    return yield* checkParties(context, !over && (before.duly_startson ?? today) <= today);
  },
);

/** Disputes and holds protect the item that they name: they begin today unless they say otherwise, and their debtor is the item's. */
export const agreedRules = [disputeRaised, holdBegun, disputeMoved, holdMoved];
