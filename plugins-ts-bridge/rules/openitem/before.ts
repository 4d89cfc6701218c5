import type { ItemStatus } from "#domain/receivables/item";
import type { OpenitemRow } from "#solution/generated/names";
import { itemStatusOf } from "../../rows/codes";

type Columns = { readonly [C in "statuscode" | "duly_statusbefore" | "duly_duedate" | "duly_originalduedate"]?: OpenitemRow[C] };

/**
 * Status of an item before it was closed as paid, which it has again when something of it is open after all.
 * Where none was remembered, or that of a payment that came back, an item with another due date than at issue was rescheduled.
 */
export function statusBefore({ statuscode, duly_statusbefore: remembered, duly_duedate: dueOn, duly_originalduedate: original }: Columns): ItemStatus {
  const status = itemStatusOf(statuscode) ?? "open";
  if (status !== "paid") return status;
  const before = itemStatusOf(remembered);
  if (before !== null && before !== "returned") return before;
  return original != null && original !== dueOn ? "rescheduled" : "open";
}
