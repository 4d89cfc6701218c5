import { addDays } from "../calendar/arithmetic";
import { disputeOn } from "../disputes/dispute";
import { holdOn } from "../holds/hold";
import { fault } from "../messages/fault";
import { moneyText } from "../money/decimal";
import { compare, isPositive } from "../money/money";
import type { OpenItem } from "../receivables/item";
import { judgedFrom } from "../promises/judge";
import { openOn } from "../receivables/open";
import { verdict, type Verdict } from "./verdict";
import type { ReasonCode } from "./reasons";
import { minimumIn } from "./minimum";
import type { World } from "./world";

/** A reason to leave an item alone; null = it does not apply. */
export type Exclusion = (item: OpenItem, world: Surroundings) => Verdict | null;

/** What exclusions look at. */
export type Surroundings = Omit<World, "debtorStanding">;

/** One that looks at the item without regard to the debtor's credits. */
type OwnExclusion = (item: OpenItem, world: Omit<Surroundings, "setOff">) => Verdict | null;

const closed: ReadonlySet<ReasonCode> = new Set(["creditNote", "cancelled", "notIssued", "paid"]);

/** The item is not open as of the day: its level no longer counts. */
export const isClosed = (reason: ReasonCode): boolean => closed.has(reason);

const creditNote: OwnExclusion = (item) => (item.document.kind === "creditNote" ? verdict(item, { reason: "creditNote" }) : null);

const cancelled: OwnExclusion = (item) => {
  const gone = item.status === "cancelled" || item.status === "writtenOff" || item.document.status !== "posted";
  return gone ? verdict(item, { reason: "cancelled" }) : null;
};

const notIssued: OwnExclusion = (item, { asOf }) => {
  const { issuedOn } = item;
  return issuedOn !== null && issuedOn > asOf ? verdict(item, { reason: "notIssued", changeOn: issuedOn, compared: { issuedOn, asOf } }) : null;
};

/** Set to paid by hand: an item that payments closed has nothing open. */
const closedByHand = ({ status, openAmount }: OpenItem): boolean => status === "paid" && isPositive(openAmount);

const paid: OwnExclusion = (item, { asOf }) => {
  const open = isPositive(openOn(item, asOf)) && !closedByHand(item);
  return open ? null : verdict(item, { reason: "paid", compared: { asOf, amount: moneyText(item.amount) } });
};

const closing: readonly OwnExclusion[] = [creditNote, cancelled, notIssued, paid];

/** Something is open on the item at the end of the day, whatever keeps it from being dunned. */
export const isOpen = (item: OpenItem, world: Omit<Surroundings, "setOff">): boolean => closing.every((excludes) => excludes(item, world) === null);

const noDueDate: OwnExclusion = (item) =>
  (item.dueOn === null ? verdict(item, { reason: "noDueDate", fault: fault("DULY-ITEM-003", { item: item.name }) }) : null);

const classNotDunnable: OwnExclusion = (item, { creditClass }) =>
  (creditClass !== null && !creditClass.dunnable ? verdict(item, { reason: "classNotDunnable", compared: { creditClass: creditClass.name } }) : null);

const paymentTypeNotDunnable: OwnExclusion = (item, { policy }) => {
  const type = policy.paymentTypes.get(item.paymentTypeId ?? "");
  return type === undefined || type.dunnable ? null : verdict(item, { reason: "paymentTypeNotDunnable", compared: { paymentType: type.name } });
};

const inLitigation: OwnExclusion = (item) => (item.status === "inLitigation" ? verdict(item, { reason: "inLitigation" }) : null);

const insolvent: OwnExclusion = (item, { facts, asOf }) => {
  const { insolventOn } = facts.debtor;
  return insolventOn === null || insolventOn > asOf ? null : verdict(item, { reason: "insolvent", compared: { since: insolventOn } });
};

const vulnerable: OwnExclusion = (item, { facts, byPerson }) => (facts.debtor.vulnerable && !byPerson ? verdict(item, { reason: "vulnerable" }) : null);

const belowTolerance: OwnExclusion = (item, { policy, asOf }) => {
  const { tolerance } = policy.company;
  const open = openOn(item, asOf);
  if (tolerance === null) return null;
  const least = minimumIn(tolerance, open.currency, policy);
  return compare(open, least) >= 0 ? null : verdict(item, { reason: "belowTolerance", compared: { open: moneyText(open), minimum: moneyText(least) } });
};

const awaitingApproval: OwnExclusion = (item, { facts }) => {
  const step = facts.awaitingApproval.get(item.id);
  return step === undefined ? null : verdict(item, { reason: "awaitingApproval", compared: { step } });
};

const disputed: OwnExclusion = (item, { facts, asOf }) => {
  const dispute = disputeOn(facts.disputes, item.id, asOf);
  return dispute === null ? null : verdict(item, { reason: "disputed", changeOn: dispute.resolvedOn, compared: { since: dispute.openedOn, asOf } });
};

const held: OwnExclusion = (item, { facts, asOf }) => {
  const hold = holdOn(facts.holds, item.id, asOf);
  if (hold === null) return null;
  const changeOn = hold.endsOn === null ? null : addDays(hold.endsOn, 1);
  return verdict(item, { reason: "held", changeOn, compared: { since: hold.startsOn, until: hold.endsOn ?? "–", asOf } });
};

const promised: OwnExclusion = (item, { protectedBy, policy, asOf }) => {
  const promise = protectedBy.get(item.id);
  if (promise === undefined) return null;
  return verdict(item, { reason: "promised", changeOn: judgedFrom(promise, { terms: policy.company.terms, calendar: policy.calendar }), compared: { until: promise.promisedOn, asOf } });
};

const repaymentPlan: OwnExclusion = (item, { plannedBy, asOf }) => {
  const found = plannedBy.get(item.id);
  return found === undefined ? null : verdict(item, { reason: "repaymentPlan", changeOn: found.changeOn, compared: { until: found.next?.dueOn ?? "–", asOf } });
};

const paymentInTransit: OwnExclusion = (item, { inTransit }) => {
  const transit = inTransit.get(item.id);
  if (transit === undefined) return null;
  const { announced, since, until } = transit;
  return verdict(item, { reason: "paymentInTransit", changeOn: addDays(until, 1), compared: { announced: moneyText(announced), since, until } });
};

const setOff: Exclusion = (item, world) => {
  const credit = world.setOff().get(item.id);
  return credit === undefined ? null : verdict(item, { reason: "setOff", compared: { open: moneyText(openOn(item, world.asOf)), credit: moneyText(credit) } });
};

/** In the order in which they are named: what the item is goes before what is agreed about it. */
const settledOtherwise: readonly OwnExclusion[] = [
  ...closing, noDueDate, classNotDunnable, paymentTypeNotDunnable, inLitigation, insolvent, vulnerable, belowTolerance,
  disputed, held, promised, repaymentPlan, paymentInTransit,
];

/** Nothing keeps the item from being set off against credits: one that waits for approval is about to be dunned like those that were told. */
export const isOwed = (item: OpenItem, world: Omit<Surroundings, "setOff">): boolean => settledOtherwise.every((excludes) => excludes(item, world) === null);

/** The item may be spoken of to the debtor: nothing excludes it but a message that waits for a person, who is not to keep what became of a promise from the debtor (claims.md H-33). */
export const maySpeakOf = (item: OpenItem, world: Surroundings): boolean => [...settledOtherwise, setOff].every((excludes) => excludes(item, world) === null);

/** All reasons to leave an item alone; what credits cover is looked at when nothing else excludes the item. */
export const exclusions: readonly Exclusion[] = [...settledOtherwise, awaitingApproval, setOff];
