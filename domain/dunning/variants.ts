import { addDays } from "../calendar/arithmetic";
import type { Day } from "../calendar/day";
import { disputeOn } from "../disputes/dispute";
import type { Step, StepContext, StepVariant } from "../strategies/strategy";
import type { World } from "./world";

const usualDays = 7;

const within = (day: Day | null, variant: StepVariant, asOf: Day): boolean =>
  day !== null && day <= asOf && day >= addDays(asOf, -(variant.days ?? usualDays));

const holds: Readonly<Record<StepContext, (variant: StepVariant, world: World) => boolean>> = {
  newOrder: (variant, { facts, asOf }) => within(facts.debtor.lastOrderOn, variant, asOf),
  recentPayment: (variant, { facts, asOf }) => within(facts.debtor.lastPaymentOn, variant, asOf),
  openPromise: (_variant, { judged }) => judged.some(({ state }) => state === "open"),
  openDispute: (_variant, { facts, asOf }) => facts.disputes.some((dispute) => disputeOn([dispute], dispute.itemId, asOf) !== null),
};

/** The first variant of a step whose context is true of the debtor; null = the step as it is. */
export const variantOf = (step: Step, world: World): StepVariant | null =>
  step.variants.find((variant) => holds[variant.context](variant, world)) ?? null;
