import { parseDay, type Day } from "#domain/calendar/day";
import type { AlertRule } from "#domain/alerts/rule";
import { wrongColumn } from "#domain/alerts/rule";
import { noticed, type Watched } from "#domain/alerts/watch";
import { messageText } from "#domain/messages/text";
import { money } from "#domain/money/money";

const day = (text: string): Day => parseDay(text) ?? ("" as Day);
const asOf = day("2026-04-01");
const euros = (amount: number) => money(BigInt(amount * 100), { code: "EUR", decimals: 2 });

const rule = (parts: Partial<AlertRule>): AlertRule =>
  ({ id: "R", name: "Watch", kind: "overdueAmount", amount: null, days: null, severity: null, escalationDays: null, managerId: null, ...parts });
const debtor = (parts: Partial<Watched> = {}): Watched =>
  ({ overdue: euros(0), oldestDueOn: null, severity: null, disputes: [], lastActionOn: null, ...parts });
const texts = (of: AlertRule, watched: Watched): readonly string[] | null =>
  noticed(of, watched, asOf)?.map(({ text }) => messageText(text.code, text.parameters)) ?? null;

describe("overdue amount or days past due, one of them is enough", () => {
  const either = rule({ amount: euros(10_000), days: 30 });
  test.each<[string, Partial<Watched>, readonly string[]]>([
    ["exactly 10,000, 30 days", { overdue: euros(10_000), oldestDueOn: day("2026-03-02") }, []],
    ["more than 10,000, 1 day", { overdue: euros(10_000.01), oldestDueOn: day("2026-03-31") }, ["10000.01 EUR is overdue, more than 10000.00 EUR."]],
    ["100, 31 days", { overdue: euros(100), oldestDueOn: day("2026-03-01") }, ["31 days past due, more than 30."]],
    ["both", { overdue: euros(20_000), oldestDueOn: day("2026-01-01") }, ["20000.00 EUR is overdue, more than 10000.00 EUR."]],
    ["nothing is open", {}, []],
    ["not due yet", { overdue: euros(0), oldestDueOn: day("2026-06-01") }, []],
  ])("E-13: %s", (_what, parts, expected) => expect(texts(either, debtor(parts))).toEqual(expected));

  test("an amount that could not be reckoned is neither below nor above; days past due still speak", () => {
    expect(texts(either, debtor({ overdue: null, oldestDueOn: day("2026-03-20") }))).toBeNull();
    expect(texts(either, debtor({ overdue: null, oldestDueOn: day("2026-01-20") }))).toHaveLength(1);
    expect(texts(rule({ kind: "daysPastDue", days: 30 }), debtor({ overdue: null, oldestDueOn: day("2026-03-20") }))).toEqual([]);
  });

  test.each([["medium", 0], ["high", 1], ["critical", 1]] as const)("from severity high on: %s", (severity, count) => {
    expect(texts(rule({ amount: euros(10), severity: "high" }), debtor({ overdue: euros(50), severity }))).toHaveLength(count);
  });
});

describe("disputes by their deadline, each for itself", () => {
  const disputes = [{ id: "A", name: "Price", deadline: day("2026-03-31"), escalatesOn: null }, { id: "B", name: "Quantity", deadline: day("2026-04-02"), escalatesOn: null }, { id: "C", name: "Quality", deadline: day("2026-03-01"), escalatesOn: null }];
  test.each([[1, ["A", "C"]], [0, ["A", "C"]], [-1, ["A", "B", "C"]], [2, ["C"]]])("days %i", (days, expected) => {
    expect(noticed(rule({ kind: "lateDispute", days }), debtor({ disputes }), asOf)?.map(({ disputeId }) => disputeId)).toEqual(expected);
  });
});

describe("a critical debtor without action for 3 days", () => {
  const idle = rule({ kind: "noAction", days: 3, severity: "critical" });
  test.each<[string, Partial<Watched>, number]>([
    ["last action 3 days ago", { severity: "critical", oldestDueOn: day("2026-01-01"), lastActionOn: day("2026-03-29") }, 1],
    ["last action 2 days ago", { severity: "critical", oldestDueOn: day("2026-01-01"), lastActionOn: day("2026-03-30") }, 0],
    ["no action at all, due 3 days ago", { severity: "critical", oldestDueOn: day("2026-03-29") }, 1],
    ["an action about older debts, due 2 days ago", { severity: "critical", oldestDueOn: day("2026-03-30"), lastActionOn: day("2026-01-01") }, 0],
    ["only high", { severity: "high", oldestDueOn: day("2026-01-01") }, 0],
    ["nothing overdue", { oldestDueOn: day("2026-05-01") }, 0],
  ])("E-20: %s", (_what, parts, count) => expect(texts(idle, debtor(parts))).toHaveLength(count));
});

describe("what a rule lacks", () => {
  test.each<[Partial<AlertRule>, string | null]>([
    [{ kind: "overdueAmount" }, "amount"], [{ kind: "daysPastDue" }, "days"], [{ kind: "daysPastDue", days: -1 }, "days"], [{ kind: "noAction", days: -1 }, "days"],
    [{ kind: "lateDispute", days: -1 }, null], [{ kind: "noAction", days: 3, escalationDays: 0 }, "manager"], [{ kind: "noAction", days: 3, escalationDays: 0, managerId: "M" }, null],
  ])("%j: %s", (parts, column) => expect(wrongColumn(rule(parts))).toBe(column));
});
