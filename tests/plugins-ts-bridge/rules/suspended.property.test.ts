import fc from "fast-check";
import type { RawRow } from "#bridge/sdk/value";
import { addDays } from "#domain/calendar/arithmetic";
import { disputeStatus, holdStatus, promiseStatus } from "#solution/generated/names";
import { day } from "../../builders/facts";
import { bundle, Ledger, reference } from "../../builders/rules/ledger";

/** Three debtors with two items each, due on 2 March 2026. Each day something may happen to an item, then the night is played. */
const idOf = (row: RawRow, column: string): string => (row[column] as { readonly id: string } | null | undefined)?.id ?? "";
const upTo = (value: unknown, on: string): boolean => typeof value === "string" && value <= on;
const ended = (value: unknown, on: string, protectsThatDay: boolean): boolean => typeof value === "string" && (protectsThatDay ? value < on : value <= on);

class Diary {
  readonly ledger: Ledger;
  readonly items: readonly string[];

  constructor(text: string) {
    this.ledger = new Ledger(text, "2026-03-03");
    this.items = ["C-1", "C-2", "C-3"].flatMap((number) => {
      const debtor = this.ledger.debtor(number);
      return ["2026-03-02", "2026-03-06"].map((due) => this.ledger.item(debtor, { due, amount: "100.00" }));
    });
  }

  /** Whether an item may not be spoken of on a day, by the rows alone. */
  suspended(item: string, on: string): boolean {
    const { store } = this.ledger;
    const debtor = idOf(store.row("duly_openitem", item), "duly_debtor");
    return store.all("duly_dispute").some((row) => idOf(row, "duly_openitem") === item && upTo(row.duly_openedon, on) && !ended(row.duly_resolvedon, on, false))
      || store.all("duly_hold").some((row) => (idOf(row, "duly_openitem") || item) === item && idOf(row, "duly_debtor") === debtor && upTo(row.duly_startson, on) && !ended(row.duly_endson, on, true))
      || store.all("duly_promise").some((row) => row.duly_openitems === item && row.statuscode === promiseStatus.open && String(row.duly_promisedate) >= on);
  }

  happen(what: string, which: number, on: string): void {
    const { ledger: { store, ...ledger }, items } = this;
    const item = items[which % items.length] ?? "";
    const whose = { duly_openitem: reference("duly_openitem", item), duly_debtor: reference("duly_debtor", idOf(store.row("duly_openitem", item), "duly_debtor")) };
    const close = (table: string, row: RawRow) => { for (const one of store.all(table).filter(({ statecode }) => statecode === 0).slice(0, 1)) store.update(table, { id: String(one[`${table}id`]) }, { statecode: 1, ...row }); };
    store.nowUtc = `${on}T09:00:00Z`;
    if (what === "dispute") store.create("duly_dispute", { duly_name: "Wrong price", ...whose });
    if (what === "resolve") close("duly_dispute", { statuscode: disputeStatus.resolved });
    if (what === "hold") store.create("duly_hold", { duly_name: "Flood", ...whose, duly_openitem: which < 3 ? whose.duly_openitem : null });
    if (what === "end") close("duly_hold", { statuscode: holdStatus.ended });
    if (what === "promise" && !this.suspended(item, on)) {
      store.create("duly_promise", { duly_debtor: whose.duly_debtor, duly_openitems: item, duly_amount: "100.00", duly_promisedate: addDays(day(on), 3), transactioncurrencyid: reference("transactioncurrency", ledger.currencies.EUR ?? "") });
    }
  }

  /** Items that the night of a day speaks of. */
  told(on: string): readonly string[] {
    const before = this.ledger.store.all("duly_communicationline").length;
    expect(this.ledger.night(on)).toMatchObject({ Errors: 0 });
    return this.ledger.store.all("duly_communicationline").slice(before).map((row) => idOf(row, "duly_openitem"));
  }
}

const events = fc.array(fc.record({ what: fc.constantFrom("dispute", "resolve", "hold", "end", "promise", "nothing"), which: fc.integer({ min: 0, max: 5 }) }), { minLength: 10, maxLength: 22 });

test("H-41: whatever disputes, holds and promises come and go, no line of any run speaks of an item that is suspended on its day", async () => {
  const { text } = await bundle();
  let told = 0;
  fc.assert(fc.property(events, (happenings) => {
    const diary = new Diary(text);
    happenings.forEach(({ what, which }, index) => {
      const on = addDays(day("2026-03-03"), index);
      diary.happen(what, which, on);
      const items = diary.told(addDays(on, 1));
      told += items.length;
      expect(items.filter((item) => diary.suspended(item, addDays(on, 1)))).toEqual([]);
    });
  }), { numRuns: 25 });
  expect(told).toBeGreaterThan(25);
}, 120_000);
