import { addDays } from "#domain/calendar/arithmetic";
import { nextBusinessDay } from "#domain/calendar/business";
import { withCharges } from "#domain/charges/actions";
import type { Day } from "#domain/calendar/day";
import type { Action, Decision, PlanCommunication } from "#domain/dunning/actions";
import { inFreshCycles, toldItemsOf, type Told } from "#domain/dunning/cycles";
import { decide } from "#domain/dunning/decide";
import type { DebtorFacts } from "#domain/dunning/facts";
import type { ItemReason, ReasonCode } from "#domain/dunning/reasons";
import { fault, FaultError, type Fault } from "#domain/messages/fault";
import { faultText } from "#domain/messages/text";
import { languageNames } from "#domain/templates/language";
import { decisionreason } from "#solution/generated/names";
import { reasonOf } from "../../rows/codes";
import { update, type Effect } from "../../sdk/effect";
import { toFacts, type DebtorRows } from "../facts";
import type { Calls } from "../call/read";
import { levyOf } from "../charge/read";
import { debtorEffects } from "./apply";
import type { Changing } from "../segments/histories";
import type { Sending } from "./communication";

/** What came of one debtor. */
export interface Outcome {
  /** What is carried out, charges included; or why the debtor is set apart. */
  readonly made: Decision | Fault;
  /** First day on which it is looked at again; null = when something happens to it. */
  readonly nextActionOn: Day | null;
  readonly effects: readonly Effect[];
  readonly communications: number;
  readonly items: number;
  readonly failed: boolean;
  /** Lines of the error log. */
  readonly log: readonly string[];
  readonly reasons: readonly ReasonCode[];
  /** The messages, and every item with its reason. */
  readonly planned: readonly PlanCommunication[];
  readonly explained: readonly { readonly name: string; readonly reason: ItemReason }[];
}

const line = (number: string, faults: readonly Fault[]): readonly string[] => {
  const [first] = faults;
  if (first === undefined) return [];
  return [`${number}: ${faultText(first)}${faults.length > 1 ? ` (and ${faults.length - 1} more)` : ""}`];
};

const warningLines = (number: string, { warnings }: Decision): readonly string[] =>
  warnings.map(({ wanted, used }) => faultText(fault("DULY-RUN-010", { debtor: number, wanted: languageNames[wanted], used: languageNames[used] })));

/** A debtor with something wrong. */
export interface Apart { readonly rows: DebtorRows; readonly found: Fault }
export interface Decided { readonly rows: DebtorRows; readonly facts: DebtorFacts; readonly decision: Decision }

const faultOf = (error: unknown, { debtor }: DebtorRows): Fault => (error instanceof FaultError ? error.fault
  : fault("DULY-RUN-011", { debtor: debtor.duly_number ?? "", text: error instanceof Error ? error.message : String(error) }));

/** Decides one debtor, or evaluates its segment; whatever is wrong with it is found instead. */
export function decideOn(rows: DebtorRows, { asOf, read }: Pick<Sending, "asOf" | "read">, by: typeof decide = decide): Decided | Apart {
  const [broken] = read.faults;
  if (broken !== undefined) return { rows, found: broken };
  try {
    const facts = toFacts(rows, read);
    return { rows, facts, decision: by(facts, read.policy, asOf) };
  } catch (error) {
    return { rows, found: faultOf(error, rows) };
  }
}

/** Debtors that could be decided, and what is to be done about them. */
export const changesOf = (all: readonly (Decided | Apart)[]): readonly Changing[] =>
  all.flatMap((one) => ("decision" in one ? [{ facts: one.facts, actions: one.decision.actions }] : []));
/** What was decided for all of them. */
export const decidedActions = (all: readonly (Decided | Apart)[]): readonly Action[] => all.flatMap((one) => ("decision" in one ? one.decision.actions : []));

/** Debtors that could be decided, with what is to be done about each. */
export const decidedDebtors = (all: readonly (Decided | Apart)[]): readonly Calls[] => all.flatMap((one) => ("decision" in one ? [{ debtor: one.facts.debtor, actions: one.decision.actions }] : []));

/** Items that will be told something. */
export const itemsToTell = (all: readonly (Decided | Apart)[]): readonly string[] => all.flatMap((one) => ("decision" in one ? toldItemsOf(one.decision.actions) : []));

function carriedOut({ facts, decision }: Decided, sending: Omit<Sending, "debtor">): Outcome {
  const own = { ...sending, debtor: facts.debtor };
  const planned = decision.actions.filter((action) => action.kind === "planCommunication");
  const names = new Map(facts.items.map((item) => [item.id, item.name]));
  return {
    made: decision, nextActionOn: decision.nextActionOn,
    effects: debtorEffects(decision.actions, facts, own),
    communications: planned.length + decision.actions.filter((action) => action.kind === "signalPromise").length, planned, explained: decision.reasons.map((reason) => ({ name: names.get(reason.itemId) ?? reason.itemId, reason })),
    items: toldItemsOf(decision.actions).length,
    failed: decision.faults.length > 0, log: [...line(facts.debtor.number, decision.faults), ...warningLines(facts.debtor.number, decision)],
    reasons: decision.reasons.map((reason) => reason.code),
  };
}

/** A debtor that could not be decided: its items say so, and it is looked at again on the next business day. */
function setApart({ debtor, items }: DebtorRows, found: Fault, { tomorrow }: { readonly tomorrow: Day }): Outcome {
  const marked = items.filter((row) => reasonOf(row.duly_reason) !== "error").map((row) => update("duly_openitem", row.duly_openitemid, { duly_reason: decisionreason.error }));
  const again = debtor.duly_nextactionon === tomorrow ? [] : [update("duly_debtor", debtor.duly_debtorid, { duly_nextactionon: tomorrow })];
  return { made: found, nextActionOn: tomorrow, effects: [...marked, ...again], communications: 0, items: 0, failed: true, log: line(debtor.duly_number ?? debtor.duly_debtorid, [found]), reasons: items.map(() => "error"), planned: [], explained: [] };
}

/** A debtor that is set apart without being decided: why its decision could not be written is known from before. */
export const unwritable = (rows: DebtorRows, text: string): Apart => ({ rows, found: fault("DULY-RUN-012", { debtor: rows.debtor.duly_number ?? "", text }) });

/** Turns what was decided into writes. Whatever is wrong with a debtor becomes a line of the log and stops nobody else. */
export function outcomeOf(one: Decided | Apart, sending: Omit<Sending, "debtor">, told: Told): Outcome {
  const tomorrow = nextBusinessDay(addDays(sending.asOf, 1), sending.read.policy.calendar);
  if ("found" in one) return setApart(one.rows, one.found, { tomorrow });
  try {
    const levy = levyOf(one.facts, sending.charging, { ...sending, adds: true });
    return carriedOut({ ...one, decision: { ...one.decision, actions: withCharges(inFreshCycles(one.decision.actions, told), levy) } }, sending);
  } catch (error) {
    return setApart(one.rows, faultOf(error, one.rows), { tomorrow });
  }
}
