import type { Day } from "#domain/calendar/day";
import type { DebtorFacts } from "#domain/dunning/facts";
import { stop } from "#domain/messages/fault";
import { debtorQuery } from "../../rows/debtor";
import { read, type Reading } from "../../sdk/reading";
import { readDebtors, toFacts } from "../facts";
import { readPolicy, type ReadPolicy } from "./read";

/** One debtor as a decision of a day sees it; refused when it does not exist. */
export function* readDebtor(id: string, asOf: Day): Reading<{ readonly facts: DebtorFacts; readonly known: ReadPolicy }> {
  const [debtor] = yield* read(debtorQuery().where(["duly_debtorid", "eq", id]));
  if (debtor === undefined) return stop("DULY-DEBTOR-001", { debtor: id });
  const known = yield* readPolicy(debtor.duly_company?.id ?? "");
  const [rows] = yield* readDebtors([debtor], asOf, known.policy.segments);
  return rows === undefined ? stop("DULY-DEBTOR-001", { debtor: id }) : { facts: toFacts(rows, known), known };
}
