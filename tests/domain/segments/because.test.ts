import { hungarian } from "#domain/messages/hungarian";
import { addDays } from "#domain/calendar/arithmetic";
import { because } from "#domain/segments/because";
import { money } from "#domain/money/money";
import { day, eur as euro } from "../../builders/facts";
import { aSegment, traitsOf } from "../../builders/segments";

/** Why a debtor belongs to a segment, as an administrator reads it. */
const eur = (text: string) => money(BigInt(text.replace(".", "")), euro);
const today = day("2026-03-09");
const traits = traitsOf({
  kind: "naturalPerson", country: "HU", companyId: "01a2", creditClassId: "03b4", openAmount: eur("812.00"), overdueAmount: eur("500.00"), oldestDueOn: addDays(today, -7),
  openItems: 3, unpaid: 5025, exposure: 10100, score: 8000, customerSince: addDays(today, -400),
});
const from = <T>(value: T) => ({ from: value, to: null });

test("company and class stand there by name, and ids nowhere", () => {
  const text = because(aSegment({ companyId: "01a2", companyName: "Seller Ltd", creditClassId: "03b4", creditClassName: "Key account" }), traits, today);
  expect(text).toBe("Company Seller Ltd; Credit class Key account");
});

test("days as days, percent as percent, amounts with their currency, each with what the form asks for", () => {
  const segment = aSegment({
    kind: "naturalPerson", country: "HU", openAmount: from(eur("500.00")), overdueAmount: { from: null, to: eur("900.00") }, daysPastDue: { from: 7, to: 30 }, openItems: from(2),
    unpaid: from(5000), exposure: from(10000), score: from(8000), customerDays: from(365), fetchXml: "<fetch/>",
  });
  expect(because(segment, traits, today).split("; ")).toEqual([
    "Debtor kind Natural person", "Country HU", "Open amount 812.00 EUR (from 500.00 EUR)", "Overdue amount 500.00 EUR (to 900.00 EUR)", "Days past due 7 (from 7 to 30)", "Open items 3 (from 2)",
    "Percent unpaid 50.25 % (from 50.00 %)", "Percent of the limit 101.00 % (from 100.00 %)", "Behaviour score 80.00 (from 80.00)", "Days a customer 400 (from 365)", "View condition",
  ]);
});

test("in Hungarian", () => {
  expect(because(aSegment({ kind: "naturalPerson", daysPastDue: from(7), exposure: { from: 10000, to: 12000 } }), traits, today, hungarian))
    .toBe("Adós jogállása: Természetes személy; Késedelmes napok: 7 (ettől: 7); Keret (%): 101.00 % (100.00 % és 120.00 % között)");
});

test("a segment without conditions says nothing", () => { expect(because(aSegment(), traits, today)).toBe(""); });
