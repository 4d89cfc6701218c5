import { costOf, costText, parseCost, type CostRate } from "#domain/costs/cost";
import { attributionDays, costReport, type Contact, type Receipt } from "#domain/costs/report";
import type { FaultError } from "#domain/messages/fault";
import { smsSegments } from "#domain/templates/sms";
import { money } from "#domain/money/money";
import { chargePolicyOf } from "../../builders/charges";
import { day, eur, huf } from "../../builders/facts";

const rate = (channel: CostRate["channel"], validFrom: string, amount: string, perSegment = false): CostRate => ({ name: `${channel} ${validFrom}`, channel, validFrom: day(validFrom), amount: parseCost(amount), perSegment });
const rates = [rate("letter", "2026-01-01", "420"), rate("letter", "2026-03-10", "450.5"), rate("sms", "2026-01-01", "20", true), { ...rate("fax", "2026-01-01", "0"), amount: null }];
const cost = (channel: CostRate["channel"], on: string, segments = 1) => { const found = costOf({ channel, day: day(on), segments }, rates); return found === null ? null : costText(found); };

test.each([
  ["letter", "2026-03-09", 1, "420.0000"], ["letter", "2026-03-10", 1, "450.5000"], ["sms", "2026-03-10", 3, "60.0000"], ["letter", "2025-12-31", 1, null], ["email", "2026-03-10", 1, null],
] as const)("a %s on %s of %s segments costs %s", (channel, on, segments, expected) => { expect(cost(channel, on, segments)).toBe(expected); });

test("a rate without amount is named", () => {
  expect(() => cost("fax", "2026-03-10")).toThrow(expect.objectContaining({ fault: { code: "DULY-COST-003", parameters: { row: "fax 2026-01-01" } } }) as FaultError);
});

test.each([
  ["", 0], ["a".repeat(160), 1], ["a".repeat(161), 2], ["a".repeat(306), 2], ["a".repeat(307), 3], ["€".repeat(80), 1], ["€".repeat(81), 2],
  ["ő".repeat(70), 1], ["ő".repeat(71), 2], ["ő".repeat(135), 3], ["á".repeat(71), 2], ["é".repeat(160), 1],
])("%# an SMS text takes its segments by GSM-7 or UCS-2", (text, segments) => { expect(smsSegments(text)).toBe(segments); });

const contact = (id: string, channel: Contact["channel"], on: string, amount: string | null, ...itemIds: string[]): Contact =>
  ({ id, channel, stepId: channel, stepName: `Step ${channel}`, on: day(on), cost: amount === null ? null : parseCost(amount), itemIds });
const receipt = (itemId: string, on: string, minor: bigint, currency = huf): Receipt => ({ itemId, on: day(on), amount: money(minor, currency) });
const march = [day("2026-03-01"), day("2026-03-31")] as const;
const { currencies } = chargePolicyOf();
const report = (contacts: readonly Contact[], receipts: readonly Receipt[] = [], budgets: Parameters<typeof costReport>[0]["budgets"] = []) =>
  costReport({ currency: huf, contacts, receipts, budgets }, march, currencies);

test("H-20: 10 letters at 420 HUF and 5 SMS at 20 are 4,300 HUF", () => {
  const letters = Array.from({ length: 10 }, (_, index) => contact(`L${index}`, "letter", "2026-03-05", cost("letter", "2026-03-05"), `A${index}`));
  const messages = Array.from({ length: 5 }, (_, index) => contact(`S${index}`, "sms", "2026-03-06", cost("sms", "2026-03-06"), `A${index}`));
  const { rows, total } = report([...letters, ...messages]);
  expect(rows.map(({ channel, step, count, cost: all }) => [channel, step, count, all])).toEqual([["letter", "Step letter", 10, "4200.0000"], ["sms", "Step sms", 5, "100.0000"]]);
  expect(total).toMatchObject({ count: 15, cost: "4300.0000" });
});

test("H-20: a budget counts by its days in the period, and what has no rate is counted apart", () => {
  const budgets = [{ channel: "letter" as const, from: day("2026-03-22"), to: day("2026-04-10"), amount: parseCost("2000") ?? 0n }];
  const { channels } = report([contact("E", "email", "2026-03-05", null, "A")], [], budgets);
  expect(channels).toEqual([
    expect.objectContaining({ channel: "email", count: 1, withoutCost: 1, budget: null }), expect.objectContaining({ channel: "letter", count: 0, budget: "1000.0000" }),
  ]);
});

describe("H-21: cost per collected unit", () => {
  test("is cost by what was received within 14 days after the last contact about the item; the rest came unprompted", () => {
    const contacts = [contact("1", "letter", "2026-03-02", "420", "A", "B"), contact("2", "sms", "2026-03-10", "20", "A")];
    const receipts = [receipt("A", "2026-03-12", 1000n), receipt("B", "2026-03-16", 2000n), receipt("B", "2026-03-17", 500n), receipt("C", "2026-03-12", 300n)];
    const { rows, total } = report(contacts, receipts);
    expect(rows.map(({ channel, collected, costPerUnit }) => [channel, collected, costPerUnit])).toEqual([["letter", "2000", "0.2100"], ["sms", "1000", "0.0200"]]);
    expect(total).toMatchObject({ cost: "440.0000", collected: "3000", received: "3800", unprompted: "800", costPerUnit: "0.1467", costPerUnitReceived: "0.1158" });
  });
  test.each([[0, "1000"], [attributionDays, "1000"], [attributionDays + 1, "0"], [-1, "0"]])("a receipt %s days after the contact: %s collected", (days, collected) => {
    const on = `2026-03-${String(10 + days).padStart(2, "0")}`;
    expect(report([contact("1", "letter", "2026-03-10", "420", "A")], [receipt("A", on, 1000n)]).total.collected).toBe(collected);
  });
  test("a contact before the period still earns, but costs nothing in it; nothing collected has no cost for a unit", () => {
    const before = report([contact("1", "letter", "2026-02-25", "420", "A")], [receipt("A", "2026-03-02", 1000n)]);
    expect(before.rows).toEqual([expect.objectContaining({ count: 0, cost: "0.0000", collected: "1000", costPerUnit: "0.0000" })]);
    expect(report([contact("1", "letter", "2026-03-10", "420", "A")]).total).toMatchObject({ costPerUnit: null, costPerUnitReceived: null });
  });
  test("receipts of other currencies count at the currency table's rate", () => {
    expect(report([contact("1", "letter", "2026-03-10", "420", "A")], [receipt("A", "2026-03-10", 1000n, eur)]).total.received).toBe("4000");
  });
});
