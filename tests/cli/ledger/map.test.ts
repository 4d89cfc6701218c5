import { LedgerError } from "../../../cli/ledger/fault";
import { readMap } from "../../../cli/ledger/map";
import { importText, ledgerStore, mapOf } from "../../builders/ledger-import";

const good = {
  company: { code: "ACME", name: "Acme Ltd", currency: "EUR" },
  dateFormat: "dd/MM/yyyy",
  columns: { customerNumber: "c", invoiceNumber: "i", issueDate: "d", dueDate: "u", amount: "a", currency: { fixed: "EUR" } },
};

const faultsOf = (map: unknown): readonly string[] => {
  try {
    readMap(typeof map === "string" ? map : JSON.stringify(map));
    return [];
  } catch (error) {
    if (error instanceof LedgerError) return error.faults.map(({ code, text }) => `${code} ${text}`);
    throw error;
  }
};

test("what a map leaves out has a usual value", () => {
  expect(readMap(JSON.stringify(good))).toMatchObject({ delimiter: ",", decimalSign: ".", encoding: "utf-8", columns: { settledDate: null, kind: null } });
});

test("a company in a currency that the store does not have is refused before a line is imported", () => {
  const { company, ...rest } = mapOf({});
  const store = ledgerStore();
  expect(() => importText(store, "customer", { ...rest, company: { ...company, currency: "XXX" } })).toThrow(/DULY-MAP-010 company\.currency: the store has no currency "XXX"\. Write one of .*EUR/);
  expect(store.rows("duly_company")).toEqual([]);
});

test("a map that begins with a byte order mark is read", () => {
  expect(faultsOf(`\uFEFF${JSON.stringify(good)}`)).toEqual([]);
});

test.each(["d/M/yyyy", "dd/MM/yyyy", "yyyy-MM-dd", "M/d/yyyy", "dd.MM.yyyy", "yyyy. MM. dd.", "ddMMyyyy"])("the date format %s is accepted", (dateFormat) => {
  expect(faultsOf({ ...good, dateFormat })).toEqual([]);
});

test.each([
  ["not JSON", "{", "DULY-MAP-001", "not JSON"],
  ["a list", [], "DULY-MAP-004", "the file: found []"],
  ["an unknown key", { ...good, dateformat: "x" }, "DULY-MAP-002", "dateformat: is not known here. Write one of company, columns, dateFormat"],
  ["an unknown column key", { ...good, columns: { ...good.columns, invoiceNo: "x" } }, "DULY-MAP-002", "columns.invoiceNo"],
  ["a missing key", { ...good, company: { code: "A", name: "A" } }, "DULY-MAP-003", 'company.currency: is missing. Write 3 capital letters such as "EUR"'],
  ["a date format without a year", { ...good, dateFormat: "dd/MM" }, "DULY-MAP-004", 'dateFormat: found "dd/MM". Write the order of d, M and yyyy'],
  ["a date format with two-digit years", { ...good, dateFormat: "dd/MM/yy" }, "DULY-MAP-004", "dateFormat"],
  ["a decimal sign that is none", { ...good, decimalSign: ";" }, "DULY-MAP-004", 'decimalSign: found ";". Write one of ".", ","'],
  ["a long delimiter", { ...good, delimiter: "||" }, "DULY-MAP-004", "delimiter"],
  ["an unknown encoding", { ...good, encoding: "latin-99" }, "DULY-MAP-004", "encoding"],
  ["a number for a column", { ...good, columns: { ...good.columns, amount: 7 } }, "DULY-MAP-004", "columns.amount: found 7. Write the name of a column"],
  ["settled date and open amount", { ...good, columns: { ...good.columns, settledDate: "s", openAmount: "o" } }, "DULY-MAP-006", "Remove the other"],
  ["a payment date without open amount", { ...good, columns: { ...good.columns, paidOn: "p" } }, "DULY-MAP-009", "Write openAmount too"],
  ["a kind that is none", { ...good, columns: { ...good.columns, kind: { column: "k", values: { P: "person" } } } }, "DULY-MAP-007", 'gives "person". Write one of "company", "naturalPerson"'],
  ["a fixed kind that is none", { ...good, columns: { ...good.columns, kind: { fixed: "person" } } }, "DULY-MAP-007", "person"],
])("a map with %s is refused with a code, the key and what to write", (_what, map, code, text) => {
  const faults = faultsOf(map);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(code);
  expect(faults[0]).toContain(text);
});

test("all faults are told at once", () => {
  expect(faultsOf({ ...good, decimalSign: "x", dateFormat: "x", extra: 1 })).toHaveLength(3);
});

test("a mapped column that the header lacks is named together with the columns that are there", () => {
  expect(() => importText(ledgerStore(), "customer,invoice,issued,amount\n", mapOf())).toThrow(
    /DULY-MAP-005 columns\.dueDate: the CSV has no column "due"; the header has "customer", "invoice", "issued", "amount"/);
});

test("a mapped column that stands twice in the header is refused", () => {
  expect(() => importText(ledgerStore(), "customer,invoice,issued,due,amount,amount\n", mapOf())).toThrow(/DULY-MAP-008 columns\.amount/);
});
