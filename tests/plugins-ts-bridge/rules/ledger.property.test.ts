import fc from "fast-check";
import type { RawRow } from "#bridge/sdk/value";
import { communicationStatus, creditmode, decisionreason, disputeStatus, holdStatus, invoicekind, openitemStatus, paymentStatus, promiseStatus } from "#solution/generated/names";
import { bundle, Ledger, reference } from "../../builders/rules/ledger";
import { PlatformError } from "../../builders/rules/store";

/** What holds of random ledgers over random nights, whatever happens in between and in whatever order: the rules with their rows, not the decision alone. */
let text: string;
beforeAll(async () => { ({ text } = await bundle()); });

type Happening = (ledger: Ledger, which: number) => void;
const pick = (rows: readonly RawRow[], which: number): RawRow => rows[which % Math.max(1, rows.length)] ?? {};
const itemOf = ({ store }: Ledger, which: number): RawRow => pick(store.all("duly_openitem"), which);
const idOf = (row: RawRow, column: string): string => (row[column] as { id: string } | null)?.id ?? "";
const debtorOf = (row: RawRow) => ({ duly_debtor: reference("duly_debtor", idOf(row, "duly_debtor")) });
const about = (row: RawRow) => ({ ...debtorOf(row), duly_openitem: reference("duly_openitem", String(row.duly_openitemid)) });
const today = ({ store }: Ledger): string => store.nowUtc.slice(0, 10);
const currencyOf = (row: RawRow) => ({ transactioncurrencyid: row.transactioncurrencyid ?? null });
const whole = (row: RawRow): string => (Number(row.duly_openamount) > 1 ? String(Math.floor(Number(row.duly_openamount))) : "1");

/** Changes one row of a table, where there is any. */
function change({ store }: Ledger, table: string, which: number, columns: RawRow): void {
  const id = pick(store.all(table), which)[`${table}id`];
  if (id !== undefined) store.update(table, { id: String(id) }, columns);
}

/** What may happen between two nights; what the rules refuse does not happen. */
const happenings: Readonly<Record<string, Happening>> = {
  paid: (ledger, which) => { const item = itemOf(ledger, which); ledger.store.create("duly_payment", { duly_name: `B${which}`, ...about(item), duly_company: item.duly_company ?? null, duly_amount: item.duly_openamount ?? "1", duly_valuedate: today(ledger), ...currencyOf(item) }); },
  partlyPaid: (ledger, which) => { const item = itemOf(ledger, which); ledger.store.create("duly_payment", { duly_name: `P${which}`, ...debtorOf(item), duly_company: item.duly_company ?? null, duly_amount: "1", duly_valuedate: today(ledger), ...currencyOf(item) }); },
  returned: (ledger, which) => { change(ledger, "duly_payment", which, { statecode: 1, statuscode: paymentStatus.returned }); },
  disputed: (ledger, which) => { ledger.store.create("duly_dispute", { duly_name: "x", ...about(itemOf(ledger, which)), duly_openedon: today(ledger) }); },
  resolved: (ledger, which) => { change(ledger, "duly_dispute", which, { statecode: 1, statuscode: disputeStatus.resolved }); },
  held: (ledger, which) => { ledger.store.create("duly_hold", { duly_name: "x", ...(which % 2 === 0 ? debtorOf(itemOf(ledger, which)) : about(itemOf(ledger, which))), duly_startson: today(ledger), duly_endson: which % 3 === 0 ? null : `2026-03-${String(10 + (which % 15)).padStart(2, "0")}` }); },
  released: (ledger, which) => { change(ledger, "duly_hold", which, { statecode: 1, statuscode: holdStatus.ended }); },
  promised: (ledger, which) => { const item = itemOf(ledger, which); ledger.store.create("duly_promise", { ...debtorOf(item), duly_openitems: item.duly_openitemid ?? null, duly_amount: whole(item), duly_promisedate: `2026-03-${String(8 + (which % 20)).padStart(2, "0")}`, ...currencyOf(item) }); },
  takenBack: (ledger, which) => { change(ledger, "duly_promise", which, { statecode: 1, statuscode: promiseStatus.cancelled }); },
  litigated: (ledger, which) => { change(ledger, "duly_openitem", which, { statuscode: openitemStatus.inLitigation }); },
  setBack: (ledger, which) => { change(ledger, "duly_openitem", which, { duly_level: 0 }); },
  postponed: (ledger, which) => { change(ledger, "duly_openitem", which, { statuscode: openitemStatus.rescheduled, duly_duedate: "2026-03-11" }); },
  suppressed: (ledger, which) => { change(ledger, "duly_communication", which, { statecode: 1, statuscode: communicationStatus.suppressed }); },
  byHand: (ledger, which) => { ledger.store.execute("duly_RemindNow", { DebtorId: idOf(itemOf(ledger, which), "duly_debtor"), MoveLadder: which % 2 === 0 }); },
  policy: ({ store, stepIds }, which) => { store.update("duly_strategystep", { id: stepIds[0] ?? "" }, { duly_offsetdays: which % 9 }); },
};

function happen(ledger: Ledger, [what, which]: readonly [string, number]): void {
  try {
    happenings[what]?.(ledger, which);
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
  }
}

interface Wanted { readonly due: number; readonly amount: number; readonly huf: boolean; readonly credit: boolean; readonly second: boolean }
const anyItems: fc.Arbitrary<readonly Wanted[]> = fc.array(fc.record({ due: fc.integer({ min: 1, max: 28 }), amount: fc.integer({ min: 1, max: 900 }), huf: fc.boolean(), credit: fc.integer({ min: 0, max: 7 }).map((one) => one === 0), second: fc.boolean() }), { minLength: 2, maxLength: 6 });
const anyEvents = fc.array(fc.tuple(fc.constantFrom(...Object.keys(happenings)), fc.nat({ max: 60 })), { maxLength: 4 });

function ledgerOf(items: readonly Wanted[]): Ledger {
  const ledger = new Ledger(text, "2026-03-02");
  ledger.store.update("duly_company", { id: ledger.companyId }, { duly_creditmode: creditmode.net, duly_transitdays: 2 });
  const debtors = ["C-1", "C-2"].map((number) => ledger.debtor(number));
  for (const { due, amount, huf, credit, second } of items) {
    ledger.item(debtors[second ? 1 : 0] ?? "", { due: `2026-02-${String(due).padStart(2, "0")}`, amount: huf ? `${amount}000` : `${amount}.00`, currency: huf ? "HUF" : "EUR", ...(credit ? { kind: invoicekind.creditNote } : {}) });
  }
  return ledger;
}

const lasts = (row: RawRow, day: string, from: string, to: string): boolean => String(row[from]) <= day && (row[to] == null || String(row[to]) >= day);

/** Why the rows of a day forbid to speak of an item. */
function forbidden({ store }: Ledger, item: RawRow, day: string): readonly string[] {
  const of = (row: RawRow): boolean => (idOf(row, "duly_openitem") || item.duly_openitemid) === item.duly_openitemid && idOf(row, "duly_debtor") === idOf(item, "duly_debtor");
  return [
    ...(item.statecode !== 0 || Number(item.duly_openamount) <= 0 ? ["closed"] : []), ...(item.statuscode === openitemStatus.inLitigation ? ["litigated"] : []),
    ...(store.row("duly_invoice", idOf(item, "duly_invoice")).duly_kind === invoicekind.creditNote ? ["creditNote"] : []),
    ...(store.all("duly_dispute").some((row) => of(row) && row.statecode === 0) ? ["disputed"] : []),
    ...(store.all("duly_hold").some((row) => of(row) && row.statecode === 0 && lasts(row, day, "duly_startson", "duly_endson")) ? ["held"] : []),
    ...(store.all("duly_promise").some((row) => row.duly_openitems === item.duly_openitemid && row.statecode === 0 && String(row.duly_promisedate) >= day) ? ["promised"] : []),
  ];
}

const cents = (amount: unknown): number => Math.round(Number(amount) * 100);
const codes = new Set<unknown>(Object.values(decisionreason));

function checkNight(ledger: Ledger, day: string, before: number): void {
  const { store } = ledger;
  for (const line of store.all("duly_communicationline").slice(before)) expect([line.duly_name, day, forbidden(ledger, store.row("duly_openitem", idOf(line, "duly_openitem")), day)]).toEqual([line.duly_name, day, []]);
  expect(store.all("duly_openitem").filter((row) => !codes.has(row.duly_reason)).map((row) => row.duly_name)).toEqual([]);
  const writes = store.writes.length;
  ledger.night(day);
  expect(store.writes.slice(writes)).toEqual([]);
}

function checkMessages({ store }: Ledger): void {
  const lines = store.all("duly_communicationline");
  const keys = lines.map((row) => [idOf(row, "duly_openitem"), idOf(row, "duly_strategystep"), row.duly_cycle].join());
  expect(new Set(keys).size).toBe(keys.length);
  for (const message of store.all("duly_communication")) {
    const own = lines.filter((row) => idOf(row, "duly_communication") === message.duly_communicationid);
    expect(own.length).toBeGreaterThan(0);
    expect(own.reduce((sum, row) => sum + cents(row.duly_openamount), 0)).toBe(cents(message.duly_total));
    expect(new Set([message, ...own, ...own.map((row) => store.row("duly_openitem", idOf(row, "duly_openitem")))].map((row) => idOf(row, "transactioncurrencyid"))).size).toBe(1);
  }
}

const nights = Array.from({ length: 18 }, (_, index) => `2026-03-${String(index + 2).padStart(2, "0")}`);

test("C-25, H-41: over random ledgers, happenings and nights no item is told while its rows forbid it, none twice of a step in a cycle, sums and currencies agree, every item has a reason, and a night that is repeated writes nothing", () => {
  let told = 0;
  fc.assert(fc.property(anyItems, fc.array(anyEvents, { minLength: nights.length, maxLength: nights.length }), (items, events) => {
    const ledger = ledgerOf(items);
    for (const [index, day] of nights.entries()) {
      ledger.store.nowUtc = `${day}T00:30:00Z`;
      for (const event of events[index] ?? []) happen(ledger, event);
      const before = ledger.store.all("duly_communicationline").length;
      ledger.night(day);
      checkNight(ledger, day, before);
    }
    checkMessages(ledger);
    told += ledger.store.all("duly_communicationline").length;
  }), { numRuns: 40, endOnFailure: true });
  expect(told).toBeGreaterThan(100);
}, 240_000);

/** What a night left, without ids: messages with their lines, and where every item stands. */
function outcome({ store }: Ledger): unknown {
  const nameOf = (table: string, row: RawRow, column: string) => store.row(table, idOf(row, column)).duly_name;
  const items = store.all("duly_openitem").map((row) => [row.duly_name, row.duly_reason, row.duly_level, row.duly_openamount, row.statuscode, row.duly_nextactionon ?? null]);
  const lines = store.all("duly_communicationline").map((row) => [nameOf("duly_communication", row, "duly_communication"), nameOf("duly_openitem", row, "duly_openitem"), row.duly_level, row.duly_openamount]);
  return { items: items.sort(), lines: lines.sort(), debtors: store.all("duly_debtor").map((row) => [row.duly_number, row.duly_level, row.duly_nextactionon ?? null]).sort() };
}

test("A-27: what happens on a day gives the same night in whatever order it happens: a payment, a dispute, a hold, a promise, litigation, another due date", () => {
  const events = [["paid", 0], ["disputed", 1], ["held", 3], ["promised", 4], ["litigated", 5], ["postponed", 2]] as const;
  const played = (order: readonly (readonly [string, number])[], race: boolean): unknown => {
    const ledger = ledgerOf(Array.from({ length: 8 }, (_, index) => ({ due: 5, amount: 10 + index, huf: false, credit: false, second: index === 7 })));
    ledger.store.nowUtc = "2026-03-03T09:00:00Z";
    for (const [index, event] of order.entries()) {
      happen(ledger, event);
      // An evaluation in the middle of the happenings, such as the form's, changes nothing either.
      if (race && index === 2) ledger.store.execute("duly_ExplainDecision", { DebtorId: String(ledger.store.all("duly_debtor")[0]?.duly_debtorid), AsOf: "2026-03-03" });
    }
    ledger.night("2026-03-04");
    return outcome(ledger);
  };
  const usual = played(events, false);
  expect(usual).toMatchObject({ lines: expect.arrayContaining([expect.anything()]) as unknown });
  fc.assert(fc.property(fc.shuffledSubarray([...events], { minLength: events.length }), fc.boolean(), (order, race) => { expect(played(order, race)).toEqual(usual); }), { numRuns: 30 });
}, 120_000);
