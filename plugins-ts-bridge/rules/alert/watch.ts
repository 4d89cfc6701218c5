import { followUp } from "#domain/alerts/follow";
import type { AlertRule } from "#domain/alerts/rule";
import type { Watched, WatchedDispute } from "#domain/alerts/watch";
import type { Calendar } from "#domain/calendar/business";
import { later, type Day } from "#domain/calendar/day";
import { deadlineAfter } from "#domain/disputes/route";
import { fault, FaultError } from "#domain/messages/fault";
import { faultText } from "#domain/messages/text";
import type { WatchedDisputeColumns } from "../../rows/alert";
import { toDay, type DebtorColumns } from "../../rows/debtor";
import { toProfile } from "../../rows/profile";
import { dayOf } from "../../sdk/input";
import type { Effect } from "../../sdk/effect";
import { read, type Reading } from "../../sdk/reading";
import { dueDebtors } from "../run/due";
import type { Position } from "../run/cursor";
import type { ReadPolicy } from "../run/read";
import { alertEffect } from "./effects";
import { readRules, readWatched, type Beside } from "./read";

/** What watching some debtors came to; lines of the log say who could not be watched, and which rules are broken. */
export interface WatchedPage {
  readonly effects: readonly Effect[];
  readonly log: readonly string[];
  /** How many debtors were read, number of the last, and whether more follow. */
  readonly debtors: number;
  readonly last: string;
  readonly more: boolean;
}

interface Watching { readonly rules: readonly AlertRule[]; readonly beside: Beside; readonly known: ReadPolicy; readonly asOf: Day; readonly nowUtc: string }

function watchedDispute(row: WatchedDisputeColumns, calendar: Calendar): WatchedDispute {
  const deadline = dayOf(row.duly_deadline ?? "");
  return { id: row.duly_disputeid, name: row.duly_name ?? "", deadline, escalatesOn: deadlineAfter(deadline, row["reason.duly_escalationdays"], calendar) };
}

/** What rules look at; null for a debtor that no run has decided yet. */
function watchedOf(row: DebtorColumns, { beside, known: { policy, currencies } }: Watching): Watched | null {
  const { stored } = toProfile(row, new Set(), { currencies, currency: policy.company.currency });
  if (stored === null) return null;
  const days = [row.duly_lastactionon, ...beside.actionDays.get(row.duly_debtorid) ?? []].flatMap((day) => toDay(day) ?? []);
  return {
    overdue: stored.overdue, oldestDueOn: stored.oldestDueOn, severity: stored.severity,
    lastActionOn: days.reduce<Day | null>((last, day) => (last === null ? day : later(last, day)), null),
    disputes: (beside.disputes.get(row.duly_debtorid) ?? []).map((one) => watchedDispute(one, policy.calendar)),
  };
}

function effectsOf(debtor: DebtorColumns, watching: Watching): readonly Effect[] {
  const { rules, beside, asOf, nowUtc } = watching;
  const watched = watchedOf(debtor, watching);
  if (watched === null) return [];
  const telling = { debtor, disputes: beside.disputes.get(debtor.duly_debtorid) ?? [], asOf, nowUtc };
  return followUp(rules, watched, beside.alerts.get(debtor.duly_debtorid) ?? [], asOf).map((action) => alertEffect(action, telling));
}

/** The writes about one debtor, or the line that says what is wrong with its rows. */
function looked(debtor: DebtorColumns, watching: Watching): readonly Effect[] | string {
  try {
    return effectsOf(debtor, watching);
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    return `${debtor.duly_number ?? ""}: ${faultText(error.fault)}`;
  }
}

const passedOver = (debtors: readonly DebtorColumns[], problem: string): readonly string[] =>
  debtors.map(({ duly_number: number }) => `${number ?? ""}: ${faultText(fault("DULY-RUN-012", { debtor: number ?? "", text: problem }))}`);

/** Looks at the next debtors of a company after their decisions: what the alert rules notice becomes alerts. `problem` = why the next debtor is passed over; null = look at it. */
export function* watchPage(known: ReadPolicy, position: Position, { asOf, nowUtc, problem }: { readonly asOf: Day; readonly nowUtc: string; readonly problem: string | null }): Reading<WatchedPage> {
  const { rules, faults } = yield* readRules(known);
  const found = yield* read(dueDebtors(known.policy.company.id, { ...position, scope: "all", size: position.size + 1 }, asOf));
  const debtors = found.slice(0, position.size);
  const watching = { rules, beside: yield* readWatched(problem === null ? rules : [], debtors, asOf), known, asOf, nowUtc };
  const all = problem === null ? debtors.map((debtor) => looked(debtor, watching)) : passedOver(debtors, problem);
  const broken = position.after === "" ? faults.map((one) => faultText(one)) : [];
  return {
    effects: all.flatMap((one) => (typeof one === "string" ? [] : one)), log: [...broken, ...all.flatMap((one) => (typeof one === "string" ? [one] : []))],
    debtors: debtors.length, last: debtors[debtors.length - 1]?.duly_number ?? "", more: found.length > debtors.length,
  };
}
