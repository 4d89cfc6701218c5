import { fault, type Fault } from "../messages/fault";
import type { Day } from "../calendar/day";
import { delinquencyChange } from "../segments/delinquency";
import { figuresOf, sameFigures, type Figures } from "../segments/figures";
import { because } from "../segments/because";
import { segmentOf, type Segment, type Traits } from "../segments/segment";
import type { Action } from "./actions";
import type { DebtorFacts } from "./facts";
import type { Policy } from "./policy";

/** What a debtor looks like as of a day: its figures, and the segment that they lead to. */
export interface Standing {
  readonly figures: Figures;
  readonly traits: Traits;
  readonly segment: Segment | null;
}

/** Reckons figures and segment of a debtor as of a day. */
export function standingOf({ debtor, items }: DebtorFacts, policy: Policy, asOf: Day): Standing {
  const { profile } = debtor;
  const figures = figuresOf(items, profile, { asOf, currency: policy.company.currency, currencies: policy.currencies });
  const traits: Traits = {
    kind: debtor.kind, country: debtor.country, companyId: policy.company.id, creditClassId: debtor.creditClassId,
    openAmount: figures.open, overdueAmount: figures.overdue, oldestDueOn: figures.oldestDueOn, openItems: figures.openItems, unpaid: figures.unpaid,
    exposure: figures.exposure, score: profile.score, customerSince: profile.customerSince, foundBy: profile.foundBy,
  };
  return { figures, traits, segment: segmentOf(policy.segments, traits, asOf) };
}

/** Amounts that could not be reckoned because a currency has no rate; an administrator must mend it, the items are dunned all the same. */
export function figureFaults({ items }: DebtorFacts, { figures }: Standing, policy: Policy): readonly Fault[] {
  const { currency } = policy.company;
  if (figures.open !== null || currency === null) return [];
  const codes = [...new Set(items.map((item) => item.openAmount.currency.code)), currency.currency.code];
  const code = codes.find((one) => policy.currencies.get(one)?.rate == null) ?? currency.currency.code;
  return [fault("DULY-MONEY-004", { currency: code })];
}

/** What changes on the debtor beside its ladder: figures, segment, delinquency; nothing where the last decision said the same. */
export function profileActions(facts: DebtorFacts, { figures, segment, traits }: Standing, asOf: Day): readonly Action[] {
  const { debtor, items } = facts;
  const { stored } = debtor.profile;
  const change = delinquencyChange(stored?.severity ?? null, figures, items, asOf);
  return [
    ...(stored !== null && sameFigures(stored, figures) ? [] : [{ kind: "setFigures" as const, figures }]),
    ...((segment?.id ?? null) === debtor.segmentId ? [] : [{ kind: "moveSegment" as const, segment, because: segment === null ? "" : because(segment, traits, asOf) }]),
    ...(change === null ? [] : [{ kind: "changeDelinquency" as const, change }]),
  ];
}
