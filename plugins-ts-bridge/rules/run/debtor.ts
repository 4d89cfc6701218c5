import type { Day } from "#domain/calendar/day";
import type { DebtorFacts } from "#domain/dunning/facts";
import { stop } from "#domain/messages/fault";
import { debtorQuery } from "../../rows/debtor";
import { read, type Reading } from "../../sdk/reading";
import { businessDayOf } from "../../sdk/input";
import { withContacts } from "../contact/read";
import { readDebtors, toFacts, type DebtorRows } from "../facts";
import { readPolicy, type ReadPolicy } from "./read";

/** A debtor's facts and policy as of a day. */
export interface ReadDebtor { readonly rows: DebtorRows; readonly facts: DebtorFacts; readonly known: ReadPolicy; readonly asOf: Day }

/** One debtor as a decision sees it, on the day asked for or the company's own today; refused when it does not exist. */
export function* readDebtor(id: string, asked: Day | null, call: { readonly nowUtc: string }): Reading<ReadDebtor> {
  const [debtor] = yield* read(debtorQuery().where(["duly_debtorid", "eq", id]));
  if (debtor === undefined) return stop("DULY-DEBTOR-001", { debtor: id });
  const known = yield* readPolicy(debtor.duly_company?.id ?? "");
  const asOf = asked ?? businessDayOf(call, known.policy.company.timeZone);
  const [rows] = yield* withContacts(yield* readDebtors([debtor], asOf, known.policy.segments), known.policy, asOf);
  return rows === undefined ? stop("DULY-DEBTOR-001", { debtor: id }) : { rows, facts: toFacts(rows, known), known, asOf };
}
