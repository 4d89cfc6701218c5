import type { Calendar } from "../calendar/business";
import type { Day } from "../calendar/day";
import { stop } from "../messages/fault";
import type { Money } from "../money/money";
import { judgePlan, type PlanJudgement } from "../plans/judge";
import type { OpenPlan } from "../plans/plan";
import { judge, type Judgement } from "../promises/judge";
import type { OpenPromise } from "../promises/promise";
import type { OpenItem } from "../receivables/item";
import { chooseStrategy, type Choice } from "../strategies/choose";
import type { Strategy } from "../strategies/strategy";
import type { Delivery } from "./actions";
import { debtorStandings, type DebtorStanding } from "./debtorladder";
import type { Undeliverable } from "./delivery";
import { isOwed } from "./exclusions";
import { coveredByCredits } from "./credits";
import type { DebtorFacts } from "./facts";
import type { CreditClass, Policy } from "./policy";
import { standingOf, type Standing } from "./profile";
import { permissions, type Permissions } from "./permission";
import { inTransit, type Transit } from "./transit";

export interface JudgedPlan extends PlanJudgement { readonly plan: OpenPlan }

export interface Judged extends Judgement { readonly promise: OpenPromise }

/** What is known of a debtor as of a day before its items are looked at one by one. */
export interface World {
  readonly facts: DebtorFacts;
  readonly policy: Policy;
  readonly asOf: Day;
  /** The debtor's, else the company's. */
  readonly calendar: Calendar;
  readonly creditClass: CreditClass | null;
  /** Figures and segment of the debtor. */
  readonly standing: Standing;
  /** Strategy of the debtor, for items that name none. */
  readonly choice: Choice | null;
  readonly choiceOf: (item: OpenItem) => Choice | null;
  readonly judged: readonly Judged[];
  /** Broken promises of which the debtor is to be told. */
  readonly broken: readonly Judged[];
  readonly judgedPlans: readonly JudgedPlan[];
  /** Item id -> the plan that is kept so far and covers it. */
  readonly plannedBy: ReadonlyMap<string, JudgedPlan>;
  /** Item id -> the money on its way that covers it. */
  readonly inTransit: ReadonlyMap<string, Transit>;
  /** Item id -> the credit that covers it where the company sets credits off. */
  readonly setOff: () => ReadonlyMap<string, Money>;
  /** Item id -> the promise that protects it; the one with the later day. */
  readonly protectedBy: ReadonlyMap<string, OpenPromise>;
  /** How steps speak to the debtor, as far as that was looked up. */
  readonly deliveries: Map<string, Delivery | Undeliverable>;
  /** A person asks for the message, not a run: only people contact a vulnerable debtor. */
  readonly byPerson: boolean;
  /** What the contact rules allow on the day. */
  readonly permission: Permissions;
  /** Where the debtor stands as a whole on a strategy. */
  readonly debtorStanding: (strategy: Strategy) => DebtorStanding;
}

/** Of two plans about an item the one that waits longer, of equals the one with the higher id: in whatever order they come. */
function plannedBy(plans: readonly JudgedPlan[], asOf: Day): ReadonlyMap<string, JudgedPlan> {
  const place = ({ plan, changeOn }: JudgedPlan): string => `${changeOn ?? "9999-12-31"} ${plan.id}`;
  const open = plans.filter(({ state, plan }) => state === "open" && plan.takenOn <= asOf).sort((left, right) => (place(left) < place(right) ? -1 : 1));
  return new Map(open.flatMap((one) => one.plan.itemIds.map((id) => [id, one] as const)));
}

/** Looked up once, and only where the company sets credits off. */
function setOffs(world: Omit<World, "debtorStanding" | "setOff">): World["setOff"] {
  let known: ReadonlyMap<string, Money> | null = null;
  return () => {
    if (world.policy.company.terms.creditMode !== "net") return none;
    known ??= coveredByCredits(world.facts.items.filter((item) => isOwed(item, world)), world.facts, world.asOf);
    return known;
  };
}

const none: ReadonlyMap<string, Money> = new Map();

function protections(judged: readonly Judged[], asOf: Day): ReadonlyMap<string, OpenPromise> {
  const open = judged.filter((one) => one.state === "open" && one.promise.takenOn <= asOf).map((one) => one.promise);
  const map = new Map<string, OpenPromise>();
  for (const promise of open) {
    for (const itemId of promise.itemIds) {
      const other = map.get(itemId);
      if (other === undefined || promise.promisedOn > other.promisedOn) map.set(itemId, promise);
    }
  }
  return map;
}

/** The company's own strategy; one that it switched off is none, so that nobody without another is dunned. */
const usualOf = ({ company: { strategyId }, strategies }: Policy): string | null =>
  (strategyId !== null && strategies.get(strategyId)?.fault?.code === "DULY-STRATEGY-010" ? null : strategyId);

function chooser({ debtor }: DebtorFacts, policy: Policy, { creditClass, standing: { segment } }: Pick<World, "creditClass" | "standing">): (itemStrategyId: string | null) => Choice | null {
  const named = { debtor: debtor.strategyId, creditClass: creditClass?.strategyId ?? null, segment: segment?.strategyId ?? null, company: usualOf(policy) };
  const usual = chooseStrategy({ item: null, ...named }, policy.strategies);
  return (item) => (item === null ? usual : chooseStrategy({ item, ...named }, policy.strategies));
}

/** The debtor's own calendar, else the company's; stops when its row is broken. */
export function debtorCalendar({ debtor }: DebtorFacts, { calendar, calendars }: Policy): Calendar {
  const own = calendars.get(debtor.calendarId ?? "") ?? calendar;
  return "code" in own ? stop(own.code, own.parameters) : own;
}

/** Gathers what all items of a debtor share; who asks is a run unless said otherwise. */
export function worldOf(facts: DebtorFacts, policy: Policy, asOf: Day, { byPerson }: Pick<World, "byPerson"> = { byPerson: false }): World {
  const creditClass = facts.debtor.creditClassId === null ? null : policy.creditClasses.get(facts.debtor.creditClassId) ?? null;
  const judgement = (promise: OpenPromise): Judged => ({ promise, ...judge(promise, facts.items, { asOf, terms: policy.company.terms, calendar: policy.calendar }) });
  const judged = facts.promises.map(judgement);
  const broken = [...judged, ...facts.untold.map(judgement)].filter(({ state }) => state === "broken");
  const standing = standingOf(facts, policy, asOf);
  const judgedPlans = facts.plans.map((plan) => ({ plan, ...judgePlan(plan, facts.items, { asOf, terms: policy.company.terms, calendar: policy.calendar }) }));
  const choose = chooser(facts, policy, { creditClass, standing });
  const shared = { facts, policy, asOf, byPerson, calendar: debtorCalendar(facts, policy), creditClass, standing, judged, broken, choice: choose(null), choiceOf: (item: OpenItem) => choose(item.strategyId), protectedBy: protections(judged, asOf), inTransit: inTransit(facts, policy.company.terms, asOf), judgedPlans, plannedBy: plannedBy(judgedPlans, asOf) };
  const permitted = { ...shared, permission: permissions(shared), deliveries: new Map<string, Delivery | Undeliverable>() };
  const known = { ...permitted, setOff: setOffs(permitted) };
  return { ...known, debtorStanding: debtorStandings(known) };
}
