export type DebtorKind = "company" | "naturalPerson" | "publicBody";

/** Conditions that must all hold; one that is null does not constrain. */
export interface Segment {
  readonly id: string;
  readonly name: string;
  /** Segments are tried from the lowest. */
  readonly order: number;
  readonly kind: DebtorKind | null;
  readonly country: string | null;
  readonly strategyId: string | null;
}

/** What segments are told apart by. */
export interface Traits {
  readonly kind: DebtorKind;
  readonly country: string | null;
}

const matches = (segment: Segment, traits: Traits): boolean =>
  (segment.kind === null || segment.kind === traits.kind)
  && (segment.country === null || segment.country.toUpperCase() === traits.country?.toUpperCase());

const before = (left: Segment, right: Segment): number => left.order - right.order || (left.id < right.id ? -1 : 1);

/** The first segment that a debtor matches, by order; null when none does. */
export const segmentOf = (segments: readonly Segment[], traits: Traits): Segment | null =>
  [...segments].sort(before).find((segment) => matches(segment, traits)) ?? null;
