import type { RawRow } from "#bridge/sdk/value";
import { decisionreason, holdcounting } from "#solution/generated/names";
import { type Ledger, ledgerOfOneItem } from "../../builders/rules/ledger";

/** An item due on Monday 2 March 2026; the strategy reminds after 3, 10 and 20 days: on the 5th, 12th and 23rd (the 22nd is a Sunday). */
let ledger: Ledger;
let debtorId: string;
let itemId: string;
beforeEach(async () => { ({ ledger, debtorId, itemId } = await ledgerOfOneItem("2026-03-02")); });

const hold = (columns: RawRow): string => ledger.store.create("duly_hold", { duly_name: "Flood", duly_debtor: { logicalName: "duly_debtor", id: debtorId }, ...columns });
const item = (): RawRow => ledger.store.row("duly_openitem", itemId);
const days = (from: number, to: number): readonly string[] => Array.from({ length: to - from + 1 }, (_, index) => `2026-03-${String(from + index).padStart(2, "0")}`);
const reminders = (from: number, to: number): readonly string[] => days(from, to).filter((day) => ledger.night(day).Items === 1);
const explained = (asOf: string): { reason: string; text: string; compared: { daysPastDue?: number } } | undefined =>
  (JSON.parse(String(ledger.store.execute("duly_ExplainDecision", { DebtorId: debtorId, AsOf: asOf }).Explanation)) as { items: { reason: string; text: string; compared: { daysPastDue?: number } }[] }).items[0];

test("A-29: a hold until the 9th protects through the 9th, with its reason; on the 10th the item is reminded about", () => {
  hold({ duly_startson: "2026-03-03", duly_endson: "2026-03-09" });
  expect(reminders(3, 9)).toEqual([]);
  expect(item().duly_reason).toBe(decisionreason.held);
  expect(explained("2026-03-09")).toMatchObject({ reason: "held", text: "On hold since 2026-03-03 until 2026-03-09." });
  expect(reminders(10, 10)).toEqual(["2026-03-10"]);
});

test("A-29: the only item of a debtor that is on hold stays in the explanation, so a preview shows it", () => {
  hold({ duly_startson: "2026-03-02", duly_openitem: { logicalName: "duly_openitem", id: itemId } });
  expect(explained("2026-03-05")).toMatchObject({ reason: "held" });
});

describe("A-43: ten days on hold inside the overdue period, after the first reminder", () => {
  const tenDays = { duly_startson: "2026-03-07", duly_endson: "2026-03-16" };

  test.each([
    ["the company counts the days", null, null, ["2026-03-05", "2026-03-17", "2026-03-27"]], ["the company does not count them", "pause", null, ["2026-03-05", "2026-03-23"]],
    ["the hold itself says that they count", "pause", "count", ["2026-03-05", "2026-03-17", "2026-03-27"]], ["the hold itself says that they do not", "count", "pause", ["2026-03-05", "2026-03-23"]],
  ] as const)("%s", (_, company, own, expected) => {
    if (company !== null) ledger.store.update("duly_company", { id: ledger.companyId }, { duly_holdcounting: holdcounting[company] });
    hold({ ...tenDays, duly_counting: own === null ? null : holdcounting[own] });
    expect(reminders(3, 31)).toEqual(expected);
  });

  test("the days past due stay the real ones, whatever the ladder counts", () => {
    hold({ ...tenDays, duly_counting: holdcounting.pause });
    reminders(3, 23);
    const lines = ledger.store.all("duly_communicationline");
    expect(lines.map((row) => row.duly_dayspastdue)).toEqual([3, 21]);
  });

  test("a hold that is entered afterwards, back-dated, has the ladder reckoned anew", () => {
    expect(reminders(3, 11)).toEqual(["2026-03-05"]);
    expect(item().duly_nextactionon).toBe("2026-03-12");
    ledger.store.nowUtc = "2026-03-11T09:00:00Z";
    hold({ duly_startson: "2026-03-06", duly_endson: "2026-03-10", duly_counting: holdcounting.pause });
    expect(reminders(11, 17)).toEqual(["2026-03-17"]);
  });
});
