import { stop } from "#domain/messages/fault";
import type { Reference } from "#solution/generated/names";
import { from } from "../../sdk/query";
import { read, type Reading } from "../../sdk/reading";

/** Who agreed and about what; an agreement about an item is one with the item's debtor. */
export interface Parties { readonly duly_debtor?: Reference | null; readonly duly_openitem?: Reference | null }

/** Refuses what is taken up again about an item that another debtor has by now. */
export function* stillTheirs({ duly_debtor: debtor, duly_openitem: item }: Parties): Reading<void> {
  if (item == null || debtor == null) return;
  const [row] = yield* read(from("duly_openitem").select("duly_name", "duly_debtor").where(["duly_openitemid", "eq", item.id]));
  if (row !== undefined && row.duly_debtor !== null && row.duly_debtor.id !== debtor.id) stop("DULY-AGREEMENT-007", { item: row.duly_name ?? item.id });
}

/** The first day of what ends on another; refused when it ends before. */
export const ordered = (startsOn: string, endsOn: string | null | undefined): string =>
  (endsOn == null || endsOn >= startsOn ? startsOn : stop("DULY-AGREEMENT-003", { startsOn, endsOn }));
