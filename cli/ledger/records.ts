import { parse } from "csv-parse/sync";
import { codeOf, ledgerFault, LedgerError } from "./fault";

/** A record of the file: `line` is the number of its first line, counted from 1; `text` its original text. */
export interface CsvRecord {
  readonly line: number;
  readonly text: string;
  /** null when its quotes are broken. */
  readonly fields: readonly string[] | null;
}

export interface CsvFile {
  readonly header: readonly string[];
  readonly records: readonly CsvRecord[];
}

/** A quoted cell may run over so many lines; beyond, a quote that is never closed is taken to be broken where it opens. */
const longestCell = 50;

/** Decodes the bytes of a file; a byte order mark is dropped. Throws LedgerError DULY-LEDGER-001 when the bytes are not of that encoding. */
export function decode(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (codeOf(error) !== "ERR_ENCODING_INVALID_ENCODED_DATA") throw error;
    throw new LedgerError("The ledger", [ledgerFault("DULY-LEDGER-001", { encoding })]);
  }
}

/**
 * Splits a CSV into records. A broken quote spoils its own line only: the next record begins on the next line.
 * Empty lines are passed over. Throws LedgerError DULY-LEDGER-002 when there is no readable header.
 */
export function readRecords(text: string, delimiter: string): CsvFile {
  const lines = text.split(/\r\n|\n|\r/);
  const first = lines.findIndex((line) => line.trim() !== "");
  const header = first < 0 ? "empty" : fieldsOf(lines[first] ?? "", delimiter);
  if (typeof header === "string") {
    throw new LedgerError("The ledger", [ledgerFault("DULY-LEDGER-002")]);
  }
  const records: CsvRecord[] = [];
  for (let next = first + 1; next < lines.length;) {
    if (lines[next]?.trim() === "") { next += 1; continue; }
    const { height, ...record } = recordAt(lines, next, { delimiter, width: header.length });
    records.push(record);
    next += height;
  }
  return { header, records };
}

function recordAt(lines: readonly string[], start: number, { delimiter, width }: { delimiter: string; width: number }): CsvRecord & { height: number } {
  const first = lines[start] ?? "";
  let text = first;
  let fields = fieldsOf(text, delimiter);
  let height = 1;
  while (fields === "open" && height < longestCell && start + height < lines.length) {
    const following = lines[start + height] ?? "";
    // A following line that is a whole record by itself shows that the quote was broken, not that the cell runs on.
    if (isWhole(fieldsOf(following, delimiter), width)) break;
    text += `\n${following}`;
    height += 1;
    fields = fieldsOf(text, delimiter);
  }
  if (typeof fields === "string") return { line: start + 1, text: first, fields: null, height: 1 };
  return { line: start + 1, text, fields, height };
}

const isWhole = (fields: ReturnType<typeof fieldsOf>, width: number) => typeof fields !== "string" && fields.length === width;

/** The fields of one record; "open" when a quote is not closed, "broken" when one stands where none may. */
function fieldsOf(text: string, delimiter: string): readonly string[] | "open" | "broken" {
  try {
    const [fields] = parse(text, { delimiter, relax_column_count: true, record_delimiter: ["\u0000"] });
    return fields ?? [];
  } catch (error) {
    const code = codeOf(error);
    if (code === "CSV_QUOTE_NOT_CLOSED") return "open";
    if (code === "CSV_INVALID_CLOSING_QUOTE" || code === "INVALID_OPENING_QUOTE") return "broken";
    throw error;
  }
}
