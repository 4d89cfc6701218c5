import type { Action } from "#domain/dunning/actions";
import type { DebtorFacts } from "#domain/dunning/facts";
import { from } from "../../sdk/query";
import { readTogether, type Reading } from "../../sdk/reading";
import { groupBy } from "../../rows/group";
import { chooseCollectors, type Assigned } from "./collectors";

const membershipQuery = (debtorIds: readonly string[]) => from("duly_segmentmembership").select("duly_segmentmembershipid", "duly_debtor", "duly_startson", "duly_endson")
  .where(["duly_debtor", "in", debtorIds], ["duly_endson", "null"]);
export type MembershipRow = ReturnType<typeof membershipQuery>["row"];

const delinquencyQuery = (debtorIds: readonly string[]) => from("duly_delinquency").select("duly_delinquencyid", "duly_debtor", "duly_enteredon", "duly_lefton", "duly_severity")
  .where(["duly_debtor", "in", debtorIds]);
export type DelinquencyRow = ReturnType<typeof delinquencyQuery>["row"];

/** What the histories of debtors hold, as far as today's changes need it. */
export interface Histories {
  readonly memberships: ReadonlyMap<string, readonly MembershipRow[]>;
  readonly delinquencies: ReadonlyMap<string, readonly DelinquencyRow[]>;
  /** Debtor id -> the collector that it is given. */
  readonly collectors: ReadonlyMap<string, Assigned>;
}

export const noHistories: Histories = { memberships: new Map(), delinquencies: new Map(), collectors: new Map() };

/** A debtor and what is to be done about it. */
export interface Changing { readonly facts: DebtorFacts; readonly actions: readonly Action[] }

const enters = ({ facts, actions }: Changing): boolean => facts.debtor.profile.collectorId === null
  && actions.some((action) => action.kind === "changeDelinquency" && action.change.change === "entered");
const ofDebtor = (row: { readonly duly_debtor: { readonly id: string } | null }): string => row.duly_debtor?.id ?? "";

/** Reads the histories of debtors that move or whose delinquency changes; reads nothing when none does. */
export function* readHistories(companyId: string, changing: readonly Changing[]): Reading<Histories> {
  const moved = changing.filter(({ actions }) => actions.some(({ kind }) => kind === "moveSegment" || kind === "changeDelinquency"));
  if (moved.length === 0) return noHistories;
  const ids = moved.map(({ facts }) => facts.debtor.id);
  const [memberships, delinquencies] = yield* readTogether(membershipQuery(ids), delinquencyQuery(ids));
  const collectors = yield* chooseCollectors(companyId, moved.filter(enters).map(({ facts }) => facts.debtor.id));
  return { memberships: groupBy(memberships, ofDebtor), delinquencies: groupBy(delinquencies, ofDebtor), collectors };
}
