import type { Charge, ItemCharges } from "#domain/charges/charge";
import { levied, type Levy } from "#domain/charges/levy";
import type { Line } from "#domain/dunning/actions";
import { fault, FaultError } from "#domain/messages/fault";
import { moneyText } from "#domain/money/decimal";
import { money } from "#domain/money/money";
import { openOn } from "#domain/receivables/open";
import { chargePolicyOf, levyOf, ruleOf } from "../../builders/charges";
import { day, eur, itemOf, ladderAt, stepOf } from "../../builders/facts";

/** A line about an item due on 2 March 2026, told on the 12th: 10 days of interest on what is open. */
function lineOf(item = itemOf("A"), step = stepOf(1, 3, { fee: "fixed", interest: true })): Line {
  const asOf = day("2026-03-12");
  const text = { text: { name: "", language: "english", subject: "", body: "" }, missing: null, templateId: "reminder" } as const;
  return { item, step, dueOn: day("2026-03-02"), daysPastDue: 10, shiftedDays: 0, open: openOn(item, asOf), delivery: { channel: "email", address: "", fallback: null, notBefore: null, templateId: "reminder", text } };
}
const withFee = chargePolicyOf({ fees: new Map([["step1", { base: "fixed", amount: money(500n, eur) }], ["step2", { base: "percent", percent: 100_000n }]]) });
const levy = (parts: Partial<Levy> = {}) => levyOf({ policy: withFee, ...parts });
const told = (charges: readonly ItemCharges[]) => charges.flatMap(({ added }) => added.map((one) => `${one.kind} ${moneyText(one.amount)}`));
const stored = (charges: readonly ItemCharges[], state: Charge["state"] = "shown"): Charge[] => charges.flatMap(({ added }) => added.map((one) => ({ ...one, state })));

test("a step charges its fee, interest up to the day, and the flat cost", () => {
  expect(told(levied([lineOf()], levy()))).toEqual(["fee 5.00 EUR", "interest 0.28 EUR", "flatCost 40.00 EUR"]);
});

test("A-02: fee, interest and flat cost are unique for item, step and cycle: a repeat adds nothing", () => {
  const first = levied([lineOf()], levy());
  expect(told(levied([lineOf()], levy({ charges: stored(first) })))).toEqual([]);
  const again = lineOf(itemOf("A", { ladder: ladderAt(0, null, { cycle: 1 }) }));
  expect(told(levied([again], levy({ charges: stored(first) })))).toEqual(["fee 5.00 EUR"]);
});

test("A-08: fee and interest are reckoned from what is open, not from the amount of the item", () => {
  const partlyPaid = itemOf("A", { open: 2_500n, allocations: [{ bookedOn: day("2026-03-02"), amount: money(7_500n, eur) }] });
  const line = lineOf(partlyPaid, stepOf(2, 3, { fee: "percent", interest: true }));
  // 10 % of 25.00; 10 days at 10.15 % of 25.00.
  expect(told(levied([line], levy({ policy: { ...withFee, rules: [ruleOf({ flat: null })] } })))).toEqual(["fee 2.50 EUR", "interest 0.07 EUR"]);
});

describe("L-02: the flat cost of a late invoice", () => {
  const late = (days: number) => ({ ...lineOf(), daysPastDue: days });
  const flat = (line: Line, parts: Partial<Levy> = {}) => told(levied([line], levy(parts))).filter((one) => one.startsWith("flatCost"));
  test("is 40 once the invoice is late by a day, and nothing before", () => {
    expect([0, 1].map((days) => flat(late(days)))).toEqual([[], ["flatCost 40.00 EUR"]]);
  });
  test("is still 40 after two reminders", () => {
    const first = stored(levied([lineOf()], levy()));
    expect(flat(lineOf(itemOf("A"), stepOf(2, 10, { interest: true })), { charges: first })).toEqual([]);
  });
  test("is charged once for two instalments of one invoice, in one message or in two", () => {
    const [one, two] = [1, 2].map((instalment) => lineOf({ ...itemOf(`A${instalment}`), instalment, document: { number: "INV-7", kind: "invoice", status: "posted" } }));
    if (one === undefined || two === undefined) throw new Error("two lines");
    expect(told(levied([one, two], levy())).filter((text) => text.startsWith("flatCost"))).toEqual(["flatCost 40.00 EUR"]);
    expect(flat(two, { charges: stored(levied([one], levy())) })).toEqual([]);
  });
  test("is nothing for a consumer", () => { expect(flat(lineOf(), { debtorKind: "naturalPerson" })).toEqual([]); });
});

test("interest of a later step goes on where that of the earlier ended; together they are the whole", () => {
  const large = itemOf("A", { amount: money(10_000_000n, eur), openAmount: money(10_000_000n, eur) });
  const first = levied([lineOf(large)], levy());
  const second = levied([lineOf(large, stepOf(2, 20, { interest: true }))], levy({ charges: stored(first), asOf: day("2026-03-22") }));
  // 100,000.00 at 10.15 %: 10 days 278.08, 20 days 556.16.
  expect([...told(first), ...told(second)].filter((one) => one.startsWith("interest"))).toEqual(["interest 278.08 EUR", "interest 278.08 EUR"]);
  expect(second[0]?.added[0]).toMatchObject({ startsOn: "2026-03-13", endsOn: "2026-03-22", rates: "2026-03-13 – 2026-03-22: 10 days, 10.15 % of 100000.00 EUR" });
});

test("charges made before are told while they are shown or posted, no longer when paid or waived", () => {
  const before = (state: Charge["state"]) => levied([lineOf()], levy({ adds: false, charges: stored(levied([lineOf()], levy()), state) }))[0]?.earlier.length;
  expect((["shown", "posted", "paid", "waived"] as const).map(before)).toEqual([3, 3, 0, 0]);
});

test("a rule or fee that cannot be read stops only who needs it", () => {
  const broken = fault("DULY-CHARGE-003", { rule: "EU", column: "duly_margin" });
  const policy = { ...withFee, rules: [broken] };
  expect(() => levied([lineOf()], levy({ policy }))).toThrow(FaultError);
  expect(told(levied([lineOf(itemOf("A"), stepOf(1, 3, { fee: "fixed" }))], levy({ policy })))).toEqual(["fee 5.00 EUR"]);
});
