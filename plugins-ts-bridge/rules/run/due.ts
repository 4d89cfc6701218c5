import type { Day } from "#domain/calendar/day";
import { debtorQuery } from "../../rows/debtor";
import type { Segment } from "#domain/segments/segment";
import type { Position } from "./cursor";

const activeDebtors = (companyId: string) => debtorQuery().where(["duly_company", "eq", companyId], ["statecode", "eq", 0]);
type Debtors = ReturnType<typeof activeDebtors>;

/** A page in the order of numbers. */
const paged = (debtors: Debtors, { after, size }: Pick<Position, "after" | "size">) =>
  (after === "" ? debtors : debtors.where(["duly_number", "gt", after])).orderBy("duly_number").first(size);

/** Debtors of a company that a page decides. */
export function dueDebtors(companyId: string, position: Position, asOf: Day) {
  const all = activeDebtors(companyId);
  return paged(position.scope === "all" ? all : all.where(["duly_nextactionon", "le", asOf]), position);
}

/** A segment that takes debtors in or lets them go without anything being open: with the days of a relation, or by its view. */
const changesByItself = ({ customerDays, fetchXml }: Segment): boolean => customerDays.from !== null || customerDays.to !== null || fetchXml !== null;

/** Debtors whose day has not come and whose figures or segment may change with the day: something is open, or a segment changes by itself. */
export function otherDebtors(companyId: string, position: Position, { asOf, segments }: { readonly asOf: Day; readonly segments: readonly Segment[] }) {
  const others = activeDebtors(companyId).where({ any: [["duly_nextactionon", "gt", asOf], ["duly_nextactionon", "null"]] });
  return paged(segments.some(changesByItself) ? others : others.where({ any: [["duly_openitemcount", "gt", 0], ["duly_openitemcount", "null"]] }), position);
}
