import type { Day } from "#domain/calendar/day";
import type { Policy } from "#domain/dunning/policy";
import { contactedQuery, countedSince } from "../../rows/contacts";
import { groupBy } from "../../rows/group";
import { read, type Reading } from "../../sdk/reading";
import type { DebtorRows } from "../facts";

/** Debtors with their contacts so far; nothing is read where no contact rule counts contacts. */
export function* withContacts(debtors: readonly DebtorRows[], { contactRules }: Policy, asOf: Day): Reading<readonly DebtorRows[]> {
  const since = countedSince(contactRules, asOf);
  if (since === null || debtors.length === 0) return debtors;
  const rows = yield* read(contactedQuery(debtors.map(({ debtor }) => debtor.duly_debtorid), since));
  const contacted = groupBy(rows, (row) => row.duly_debtor?.id ?? "");
  return debtors.map((one) => ({ ...one, contacted: contacted.get(one.debtor.duly_debtorid) ?? [] }));
}
