import { dateReader } from "./dates";
import { bindHeader } from "./header";
import { rejected, type Customer, type Line, type Reject } from "./line";
import { lineFaults, lineWarnings } from "./line-faults";
import { debtorKinds, documentKinds, languages, type LedgerMap } from "./map";
import { amount, country, currency, date, email, instalment, key, option, storedCode, text, type Currency, type Reading, type Vocabulary } from "./reading";
import type { CsvFile } from "./records";

export interface Parsed {
  readonly lines: readonly Line[];
  readonly rejects: readonly Reject[];
}

/** Reads every record into a line; what cannot be read becomes a reject that says why. Throws LedgerError when the header lacks a mapped column. */
export function parseLines(file: CsvFile, map: LedgerMap, vocabulary: Vocabulary): Parsed {
  const cellsOf = bindHeader(map, file.header);
  const readDate = dateReader(map.dateFormat);
  const lines: Line[] = [];
  const rejects: Reject[] = [];
  for (const record of file.records) {
    const { fields } = record;
    if (record.text.includes("\u0000")) rejects.push(rejected(record, [lineFaults.nul()]));
    else if (fields === null) rejects.push(rejected(record, [lineFaults.brokenQuote()]));
    else if (fields.length !== file.header.length) rejects.push(rejected(record, [lineFaults.width(fields.length, file.header.length)]));
    else {
      const reading: Reading = { cells: cellsOf(fields), map, vocabulary, readDate, faults: [], warnings: [] };
      const line = lineOf(reading);
      if (line === null || reading.faults.length > 0) rejects.push(rejected(record, reading.faults));
      else lines.push({ ...line, line: record.line, text: record.text });
    }
  }
  return { lines, rejects };
}

/** null only when a fault was noted. */
function lineOf(reading: Reading): Omit<Line, "line" | "text"> | null {
  const { cells, map, warnings } = reading;
  const customer = customerOf(reading);
  const number = key(reading, "invoiceNumber", "invoice number", 100);
  const issuedOn = date(reading, "issueDate", "issue date", "required");
  const dueDate = date(reading, "dueDate", "due date");
  const money = currency(reading);
  const sums = money === null ? null : sumsOf(reading, money);
  const part = instalment(reading);
  const payment = sums?.open == null ? settlement(reading) : { open: sums.open, paidOn: date(reading, "paidOn", "payment date") };
  if (money === null || sums === null || issuedOn === null) return null;
  if (dueDate === null) warnings.push(lineWarnings.noDueDate());
  else if (dueDate < issuedOn) warnings.push(lineWarnings.dueBeforeIssue(dueDate, issuedOn));
  const { disputed } = map.columns;
  return {
    customer, instalment: part, paymentType: storedCode(reading, "paymentType"), dueDate, warnings, payment, amount: sums.amount,
    document: { number, issuedOn, currency: money.code, kind: sums.kind },
    disputed: disputed === null ? null : cells.of("disputed") === disputed.yes,
  };
}

const settlement = (reading: Reading) =>
  reading.map.columns.settledDate === null ? null : { settledOn: date(reading, "settledDate", "settled date") };

/** Amount and open amount without their sign, and the kind of document: a negative amount is a credit note unless the file says otherwise. */
function sumsOf(reading: Reading, money: Currency) {
  const { cells, map, faults } = reading;
  const total = amount(reading, "amount", "amount", money);
  const open = map.columns.openAmount === null ? null : amount(reading, "openAmount", "open amount", money);
  const stated = option(reading, "documentKind", "document kind", documentKinds);
  if (total === null || (open === null && map.columns.openAmount !== null)) return null;
  const kind = stated ?? (total < 0 ? "creditNote" : "invoice");
  if (total < 0 && kind !== "creditNote") faults.push(lineFaults.negative(cells.of("amount"), kind));
  if (open !== null && (open * total < 0 || Math.abs(open) > Math.abs(total))) {
    faults.push(lineFaults.openBeyondAmount(cells.of("openAmount"), cells.of("amount")));
  }
  return { amount: Math.abs(total), open: open === null ? null : Math.abs(open), kind };
}

const customerOf = (reading: Reading): Customer => ({
  number: key(reading, "customerNumber", "customer number", 50),
  name: text(reading, "customerName", "customer name", 200),
  kind: option(reading, "kind", "debtor kind", debtorKinds),
  language: option(reading, "language", "language", languages),
  country: country(reading),
  creditClass: storedCode(reading, "creditClass"),
  email: email(reading),
});
