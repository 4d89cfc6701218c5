import type { Remittance } from "#domain/receivables/settle";
import type { Reference } from "#solution/generated/names";
import { from } from "../sdk/query";
import { read, type Reading } from "../sdk/reading";
import { groupBy } from "./group";

/** Case id -> the ids of its items. */
export type CaseItems = ReadonlyMap<string, ReadonlySet<string>>;

/** A row of a payment, as far as it says what the money is for. */
export interface Naming { readonly duly_openitem: Reference | null; readonly duly_collectioncase: Reference | null }

/** A case, whose it is, and whether it is still worked on. */
export const caseQuery = (caseId: string) => from("duly_collectioncase").select("duly_name", "duly_debtor", "statecode").where(["duly_collectioncaseid", "eq", caseId]);

const caseItemQuery = (caseIds: readonly string[]) => from("duly_caseitem").select("duly_collectioncase", "duly_openitem").where(["duly_collectioncase", "in", caseIds]);

/** The items of the cases that some payments name; reads nothing when they name none. */
export function* readCaseItems(payments: readonly Pick<Naming, "duly_collectioncase">[]): Reading<CaseItems> {
  const ids = [...new Set(payments.flatMap(({ duly_collectioncase: named }) => named?.id ?? []))];
  if (ids.length === 0) return new Map();
  const rows = yield* read(caseItemQuery(ids));
  return new Map([...groupBy(rows, (row) => row.duly_collectioncase?.id ?? "")].map(([id, own]) => [id, new Set(own.flatMap((row) => row.duly_openitem?.id ?? []))]));
}

/** What a payment says that it is for. */
export const remittanceOf = ({ duly_openitem: item, duly_collectioncase: named }: Naming, cases: CaseItems): Remittance =>
  ({ itemId: item?.id ?? null, caseItemIds: cases.get(named?.id ?? "") ?? new Set() });
