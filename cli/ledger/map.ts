import { isDateFormat } from "./dates";
import { codeOf, quoted } from "./fault";
import { also, dictionary, either, isObject, object, oneOf, optional, readJson, text, type Finding, type Shape } from "./shape";

/** Languages and kinds by the keys of the choices in solution/schema. */
export const languages = ["english", "hungarian", "italian", "french", "spanish", "german"] as const;
export const debtorKinds = ["company", "naturalPerson", "publicBody"] as const;
export const documentKinds = ["invoice", "creditNote", "debitNote"] as const;
export type Language = (typeof languages)[number];

/** The legal entity that the ledger belongs to. */
export interface Company {
  readonly code: string;
  readonly name: string;
  /** ISO 4217. */
  readonly currency: string;
  /** ISO 3166, two letters. */
  readonly country: string | null;
  readonly language: Language | null;
  readonly sender: string | null;
  readonly iban: string | null;
}

/** Where a value comes from: a column, perhaps with a translation of its contents, or the same value for every line. */
export type Source =
  | { readonly column: string; readonly values: Readonly<Record<string, string>> | null }
  | { readonly fixed: string };

/** A text made from a column: "{}" in the pattern is the content of the cell. */
export interface Pattern { readonly column: string; readonly pattern: string }

export interface Columns {
  readonly customerNumber: string;
  readonly customerName: string | null;
  readonly kind: Source | null;
  readonly country: Source | null;
  readonly language: Source | null;
  /** A column of addresses, or for a ledger without any, addresses made from another column. */
  readonly email: string | Pattern | null;
  readonly creditClass: Source | null;
  readonly paymentType: Source | null;
  readonly invoiceNumber: string;
  readonly documentKind: Source | null;
  readonly instalment: string | null;
  readonly issueDate: string;
  readonly dueDate: string;
  readonly amount: string;
  readonly currency: Source;
  readonly settledDate: string | null;
  readonly openAmount: string | null;
  /** Beside openAmount: day of the last payment. */
  readonly paidOn: string | null;
  readonly disputed: { readonly column: string; readonly yes: string } | null;
}

/** How to read one CSV: its format and which column is what. */
export interface LedgerMap {
  readonly company: Company;
  readonly columns: Columns;
  /** Such as dd/MM/yyyy. */
  readonly dateFormat: string;
  readonly decimalSign: "." | ",";
  readonly delimiter: string;
  /** A name that TextDecoder knows: utf-8, windows-1250, … */
  readonly encoding: string;
}

const code = (letters: number, example: string) =>
  text(`${letters} capital letters such as ${quoted(example)}`, (value) => new RegExp(`^[A-Z]{${letters}}$`).test(value));

export const companyShape: Shape<Company> = object<Company>({
  code: text('a short code such as "HU01" (at most 20 characters)', (value) => value.length <= 20),
  name: text("the name of the legal entity as it appears in messages (at most 100 characters)", (value) => value.length <= 100),
  currency: code(3, "EUR"),
  country: optional(code(2, "HU")),
  language: optional(oneOf(languages)),
  sender: optional(text('an e-mail address such as "receivables@example.com"', (value) => /^[^\s@]+@[^\s@]+$/.test(value))),
  iban: optional(text("a bank account number (at most 34 characters)", (value) => value.length <= 34)),
});

const column = text("the name of a column of the CSV");
const named: Shape<Source> = (value, at, findings) => {
  const name = column(value, at, findings);
  return typeof name === "string" ? { column: name, values: null } : name;
};
const translated = object<{ column: string; values: Readonly<Record<string, string>> | null }>({
  column, values: optional(dictionary(text("a text"), 'an object such as {"P": "naturalPerson"}')),
});

/** A column name, {"column": …, "values": {…}} or {"fixed": …}. */
const source: Shape<Source> = either<Source>((value) => {
  if (!isObject(value)) return named;
  return "fixed" in value ? object<{ fixed: string }>({ fixed: text("the value of every line") }) : translated;
});

/** A column name or {"column": …, "pattern": …}. */
const address: Shape<string | Pattern> = either<string | Pattern>((value) => (isObject(value)
  ? object<Pattern>({ column, pattern: text('an address with {} for the cell, such as "{}@customers.example"', (pattern) => pattern.includes("{}")) })
  : column));

/** Every value that the source can give by translation or as a fixed value must be one of `options`. */
const sourceOf = (options: readonly string[]): Shape<Source> =>
  also(source, (value) => ("fixed" in value ? [value.fixed] : Object.values(value.values ?? {}))
    .filter((each) => !options.includes(each))
    .map((each) => ["DULY-MAP-007", { found: quoted(each), known: options.map(quoted).join(", ") }] as const));

const columns: Shape<Columns> = also(object<Columns>({
  customerNumber: column,
  customerName: optional(column),
  kind: optional(sourceOf(debtorKinds)),
  country: optional(source),
  language: optional(sourceOf(languages)),
  email: optional(address),
  creditClass: optional(source),
  paymentType: optional(source),
  invoiceNumber: column,
  documentKind: optional(sourceOf(documentKinds)),
  instalment: optional(column),
  issueDate: column,
  dueDate: column,
  amount: column,
  currency: source,
  settledDate: optional(column),
  openAmount: optional(column),
  paidOn: optional(column),
  disputed: optional(object({ column, yes: text('the content that means yes, such as "Yes"') })),
}), judgePayments);

function judgePayments({ settledDate, openAmount, paidOn }: Columns): readonly Finding[] {
  if (settledDate !== null && openAmount !== null) {
    return [["DULY-MAP-006", { settled: quoted(settledDate), open: quoted(openAmount) }]];
  }
  return paidOn !== null && openAmount === null
    ? [["DULY-MAP-009", { found: quoted(paidOn) }]]
    : [];
}

const dateFormat = text(
  "the order of d, M and yyyy with their separators, such as dd/MM/yyyy, yyyy-MM-dd, M/d/yyyy or dd.MM.yyyy",
  isDateFormat,
);
const delimiter = text('one character such as "," or ";" or "\\t"', (value) => value.length === 1 && !/["\r\n]/.test(value));

/** The same, but a tab is not empty. */
const tabOrDelimiter: Shape<string> = (value, at, findings) => (value === "\t" ? value : delimiter(value, at, findings));

function knowsEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== "";
  } catch (error) {
    if (codeOf(error) === "ERR_ENCODING_NOT_SUPPORTED") return false;
    throw error;
  }
}

interface MapFile extends Omit<LedgerMap, "delimiter" | "decimalSign" | "encoding"> {
  readonly delimiter: string | null;
  readonly decimalSign: "." | "," | null;
  readonly encoding: string | null;
}

const mapFile = object<MapFile>({
  company: companyShape,
  columns,
  dateFormat,
  decimalSign: optional(oneOf([".", ","] as const)),
  delimiter: optional(tabOrDelimiter),
  encoding: optional(text('the encoding of the CSV, such as "utf-8" or "windows-1250"', knowsEncoding)),
});

/** Reads a map file. Delimiter and decimal sign are "," and "." when absent, the encoding is UTF-8. Throws LedgerError with every fault found (DULY-MAP-…). */
export function readMap(json: string): LedgerMap {
  const file = readJson(json, "MAP", mapFile);
  return { ...file, delimiter: file.delimiter ?? ",", decimalSign: file.decimalSign ?? ".", encoding: file.encoding ?? "utf-8" };
}
