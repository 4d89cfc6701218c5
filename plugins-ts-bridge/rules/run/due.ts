import type { Day } from "#domain/calendar/day";
import { debtorQuery } from "../../rows/debtor";
import type { Position } from "./cursor";

/** Debtors of a company that a page takes, in the order of their numbers. */
export function dueDebtors(companyId: string, { scope, after, size }: Position, asOf: Day) {
  const all = debtorQuery().where(["duly_company", "eq", companyId], ["statecode", "eq", 0]);
  const due = scope === "all" ? all : all.where(["duly_nextactionon", "le", asOf]);
  return (after === "" ? due : due.where(["duly_number", "gt", after])).orderBy("duly_number").first(size);
}
