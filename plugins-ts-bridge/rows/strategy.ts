import { fault, FaultError, stop, type Fault } from "#domain/messages/fault";
import { strategyFaults } from "#domain/strategies/faults";
import type { Step, StepVariant, Strategy } from "#domain/strategies/strategy";
import type { Reference } from "#solution/generated/names";
import { hashOf } from "../sdk/hash";
import { from } from "../sdk/query";
import { beginningOf, channelOf, chargeBaseOf, contactPurposeOf, escalationOf, groupingOf, ladderEndOf, ladderOf, offsetBaseOf, policyChangeOf, stepContextOf } from "./codes";
import { toMoney, type Currencies } from "./currencies";
import { groupBy } from "./group";

const active = ["statecode", "eq", 0] as const;

/** Inactive ones too: who still names one is told so. */
export const strategyQuery = () => from("duly_strategy").select(
  "duly_strategyid", "duly_name", "duly_ladder", "duly_escalation", "duly_beginning", "duly_grouping", "duly_ladderend", "duly_repeatdays", "duly_attempts",
  "duly_mindaysbetween", "duly_policychange", "statecode",
);
export type StrategyColumns = ReturnType<typeof strategyQuery>["row"];

export const stepQuery = () => from("duly_strategystep").select(
  "duly_strategystepid", "duly_name", "duly_strategy", "duly_sequence", "duly_offsetdays", "duly_offsetbase", "duly_channel", "duly_customchannel", "duly_purpose", "duly_template",
  "duly_minimumamount", "duly_minimumpercent", "duly_approval", "duly_legal", "duly_deadlinedays", "duly_fee", "duly_interest", "transactioncurrencyid",
).join({ table: "duly_customchannel", from: "duly_customchannelid", to: "duly_customchannel", alias: "further", select: ["statecode"], outer: true }).where(active);
export type StepColumns = ReturnType<typeof stepQuery>["row"];

export const stepVariantQuery = () => from("duly_stepvariant")
  .select("duly_stepvariantid", "duly_name", "duly_strategystep", "duly_sequence", "duly_context", "duly_days", "duly_skip", "duly_template", "duly_channel").where(active);
export type StepVariantColumns = ReturnType<typeof stepVariantQuery>["row"];

const hundredths = (percent: string | null): number | null => (percent === null ? null : Math.round(Number(percent) * 100));

function toVariant(row: StepVariantColumns): StepVariant {
  const context = stepContextOf(row.duly_context) ?? stop("DULY-STRATEGY-008", { variant: row.duly_name ?? row.duly_stepvariantid });
  return { name: row.duly_name ?? row.duly_stepvariantid, context, days: row.duly_days, skip: row.duly_skip ?? false, templateId: row.duly_template?.id ?? null, channel: channelOf(row.duly_channel) };
}

/** What steps refer to: the currency of a company for amounts without one, and the variants of all steps. */
interface Beside { readonly currency: Reference | null; readonly currencies: Currencies; readonly variants: ReadonlyMap<string, readonly StepVariantColumns[]> }

const isNegative = (amount: string | null): boolean => amount !== null && Number(amount) < 0;

/** Whether nobody sends any more by the further channel that a step names. */
const isOff = (row: StepColumns): boolean => row["further.statecode"] === 1;

/** A step says which it is, when and by what it speaks: without a day or a channel it would do so on the due date, by e-mail. Nor is there a minimum below nothing. */
function refuseGaps(strategy: string, row: StepColumns): void {
  const step = row.duly_sequence ?? row.duly_name ?? row.duly_strategystepid;
  const missing = row.duly_sequence === null ? "duly_sequence" : row.duly_offsetdays === null ? "duly_offsetdays" : channelOf(row.duly_channel) === null ? "duly_channel" : null;
  if (missing !== null) stop("DULY-STRATEGY-011", { strategy, sequence: step, column: missing });
  const negative = isNegative(row.duly_minimumamount) ? "duly_minimumamount" : isNegative(row.duly_minimumpercent) ? "duly_minimumpercent" : null;
  if (negative !== null) stop("DULY-STRATEGY-014", { strategy, sequence: step, column: negative });
  if (channelOf(row.duly_channel) === "other" && isOff(row)) stop("DULY-STRATEGY-015", { strategy, sequence: step, channel: row.duly_customchannel?.name ?? "" });
}

function toStep(row: StepColumns, { currency, currencies, variants }: Beside): Step {
  const own = [...variants.get(row.duly_strategystepid) ?? []].sort((left, right) => (left.duly_sequence ?? 0) - (right.duly_sequence ?? 0));
  return {
    id: row.duly_strategystepid, sequence: row.duly_sequence ?? 0, offset: row.duly_offsetdays ?? 0, base: offsetBaseOf(row.duly_offsetbase) ?? "dueDate",
    channel: channelOf(row.duly_channel) ?? "email", customChannelId: isOff(row) ? null : row.duly_customchannel?.id ?? null, purpose: contactPurposeOf(row.duly_purpose) ?? "dunning",
    templateId: row.duly_template?.id ?? null, minimumShare: hundredths(row.duly_minimumpercent),
    minimum: row.duly_minimumamount === null ? null : toMoney(row.duly_minimumamount, row.transactioncurrencyid ?? currency, { currencies, row: `duly_strategystep ${row.duly_name ?? row.duly_sequence ?? ""}`, column: "duly_minimumamount" }),
    needsApproval: row.duly_approval ?? false, legal: row.duly_legal ?? false, deadlineDays: row.duly_deadlinedays, fee: chargeBaseOf(row.duly_fee) ?? "none", interest: row.duly_interest ?? false, variants: own.map(toVariant),
  };
}

/** Columns that a ladder is not made of. */
const nameless: ReadonlySet<string> = new Set(["duly_name", "duly_policychange", "statecode", "further.statecode", "name"]);

/** Tells ladders apart by what they are made of: the strategy, its steps and their variants, in whatever order they are read. */
export function ladderVersion({ duly_strategyid: id, ...row }: StrategyColumns, steps: readonly StepColumns[], variants: ReadonlyMap<string, readonly StepVariantColumns[]>): string {
  const text = (part: unknown): string => JSON.stringify(part, (key, value: unknown) => (nameless.has(key) ? undefined : value));
  const own = steps.flatMap((step) => [step, ...variants.get(step.duly_strategystepid) ?? []]);
  return `${id} ${hashOf([text(row), ...own.map(text).sort()].join("\n"))}`;
}

/** Steps in order, and what is wrong with them: a broken row sets apart those who climb by it, not the whole run. */
function readSteps(name: string, rows: readonly StepColumns[], beside: Beside): { readonly steps: readonly Step[]; readonly fault: Fault | null } {
  try {
    for (const row of rows) refuseGaps(name, row);
    const steps = rows.map((row) => toStep(row, beside)).sort((left, right) => left.sequence - right.sequence);
    return { steps, fault: strategyFaults({ name, steps })[0] ?? null };
  } catch (error) {
    if (error instanceof FaultError) return { steps: [], fault: error.fault };
    throw error;
  }
}

function toStrategy(row: StrategyColumns, steps: readonly StepColumns[], beside: Beside): Strategy {
  const name = row.duly_name ?? "";
  return {
    id: row.duly_strategyid, name, ...(row.statecode === 0 ? readSteps(name, steps, beside) : { steps: [], fault: fault("DULY-STRATEGY-010", { strategy: name, row: "" }) }),
    ladder: ladderOf(row.duly_ladder) ?? "item", escalation: escalationOf(row.duly_escalation) ?? "oneStep", beginning: beginningOf(row.duly_beginning) ?? "firstStep",
    grouping: groupingOf(row.duly_grouping) ?? "highestLevel", end: ladderEndOf(row.duly_ladderend) ?? "stop", repeatDays: row.duly_repeatdays ?? 30,
    attempts: row.duly_attempts, daysBetween: Math.max(1, row.duly_mindaysbetween ?? 1), policyChange: policyChangeOf(row.duly_policychange) ?? "keepLevel",
    version: ladderVersion(row, steps, beside.variants),
  };
}

export interface StrategyRows { readonly strategies: readonly StrategyColumns[]; readonly steps: readonly StepColumns[]; readonly variants: readonly StepVariantColumns[] }

/** Ladders by id, with their steps in order. */
export function toStrategies({ strategies, steps, variants }: StrategyRows, currency: Reference | null, currencies: Currencies): ReadonlyMap<string, Strategy> {
  const stepsOf = groupBy(steps, (step) => step.duly_strategy?.id ?? "");
  const beside = { currency, currencies, variants: groupBy(variants, (row) => row.duly_strategystep?.id ?? "") };
  return new Map(strategies.map((row) => [row.duly_strategyid, toStrategy(row, stepsOf.get(row.duly_strategyid) ?? [], beside)]));
}

/** Step id -> version of the ladder that it is of. */
export function versionsByStep({ strategies, steps, variants }: StrategyRows): ReadonlyMap<string, string> {
  const [stepsOf, variantsOf] = [groupBy(steps, (step) => step.duly_strategy?.id ?? ""), groupBy(variants, (row) => row.duly_strategystep?.id ?? "")];
  return new Map(strategies.flatMap((row) => {
    const own = stepsOf.get(row.duly_strategyid) ?? [];
    const version = ladderVersion(row, own, variantsOf);
    return own.map((step) => [step.duly_strategystepid, version] as const);
  }));
}
