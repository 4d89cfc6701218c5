import type { Alert } from "#domain/alerts/follow";
import type { AlertRule } from "#domain/alerts/rule";
import { addDays } from "#domain/calendar/arithmetic";
import type { Day } from "#domain/calendar/day";
import { isFault, type Fault } from "#domain/messages/fault";
import { compareSeverity } from "#domain/segments/severity";
import { alertQuery, disputesSince, promisesSince, toAlert, watchedDisputeQuery, type WatchedDisputeColumns } from "../../rows/alert";
import { alertRuleQuery, toAlertRule } from "../../rows/alertrule";
import { severityOf } from "../../rows/codes";
import { contactedQuery } from "../../rows/contacts";
import type { DebtorColumns } from "../../rows/debtor";
import { groupBy } from "../../rows/group";
import { read, readTogether, type Reading } from "../../sdk/reading";
import type { ReadPolicy } from "../run/read";

/** Whether any active rule watches a company. */
export function* isWatched(companyId: string): Reading<boolean> {
  return (yield* read(alertRuleQuery(companyId).first(1))).length > 0;
}

export interface ReadRules { readonly rules: readonly AlertRule[]; readonly faults: readonly Fault[] }

/** The rules that watch a company, and what is wrong with the others. */
export function* readRules({ policy, currencies }: ReadPolicy): Reading<ReadRules> {
  const rows = yield* read(alertRuleQuery(policy.company.id));
  const all = rows.map((row) => toAlertRule(row, { currency: policy.company.currency, currencies }));
  return { rules: all.flatMap((one) => (isFault(one) ? [] : [one])), faults: all.filter(isFault) };
}

type Id = { readonly id: string } | null;
const ofDebtor = ({ duly_debtor: debtor }: { readonly duly_debtor: Id }): string => debtor?.id ?? "";

/** Days on which something was done about debtors, as far back as a rule looks, for those that a rule may find without action. */
function* actionDays(rules: readonly AlertRule[], debtors: readonly DebtorColumns[], asOf: Day): Reading<ReadonlyMap<string, readonly string[]>> {
  const idle = rules.filter(({ kind }) => kind === "noAction");
  const ids = debtors.filter((row) => idle.some((rule) => compareSeverity(severityOf(row.duly_severity), rule.severity) >= 0)).map((row) => row.duly_debtorid);
  if (ids.length === 0) return new Map();
  const since = addDays(asOf, -idle.reduce((most, { days }) => Math.max(most, days ?? 0), 0));
  const [contacts, promises, disputes] = yield* readTogether(contactedQuery(ids, since), promisesSince(ids, since), disputesSince(ids, since));
  const days = [
    ...contacts.map((row) => ({ debtor: ofDebtor(row), on: row.duly_plannedon })), ...promises.map((row) => ({ debtor: ofDebtor(row), on: row.duly_takenon })),
    ...disputes.map((row) => ({ debtor: ofDebtor(row), on: row.duly_openedon })),
  ].filter(({ on }) => on !== null && on <= asOf);
  return new Map([...groupBy(days, ({ debtor }) => debtor)].map(([id, own]) => [id, own.map(({ on }) => on ?? "")]));
}

/** What is known beside the rows of some debtors, by debtor id. */
export interface Beside {
  readonly alerts: ReadonlyMap<string, readonly Alert[]>;
  readonly disputes: ReadonlyMap<string, readonly WatchedDisputeColumns[]>;
  readonly actionDays: ReadonlyMap<string, readonly string[]>;
}

/** Reads what rules look at: one query a table, and only the tables that a rule needs. */
export function* readWatched(rules: readonly AlertRule[], debtors: readonly DebtorColumns[], asOf: Day): Reading<Beside> {
  const ids = debtors.map((row) => row.duly_debtorid);
  if (ids.length === 0 || rules.length === 0) return { alerts: new Map(), disputes: new Map(), actionDays: new Map() };
  const alerts = yield* read(alertQuery(ids, asOf));
  const disputes = rules.some(({ kind }) => kind === "lateDispute") ? yield* read(watchedDisputeQuery(ids)) : [];
  const alertsOf = new Map([...groupBy(alerts, ofDebtor)].map(([id, rows]) => [id, rows.map(toAlert)]));
  return { alerts: alertsOf, disputes: groupBy(disputes, ofDebtor), actionDays: yield* actionDays(rules, debtors, asOf) };
}
