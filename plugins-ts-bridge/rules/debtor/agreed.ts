import { stop } from "#domain/messages/fault";
import { set } from "../../sdk/effect";
import { from } from "../../sdk/query";
import { read, type Reading } from "../../sdk/reading";
import { defineStep, type StepContext } from "../../sdk/rule";
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

function* checkParties({ target, preImage }: { readonly target: Parties; readonly preImage: Parties }) {
  if (target.duly_debtor !== undefined || target.duly_openitem !== undefined) yield* debtorOf({ ...preImage, ...target });
  return [];
}

/** A day that was cleared would make every decision about the debtor fail. */
function keepDay(day: string | null | undefined, column: string): void {
  if (day === null) stop("DULY-AGREEMENT-005", { column });
}

const disputeMoved = defineStep(
  { id: "dispute.moved", message: "Update", table: "duly_dispute", stage: "PreOperation", filteringAttributes: [...parties, "duly_openedon"], images: { pre: parties } },
  function* (context: StepContext<"duly_dispute">) {
    keepDay(context.target.duly_openedon, "duly_openedon");
    return context.target.duly_openitem === null ? stop("DULY-AGREEMENT-004") : yield* checkParties(context);
  },
);

const holdMoved = defineStep(
  { id: "hold.moved", message: "Update", table: "duly_hold", stage: "PreOperation", filteringAttributes: [...parties, "duly_startson"], images: { pre: parties } },
  function* (context: StepContext<"duly_hold">) {
    keepDay(context.target.duly_startson, "duly_startson");
    return yield* checkParties(context);
  },
);

/** Disputes and holds protect the item that they name: they begin today unless they say otherwise, and their debtor is the item's. */
export const agreedRules = [disputeRaised, holdBegun, disputeMoved, holdMoved];
