import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { importText, ledgerStore, mapOf } from "../../builders/ledger-import";

const columns = {
  currency: "currency", kind: "kind", language: "language", country: "country", creditClass: "class", paymentType: "paying", documentKind: "document", instalment: "part", openAmount: "open",
};
const header = "customer,invoice,issued,due,amount,currency,open,kind,language,country,class,document,part,paying";

/** A good line with some cells replaced. */
const line = (cells: Readonly<Record<string, string>> = {}): string => {
  const usual = { customer: "C1", invoice: "I1", issued: "2026-09-01", due: "2026-10-01", amount: "100.00", currency: "EUR", open: "100.00", kind: "company" };
  return header.split(",").map((name) => ({ ...usual, ...cells } as Readonly<Record<string, string>>)[name] ?? "").join(",");
};

test.each([
  ["a broken quote", '"C1,I1,2026-09-01', "DULY-LEDGER-101", "quotation mark"],
  ["a NUL character", line({ customer: "C\u00001" }), "DULY-LEDGER-124", "NUL character"],
  ["a NUL character in its last cell, which would be cut there", `${line()}x\u0000y`, "DULY-LEDGER-124", "NUL character"],
  ["too few cells", "C1,I1", "DULY-LEDGER-102", "2 cells, the header 14"],
  ["no customer number", line({ customer: "" }), "DULY-LEDGER-103", "customer number is empty"],
  ["no invoice number", line({ invoice: " " }), "DULY-LEDGER-103", "invoice number is empty"],
  ["no issue date", line({ issued: "" }), "DULY-LEDGER-103", "issue date is empty"],
  ["no amount", line({ amount: "" }), "DULY-LEDGER-103", "amount is empty"],
  ["no currency", line({ currency: "" }), "DULY-LEDGER-103", "currency is empty"],
  ["an unreadable date", line({ due: "01/10/2026" }), "DULY-LEDGER-104", 'due date "01/10/2026" is not written as yyyy-MM-dd'],
  ["an impossible date", line({ due: "2026-02-31" }), "DULY-LEDGER-105", 'due date "2026-02-31" is no day'],
  ["an unreadable amount", line({ amount: "100 EUR" }), "DULY-LEDGER-106", '"100 EUR" is no number'],
  ["an amount with too many decimals", line({ amount: "100.123" }), "DULY-LEDGER-107", "more decimals than EUR has (2)"],
  ["a forint amount with decimals", line({ amount: "100.50", open: "0", currency: "HUF" }), "DULY-LEDGER-107", "more decimals than HUF has (0)"],
  ["an amount beyond the column", line({ amount: "100000000000" }), "DULY-LEDGER-108", "100 billion"],
  ["an unknown currency", line({ currency: "XXX" }), "DULY-LEDGER-109", '"XXX" is not among the currencies of the store: EUR, HUF, KWD'],
  ["an unknown kind", line({ kind: "person" }), "DULY-LEDGER-110", 'debtor kind "person"'],
  ["an unknown language", line({ language: "klingon" }), "DULY-LEDGER-110", "klingon"],
  ["a country in words", line({ country: "Hungary" }), "DULY-LEDGER-110", "two-letter"],
  ["an instalment that is no number", line({ part: "1/2" }), "DULY-LEDGER-111", '"1/2"'],
  ["a customer number that is too long", line({ customer: "C".repeat(51) }), "DULY-LEDGER-112", "51 characters; at most 50"],
  ["a negative invoice", line({ amount: "-5", open: "-5", document: "invoice" }), "DULY-LEDGER-113", "only a credit note"],
  ["more open than invoiced", line({ open: "100.01" }), "DULY-LEDGER-114", "100.01"],
  ["an open amount with the other sign", line({ open: "-1" }), "DULY-LEDGER-114", "-1"],
  ["an unknown credit class", line({ class: "NONE" }), "DULY-LEDGER-115", '"NONE"'],
  ["an unknown payment type", line({ paying: "BARTER" }), "DULY-LEDGER-123", '"BARTER"'],
  ["an instalment given before with other content", line({ invoice: "GOOD", amount: "101.00" }), "DULY-LEDGER-116", "Line 2 already gives document GOOD, instalment 1"],
  ["a document of another customer", line({ invoice: "GOOD", customer: "C2", part: "2" }), "DULY-LEDGER-117", "another customer number"],
  ["a document with another issue date", line({ invoice: "GOOD", issued: "2026-09-02", part: "2" }), "DULY-LEDGER-117", "another issue date"],
])("a line with %s is rejected with its number, and the lines around it are imported", (_what, bad, code, reason) => {
  const csv = [header, line({ invoice: "GOOD" }), bad, line({ invoice: "ALSO GOOD" })].join("\n");
  const report = importText(ledgerStore(), csv, mapOf(columns));
  expect(report).toMatchObject({ lines: 3, imported: 2, unchanged: 0, rejected: 1, items: 2 });
  expect(report.rejects).toEqual([{ line: 3, code, text: bad, reason: expect.stringContaining(reason) as string }]);
});

test("all faults of a line are in its reason, the first gives the code", () => {
  const report = importText(ledgerStore(), [header, line({ customer: "", amount: "x", currency: "XXX" })].join("\n"), mapOf(columns));
  expect(report.rejects[0]).toMatchObject({ code: "DULY-LEDGER-103", reason: expect.stringMatching(/customer number.*XXX/) as string });
});

test("the reject file gives line, code, reason and the original text; without rejects there is none", () => {
  const bad = '"C1"",I1,2026-09-01';
  const report = importText(ledgerStore(), [header, line(), bad].join("\n"), mapOf(columns));
  expect(report.rejectFile).toMatch(/ledger\.csv\.rejected\.csv$/);
  const rows: unknown = parse(readFileSync(report.rejectFile ?? "", "utf8"), { columns: true });
  expect(rows).toEqual([{ line: "3", code: "DULY-LEDGER-101", reason: expect.any(String) as string, text: bad }]);
  expect(importText(ledgerStore(), [header, line()].join("\n"), mapOf(columns)).rejectFile).toBeNull();
});

test.each([
  ["a due date before the issue date", line({ due: "2026-08-01" }), "DULY-LEDGER-201"],
  ["no due date", line({ due: "" }), "DULY-LEDGER-202"],
])("a line with %s is imported with a warning", (_what, odd, code) => {
  const report = importText(ledgerStore(), [header, odd].join("\n"), mapOf(columns));
  expect(report).toMatchObject({ imported: 1, rejected: 0, warnings: [{ line: 2, code }] });
});

test("T-24: what is no e-mail address is flagged and left out", () => {
  const store = ledgerStore();
  const report = importText(store, "customer,invoice,issued,due,amount,mail\nC1,I1,2026-09-01,2026-10-01,5,nobody.example", mapOf({ email: "mail" }));
  expect(report).toMatchObject({ imported: 1, warnings: [{ line: 2, code: "DULY-LEDGER-203" }] });
  expect(store.rows("duly_contactpoint")).toEqual([]);
});

test("a line given twice word for word is imported once", () => {
  const report = importText(ledgerStore(), [header, line(), line()].join("\n"), mapOf(columns));
  expect(report).toMatchObject({ lines: 2, imported: 1, unchanged: 1, rejected: 0, items: 1, warnings: [{ line: 3, code: "DULY-LEDGER-204" }] });
});
