import type { Draft, DraftFacts } from "../../../pcf-controls/PromiseToPay/draft";
import { checkDraft, emptyDraft, toPromiseRow } from "../../../pcf-controls/PromiseToPay/draft";

const facts: DraftFacts = {
  items: [{ id: "a", name: "A", due: "2026-11-01", open: 10050, currencyId: "eur" }, { id: "b", name: "B", due: "2026-11-02", open: 5000, currencyId: "eur" }],
  precision: 2, signs: { decimal: "," }, today: "2026-11-24", daySample: "2033. 11. 22.",
};
const draft = (part: Partial<Draft>): Draft => ({ ...emptyDraft, chosen: new Set(["a", "b"]), day: "2026. 11. 30.", ...part });

describe("a drafted promise", () => {
  test.each([
    ["untouched amount = sum", {}, { checked: { itemIds: ["a", "b"], amount: 15050, day: "2026-11-30" } }],
    ["a smaller amount", { amount: "150,49" }, { checked: { itemIds: ["a", "b"], amount: 15049, day: "2026-11-30" } }],
    ["exactly the sum", { amount: "150,50" }, { checked: { itemIds: ["a", "b"], amount: 15050, day: "2026-11-30" } }],
    ["one cent more", { amount: "150,51" }, { faults: { amount: "Fault_AmountTooHigh" } }],
    ["nothing", { amount: "0" }, { faults: { amount: "Fault_AmountZero" } }],
    ["no number", { amount: "much" }, { faults: { amount: "Fault_AmountUnreadable" } }],
    ["today", { day: "2026. 11. 24." }, { checked: { itemIds: ["a", "b"], amount: 15050, day: "2026-11-24" } }],
    ["yesterday", { day: "2026. 11. 23." }, { faults: { day: "Fault_DayPast" } }],
    ["no day of the calendar", { day: "2026. 11. 31." }, { faults: { day: "Fault_DayUnreadable" } }],
    ["all empty: every fault at once", { chosen: new Set<string>(), day: " " }, { faults: { items: "Fault_NoItems", day: "Fault_DayMissing" } }],
    ["an item of another currency does not count", { chosen: new Set(["z"]) }, { faults: { items: "Fault_NoItems" } }],
  ])("%s", (_, part, verdict) => expect(checkDraft(draft(part), facts)).toEqual(verdict));

  test("becomes one row in major units", () => {
    const currency = { id: "eur", code: "EUR", symbol: "€", precision: 2 };
    expect(toPromiseRow({ itemIds: ["a", "b"], amount: 15049, day: "2026-11-30" }, { debtorId: "d", currency })).toEqual({
      "duly_debtor@odata.bind": "/duly_debtors(d)", "transactioncurrencyid@odata.bind": "/transactioncurrencies(eur)",
      duly_amount: 150.49, duly_promisedate: "2026-11-30", duly_openitems: "a,b",
    });
  });
});
