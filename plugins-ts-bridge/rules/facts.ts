import type { Day } from "#domain/calendar/day";
import type { Zone } from "#domain/calendar/zones";
import type { BrokenItem, DebtorFacts, LastPromise } from "#domain/dunning/facts";
import { FaultError } from "#domain/messages/fault";
import type { Policy } from "#domain/dunning/policy";
import type { Segment } from "#domain/segments/segment";
import type { OpenPromise } from "#domain/promises/promise";
import type { OpenItem } from "#domain/receivables/item";
import { communicationStatus } from "#solution/generated/names";
import { laterAllocations, toAllocation, valuedAllocationsOf, type AllocationColumns } from "../rows/allocation";
import { disputeQuery, holdQuery, promiseQuery, toDispute, toHold, toPromise, type DisputeColumns, type HoldColumns, type PromiseLineRow } from "../rows/agreements";
import { readCaseItems, type CaseItems } from "../rows/case";
import type { Currencies } from "../rows/currencies";
import { toContactPoint, toDebtor, type DebtorColumns } from "../rows/debtor";
import { toProfile } from "../rows/profile";
import { readFoundBy } from "./segments/found";
import { optOutQuery, toContacted, toOptOut, type ContactedColumns, type OptOutColumns } from "../rows/contacts";
import { groupBy } from "../rows/group";
import { itemQuery, itemsById, toOpenItem, toStoredVerdict, type ItemRow } from "../rows/item";
import { planQuery, readInstalments, toPlans, type InstalmentRow, type PlanItemRow } from "../rows/plan";
import { lastPaymentOn, receiptQuery, toReceipt, type ReceiptColumns } from "../rows/receipt";
import { unsentStatuses } from "../rows/messagestate";
import { from } from "../sdk/query";
import { read, readTogether, type Reading } from "../sdk/reading";

const contactQuery = (debtorIds: readonly string[]) => from("duly_contactpoint")
  .select("duly_debtor", "duly_name", "duly_channel", "duly_purpose", "duly_primary", "duly_bounced", "duly_invalid")
  .where(["duly_debtor", "in", debtorIds], ["statecode", "eq", 0]);
type ContactColumns = ReturnType<typeof contactQuery>["row"];

/** Items that a message speaks of which nobody heard yet: it waits for approval, or has not left. */
const unheardQuery = (debtorIds: readonly string[]) => from("duly_communicationline").select("duly_openitem", "duly_level")
  .join({ table: "duly_communication", from: "duly_communicationid", to: "duly_communication", alias: "message", select: ["duly_debtor", "statuscode", "duly_ladderstays"], where: [["duly_debtor", "in", debtorIds], ["statuscode", "in", unsentStatuses]] });
type UnheardColumns = ReturnType<typeof unheardQuery>["row"];

type ToldLevel = readonly [itemId: string, step: number];

const levelsOf = (rows: readonly UnheardColumns[]): readonly ToldLevel[] => rows.flatMap((row) => (row.duly_openitem === null ? [] : [[row.duly_openitem.id, row.duly_level ?? 0] as const]));

/** What waits for approval, and what has not left of all that moves the ladder: the highest level last, so that it is the one that counts. */
function waitingOf(rows: readonly UnheardColumns[]): Pick<DebtorRows, "awaitingApproval" | "unsent"> {
  const waits = (row: UnheardColumns): boolean => row["message.statuscode"] === communicationStatus.awaitingApproval;
  const unsent = levelsOf(rows.filter((row) => !waits(row) && row["message.duly_ladderstays"] !== true));
  return { awaitingApproval: levelsOf(rows.filter(waits)), unsent: [...unsent].sort(([, left], [, right]) => left - right) };
}

/** Rows of one debtor and what belongs to it. */
export interface DebtorRows {
  readonly debtor: DebtorColumns;
  /** Ids of the segments whose FetchXML finds it. */
  readonly foundBy: ReadonlySet<string>;
  readonly items: readonly ItemRow[];
  readonly promises: readonly PromiseLineRow[];
  readonly disputes: readonly DisputeColumns[];
  readonly holds: readonly HoldColumns[];
  readonly contacts: readonly ContactColumns[];
  readonly allocations: ReadonlyMap<string, readonly AllocationColumns[]>;
  readonly optOuts: readonly OptOutColumns[];
  /** Read apart, where contact rules count contacts. */
  readonly contacted: readonly ContactedColumns[];
  readonly awaitingApproval: readonly ToldLevel[];
  readonly unsent: readonly ToldLevel[];
  readonly plans: readonly PlanItemRow[];
  /** Of all plans that were read together. */
  readonly instalments: readonly InstalmentRow[];
  readonly receipts: readonly ReceiptColumns[];
  /** Of all payments that were read together. */
  readonly caseItems: CaseItems;
  readonly lastPaymentOn: Day | null;
}

/** What rows refer to. */
export interface Known {
  readonly currencies: Currencies;
  /** Number of a step by its id. */
  readonly sequences: ReadonlyMap<string, number>;
  readonly holdsPause: boolean;
  readonly policy: Policy;
  /** The company's. */
  readonly zone: Zone;
}

type OfDebtor = { readonly duly_debtor: { readonly id: string } | null };
const debtorOf = (row: OfDebtor): string => row.duly_debtor?.id ?? "";

interface Promised { readonly items: readonly ItemRow[]; readonly allocations: readonly AllocationColumns[] }

/** What promises and plans are judged by: every allocation to their items, and those of the items that are closed and were not read with the others. */
function* promisedRows(promises: readonly PromiseLineRow[], plans: readonly PlanItemRow[], items: readonly ItemRow[]): Reading<Promised> {
  const ids = [...new Set([...promises.flatMap((row) => row["line.duly_openitem"]?.id ?? []), ...plans.flatMap((row) => row["item.duly_openitem"]?.id ?? [])])];
  if (ids.length === 0) return { items: [], allocations: [] };
  const present = new Set(items.map((row) => row.duly_openitemid));
  const missing = ids.filter((id) => !present.has(id));
  if (missing.length === 0) return { items: [], allocations: yield* read(valuedAllocationsOf(ids)) };
  const [allocations, closed] = yield* readTogether(valuedAllocationsOf(ids), itemsById(missing));
  return { items: closed, allocations };
}

const byItem = (rows: readonly AllocationColumns[]): DebtorRows["allocations"] =>
  groupBy([...new Map(rows.map((row) => [row.duly_allocationid, row])).values()], (row) => row.duly_openitem?.id ?? "");

/** Reads everything about some debtors: one query a table, however many they are. */
export function* readDebtors(debtors: readonly DebtorColumns[], asOf: Day, segments: readonly Segment[]): Reading<readonly DebtorRows[]> {
  if (debtors.length === 0) return [];
  const ids = debtors.map((row) => row.duly_debtorid);
  const [items, plans, promises, disputes, holds, contacts, later, unheardLines, payments, optOuts] = yield* readTogether(
    itemQuery(ids, asOf), planQuery(ids), promiseQuery(ids, asOf), disputeQuery(ids, asOf), holdQuery(ids), contactQuery(ids), laterAllocations(ids, asOf), unheardQuery(ids), receiptQuery(ids, asOf),
    optOutQuery(ids),
  );
  const foundBy = yield* readFoundBy(segments, ids);
  const promised = yield* promisedRows(promises, plans, items);
  const instalments = yield* readInstalments(plans);
  const caseItems = yield* readCaseItems(payments);
  const plansOf = groupBy(plans, debtorOf);
  const allocations = byItem([...later, ...promised.allocations]);
  const unheardOf = groupBy(unheardLines, (row) => row["message.duly_debtor"]?.id ?? "");
  const paymentsOf = groupBy(payments, debtorOf);
  const optOutsOf = groupBy(optOuts, debtorOf);
  const [itemsOf, promisesOf, disputesOf, holdsOf, contactsOf] =
    [groupBy([...items, ...promised.items], debtorOf), groupBy(promises, debtorOf), groupBy(disputes, debtorOf), groupBy(holds, debtorOf), groupBy(contacts, debtorOf)];
  return debtors.map((debtor) => ({
    debtor, foundBy: foundBy.get(debtor.duly_debtorid) ?? new Set(), allocations, items: itemsOf.get(debtor.duly_debtorid) ?? [], promises: promisesOf.get(debtor.duly_debtorid) ?? [],
    disputes: disputesOf.get(debtor.duly_debtorid) ?? [], holds: holdsOf.get(debtor.duly_debtorid) ?? [], contacts: contactsOf.get(debtor.duly_debtorid) ?? [],
    optOuts: optOutsOf.get(debtor.duly_debtorid) ?? [], contacted: [],
    ...waitingOf(unheardOf.get(debtor.duly_debtorid) ?? []),
    plans: plansOf.get(debtor.duly_debtorid) ?? [], instalments,
    receipts: paymentsOf.get(debtor.duly_debtorid) ?? [], caseItems, lastPaymentOn: lastPaymentOn(paymentsOf.get(debtor.duly_debtorid) ?? [], asOf),
  }));
}

function itemsOf({ items, allocations }: DebtorRows, { currencies, sequences, policy: { company } }: Known): { readonly whole: readonly OpenItem[]; readonly broken: readonly BrokenItem[] } {
  const whole: OpenItem[] = [];
  const broken: BrokenItem[] = [];
  for (const row of items) {
    try {
      const own = allocations.get(row.duly_openitemid) ?? [];
      whole.push(toOpenItem(row, { currencies, sequences, company, allocations: own.map((one) => toAllocation(one, currencies)) }));
    } catch (error) {
      if (!(error instanceof FaultError)) throw error;
      broken.push({ id: row.duly_openitemid, fault: error.fault });
    }
  }
  return { whole, broken };
}

function lastOf(promises: readonly OpenPromise[]): LastPromise | null {
  const last = promises.reduce<OpenPromise | null>((found, one) => (found === null || one.takenOn > found.takenOn ? one : found), null);
  return last === null ? null : { on: last.promisedOn, amount: last.amount };
}

/** Rows of a debtor as facts; stops with a fault when the debtor's own rows are broken. An item that is broken is set apart. */
export function toFacts(rows: DebtorRows, known: Known): DebtorFacts {
  const { currencies } = known;
  const { whole, broken } = itemsOf(rows, known);
  const promisesOf = (state: number) => [...groupBy(rows.promises.filter((row) => row.statecode === state), (row) => row.duly_promiseid).values()].flatMap((lines) => toPromise(lines, currencies) ?? []);
  const debtor = toDebtor(rows.debtor, { lastPromise: lastOf([...promisesOf(0), ...promisesOf(1)]), lastPaymentOn: rows.lastPaymentOn, profile: toProfile(rows.debtor, rows.foundBy, { currencies, currency: known.policy.company.currency }) });
  return {
    debtor, items: whole, broken,
    promises: promisesOf(0), untold: promisesOf(1), plans: toPlans(rows.plans, rows.instalments, currencies),
    disputes: rows.disputes.flatMap((row) => toDispute(row) ?? []), holds: rows.holds.flatMap((row) => toHold(row, known.holdsPause) ?? []),
    optOuts: rows.optOuts.map(toOptOut), contacts: rows.contacted.flatMap((row) => toContacted(row, debtor.zone ?? known.zone)),
    contactPoints: rows.contacts.map(toContactPoint), awaitingApproval: new Map(rows.awaitingApproval), unsent: new Map(rows.unsent), receipts: rows.receipts.flatMap((row) => toReceipt(row, currencies, rows.caseItems) ?? []),
    stored: new Map(rows.items.map((row) => [row.duly_openitemid, toStoredVerdict(row)])),
  };
}
