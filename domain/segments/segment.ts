import { addDays } from "../calendar/arithmetic";
import type { Day } from "../calendar/day";
import { stop, type Fault } from "../messages/fault";
import type { Money } from "../money/money";

export type DebtorKind = "company" | "naturalPerson" | "publicBody";

/** From and to, both included; null = no bound. */
export interface Range<T> { readonly from: T | null; readonly to: T | null }

/** Conditions that must all hold; one that is null does not constrain. */
export interface Segment {
  readonly id: string;
  readonly name: string;
  /** Segments are tried from the lowest. */
  readonly order: number;
  readonly kind: DebtorKind | null;
  readonly country: string | null;
  readonly companyId: string | null;
  readonly creditClassId: string | null;
  /** As people know them; "" without. */
  readonly companyName: string;
  readonly creditClassName: string;
  /** Amounts in the company's currency. */
  readonly openAmount: Range<Money>;
  readonly overdueAmount: Range<Money>;
  readonly daysPastDue: Range<number>;
  readonly openItems: Range<number>;
  /** Hundredths of a percent, or of a point. */
  readonly unpaid: Range<number>;
  readonly exposure: Range<number>;
  readonly score: Range<number>;
  readonly customerDays: Range<number>;
  /** FetchXML over debtors that must find the debtor. */
  readonly fetchXml: string | null;
  readonly strategyId: string | null;
  /** Usual days from issue to due date. */
  readonly termsDays: number | null;
  /** What an administrator must mend before it can be matched; null = nothing. */
  readonly fault: Fault | null;
}

/** What segments are told apart by; null = not known, and then no condition on it holds. */
export interface Traits {
  readonly kind: DebtorKind;
  readonly country: string | null;
  readonly companyId: string;
  readonly creditClassId: string | null;
  readonly openAmount: Money | null;
  readonly overdueAmount: Money | null;
  readonly oldestDueOn: Day | null;
  readonly openItems: number;
  readonly unpaid: number | null;
  readonly exposure: number | null;
  readonly score: number | null;
  readonly customerSince: Day | null;
  /** Ids of the segments whose FetchXML finds the debtor. */
  readonly foundBy: ReadonlySet<string>;
}

export type Trait = Exclude<keyof Traits, "foundBy">;

/** A trait compared with a value: the one form that a segment is matched by and that its query is written from. */
export interface TraitCondition {
  readonly trait: Trait;
  readonly operator: "eq" | "ge" | "le";
  readonly value: string | number | Money;
}

const bounds = (trait: Trait, { from, to }: Range<string | number | Money>): readonly TraitCondition[] => [
  ...(from === null ? [] : [{ trait, operator: "ge" as const, value: from }]), ...(to === null ? [] : [{ trait, operator: "le" as const, value: to }]),
];

const equals = (trait: Trait, value: string | null): readonly TraitCondition[] => (value === null ? [] : [{ trait, operator: "eq", value }]);

/** So many days ago; more days are an earlier day. */
const ago = ({ from, to }: Range<number>, asOf: Day): Range<Day> =>
  ({ from: to === null ? null : addDays(asOf, -to), to: from === null ? null : addDays(asOf, -from) });

/** The conditions of a segment as of a day, without its FetchXML. */
export const conditionsOf = (segment: Segment, asOf: Day): readonly TraitCondition[] => [
  ...equals("kind", segment.kind), ...equals("country", segment.country), ...equals("companyId", segment.companyId), ...equals("creditClassId", segment.creditClassId),
  ...bounds("openAmount", segment.openAmount), ...bounds("overdueAmount", segment.overdueAmount), ...bounds("oldestDueOn", ago(segment.daysPastDue, asOf)),
  ...bounds("openItems", segment.openItems), ...bounds("unpaid", segment.unpaid), ...bounds("exposure", segment.exposure), ...bounds("score", segment.score),
  ...bounds("customerSince", ago(segment.customerDays, asOf)),
];

type Comparable = string | number | bigint;
const comparable = (value: string | number | Money): Comparable => (typeof value === "object" ? value.minor : typeof value === "string" ? value.toUpperCase() : value);

/** Whether a trait is as a condition wants; one that is not known never is. */
export function holds({ trait, operator, value }: TraitCondition, traits: Traits): boolean {
  const own = traits[trait];
  if (own === null) return false;
  const [left, right] = [comparable(own), comparable(value)];
  return operator === "eq" ? left === right : operator === "ge" ? left >= right : left <= right;
}

const matches = (segment: Segment, traits: Traits, asOf: Day): boolean =>
  conditionsOf(segment, asOf).every((condition) => holds(condition, traits)) && (segment.fetchXml === null || segment.fault !== null || traits.foundBy.has(segment.id));

const before = (left: Segment, right: Segment): number => left.order - right.order || (left.id < right.id ? -1 : 1);

/** Segments in the order in which they are tried. */
export const inOrder = (segments: readonly Segment[]): readonly Segment[] => [...segments].sort(before);

/** The first segment of an ordered list that a debtor matches as of a day; null when none does. Stops with the segment's fault when it is broken, and when another of the same order matches as well: which goes first is not said. */
export function segmentOf(ordered: readonly Segment[], traits: Traits, asOf: Day): Segment | null {
  const place = ordered.findIndex((segment) => matches(segment, traits, asOf));
  const found = ordered[place];
  if (found === undefined) return null;
  if (found.fault !== null) return stop(found.fault.code, found.fault.parameters);
  for (let next = place + 1; ordered[next]?.order === found.order; next += 1) {
    const other = ordered[next];
    if (other !== undefined && matches(other, traits, asOf)) return stop("DULY-SEGMENT-004", { segment: found.name, other: other.name, order: found.order });
  }
  return found;
}
