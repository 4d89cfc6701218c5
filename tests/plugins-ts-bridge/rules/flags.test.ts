import type { RawRow } from "#bridge/sdk/value";
import { channel, runStatus } from "#solution/generated/names";
import { bundle, Ledger, reference } from "../../builders/rules/ledger";

/** Delinquent debtors are flagged by the night, by a rule that is a row: a segment. The night is that of Tuesday 31 March 2026; items are due the day before unless said. */
let ledger: Ledger;
beforeEach(async () => { ledger = new Ledger((await bundle()).text, "2026-03-30"); });

const night = "2026-03-31";
const segment = (code: string, row: RawRow): string => ledger.store.create("duly_segment", { duly_name: code, duly_code: code, duly_sequence: 10, ...ledger.money(), ...row });

/** Whether the night puts a debtor with one item into the segment. */
function flagged(rule: RawRow, { amount, due = "2026-03-30", paid, debtor = {} }: { amount: string; due?: string; paid?: string; debtor?: RawRow }): boolean {
  const flag = segment("flag", rule);
  const id = ledger.debtor("C-1", { ...ledger.money(), ...debtor });
  ledger.item(id, { due, amount });
  if (paid !== undefined) ledger.pay(id, paid);
  ledger.night(night);
  return (ledger.store.row("duly_debtor", id).duly_segment as { id: string } | null | undefined)?.id === flag;
}

test.each([["499.99", false], ["500.00", true]])("O-20: %s overdue against a threshold of 500: flagged %s", (amount, expected) => {
  expect(flagged({ duly_overduefrom: "500.00" }, { amount })).toBe(expected);
});

test.each([["2026-03-31", false], ["2026-03-30", true]])("O-21: due on %s, T is 31 March: delinquent %s, and flagged by a rule on days past due", (due, expected) => {
  expect(flagged({ duly_dayspastduefrom: 1 }, { amount: "100.00", due })).toBe(expected);
  expect(ledger.store.all("duly_delinquency").map((row) => row.duly_enteredon)).toEqual(expected ? [night] : []);
});

test.each([["60.00", true], ["60.01", false]])("O-22: 400 of 1,000 paid, 60 percent are unpaid: a rule from %s percent fires: %s", (from, expected) => {
  expect(flagged({ duly_unpaidfrom: from }, { amount: "1000.00", paid: "400.00" })).toBe(expected);
});

test.each([["10000.00", false], ["10001.00", true]])("O-23: an exposure of %s against a limit of 10,000: flagged %s", (amount, expected) => {
  expect(flagged({ duly_exposurefrom: "100.01" }, { amount, debtor: { duly_creditlimit: "10000.00" } })).toBe(expected);
});

test("H-04: a segment and its strategy that are added as rows while others wait are used by the next run", () => {
  const debtor = ledger.debtor("C-1");
  const item = ledger.item(debtor, { due: "2026-03-30", amount: "100.00" });
  ledger.night(night);
  expect(ledger.store.row("duly_openitem", item).duly_nextactionon).toBe("2026-04-02");
  ledger.store.nowUtc = "2026-03-31T09:00:00Z";
  const strategy = ledger.store.create("duly_strategy", { duly_name: "Quick", duly_code: "quick" });
  ledger.store.create("duly_strategystep", {
    duly_name: "Quick 1", duly_strategy: reference("duly_strategy", strategy), duly_sequence: 1, duly_offsetdays: 2, duly_channel: channel.email, duly_template: reference("duly_template", ledger.templateId),
  });
  const added = segment("late", { duly_dayspastduefrom: 2, duly_strategy: reference("duly_strategy", strategy) });
  expect(ledger.night("2026-04-01")).toMatchObject({ Communications: 1, Errors: 0 });
  expect(ledger.store.row("duly_debtor", debtor).duly_segment).toMatchObject({ id: added });
  expect((ledger.store.all("duly_communication")[0]?.duly_strategystep as { id: string }).id).toBe(String(ledger.store.all("duly_strategystep").at(-1)?.duly_strategystepid));
  expect(ledger.store.all("duly_run").find((run) => run.duly_asof === "2026-04-01")?.statuscode).toBe(runStatus.completed);
});
