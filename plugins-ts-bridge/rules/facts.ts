import type { Day } from "#domain/calendar/day";
import type { BrokenItem, DebtorFacts } from "#domain/dunning/facts";
import { FaultError } from "#domain/messages/fault";
import type { OpenItem } from "#domain/receivables/item";
import { allocationsOf, laterAllocations, toAllocation, type AllocationColumns } from "../rows/allocation";
import { disputeQuery, holdQuery, promiseQuery, toDispute, toHold, toPromise, type DisputeColumns, type HoldColumns, type PromiseLineRow } from "../rows/agreements";
import type { Currencies } from "../rows/currencies";
import { toContactPoint, toDebtor, type DebtorColumns } from "../rows/debtor";
import { groupBy } from "../rows/group";
import { itemQuery, itemsById, toOpenItem, toStoredVerdict, type ItemRow } from "../rows/item";
import { from } from "../sdk/query";
import { read, readTogether, type Reading } from "../sdk/reading";

const contactQuery = (debtorIds: readonly string[]) => from("duly_contactpoint")
  .select("duly_debtor", "duly_name", "duly_channel", "duly_purpose", "duly_primary", "duly_bounced")
  .where(["duly_debtor", "in", debtorIds], ["statecode", "eq", 0]);
type ContactColumns = ReturnType<typeof contactQuery>["row"];

/** Rows of one debtor and what belongs to it. */
export interface DebtorRows {
  readonly debtor: DebtorColumns;
  readonly items: readonly ItemRow[];
  readonly promises: readonly PromiseLineRow[];
  readonly disputes: readonly DisputeColumns[];
  readonly holds: readonly HoldColumns[];
  readonly contacts: readonly ContactColumns[];
  readonly allocations: ReadonlyMap<string, readonly AllocationColumns[]>;
}

/** What rows refer to. */
export interface Known {
  readonly currencies: Currencies;
  /** Number of a step by its id. */
  readonly sequences: ReadonlyMap<string, number>;
}

type OfDebtor = { readonly duly_debtor: { readonly id: string } | null };
const debtorOf = (row: OfDebtor): string => row.duly_debtor?.id ?? "";

interface Promised { readonly items: readonly ItemRow[]; readonly allocations: readonly AllocationColumns[] }

/** What promises are judged by: every allocation to their items, and those of the items that are closed and were not read with the others. */
function* promisedRows(promises: readonly PromiseLineRow[], items: readonly ItemRow[]): Reading<Promised> {
  const ids = [...new Set(promises.flatMap((row) => row["line.duly_openitem"]?.id ?? []))];
  if (ids.length === 0) return { items: [], allocations: [] };
  const present = new Set(items.map((row) => row.duly_openitemid));
  const missing = ids.filter((id) => !present.has(id));
  if (missing.length === 0) return { items: [], allocations: yield* read(allocationsOf(ids)) };
  const [allocations, closed] = yield* readTogether(allocationsOf(ids), itemsById(missing));
  return { items: closed, allocations };
}

const byItem = (rows: readonly AllocationColumns[]): DebtorRows["allocations"] =>
  groupBy([...new Map(rows.map((row) => [row.duly_allocationid, row])).values()], (row) => row.duly_openitem?.id ?? "");

/** Reads everything about some debtors: one query a table, however many they are. */
export function* readDebtors(debtors: readonly DebtorColumns[], asOf: Day): Reading<readonly DebtorRows[]> {
  if (debtors.length === 0) return [];
  const ids = debtors.map((row) => row.duly_debtorid);
  const [items, promises, disputes, holds, contacts, later] = yield* readTogether(
    itemQuery(ids, asOf), promiseQuery(ids), disputeQuery(ids, asOf), holdQuery(ids, asOf), contactQuery(ids), laterAllocations(ids, asOf),
  );
  const promised = yield* promisedRows(promises, items);
  const allocations = byItem([...later, ...promised.allocations]);
  const [itemsOf, promisesOf, disputesOf, holdsOf, contactsOf] =
    [groupBy([...items, ...promised.items], debtorOf), groupBy(promises, debtorOf), groupBy(disputes, debtorOf), groupBy(holds, debtorOf), groupBy(contacts, debtorOf)];
  return debtors.map((debtor) => ({
    debtor, allocations, items: itemsOf.get(debtor.duly_debtorid) ?? [], promises: promisesOf.get(debtor.duly_debtorid) ?? [],
    disputes: disputesOf.get(debtor.duly_debtorid) ?? [], holds: holdsOf.get(debtor.duly_debtorid) ?? [], contacts: contactsOf.get(debtor.duly_debtorid) ?? [],
  }));
}

function itemsOf({ items, allocations }: DebtorRows, { currencies, sequences }: Known): { readonly whole: readonly OpenItem[]; readonly broken: readonly BrokenItem[] } {
  const whole: OpenItem[] = [];
  const broken: BrokenItem[] = [];
  for (const row of items) {
    try {
      const own = allocations.get(row.duly_openitemid) ?? [];
      whole.push(toOpenItem(row, { currencies, sequences, allocations: own.map((one) => toAllocation(one, currencies)) }));
    } catch (error) {
      if (!(error instanceof FaultError)) throw error;
      broken.push({ id: row.duly_openitemid, fault: error.fault });
    }
  }
  return { whole, broken };
}

/** Rows of a debtor as facts; stops with a fault when the debtor's own rows are broken. An item that is broken is set apart. */
export function toFacts(rows: DebtorRows, known: Known): DebtorFacts {
  const { currencies } = known;
  const { whole, broken } = itemsOf(rows, known);
  const promises = [...groupBy(rows.promises, (row) => row.duly_promiseid).values()];
  return {
    debtor: toDebtor(rows.debtor), items: whole, broken,
    promises: promises.flatMap((lines) => toPromise(lines, currencies) ?? []),
    disputes: rows.disputes.flatMap((row) => toDispute(row) ?? []), holds: rows.holds.flatMap((row) => toHold(row) ?? []),
    contactPoints: rows.contacts.map(toContactPoint),
    stored: new Map(rows.items.map((row) => [row.duly_openitemid, toStoredVerdict(row)])),
  };
}
