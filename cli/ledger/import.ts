import { DataverseError } from "../../local-host/service/error";
import type { OrganizationService } from "../../local-host/service/contract";
import { compareLines } from "./coherence";
import { putCompany } from "./company";
import { rejected, type Line, type Reject } from "./line";
import { lineFaults } from "./line-faults";
import { LedgerError, ledgerFault, quoted } from "./fault";
import type { LedgerMap } from "./map";
import { parseLines } from "./parse";
import { decode, readRecords } from "./records";
import { countRows, writeRejects, type LedgerReport } from "./report";
import { LineRefused, openSession, type Session } from "./session";
import { readLedger, readVocabulary } from "./store";
import { writeLine } from "./write";

/** Lines a transaction: after a kill at most so many are done again. */
const batchSize = 250;

/** A file to import and how. */
export interface LedgerSource {
  /** Content of the CSV. */
  readonly bytes: Uint8Array;
  /** Name of the file; the reject file is called after it. */
  readonly fileName: string;
  readonly map: LedgerMap;
  /** Day of the import, "YYYY-MM-DD". */
  readonly today: string;
  /** Folder for the reject file. */
  readonly dataDir: string;
  /** Runs work in a transaction of the store; nested calls must be savepoints, so that one bad line is rolled back alone. */
  readonly transaction: <T>(work: () => T) => T;
  /** Told after every transaction. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
}

/** Sees whether a store knows the currency of the company; throws LedgerError (DULY-MAP-010). */
export function requireCurrency({ company: { currency } }: LedgerMap, known: readonly string[]): void {
  if (known.includes(currency)) return;
  throw new LedgerError("The map", [ledgerFault("DULY-MAP-010", { found: quoted(currency), known: known.join(", ") })]);
}

/** Imports a CSV at one go, as `importing` does. */
export function importLedger(service: OrganizationService, source: LedgerSource): LedgerReport {
  const work = importing(service, source);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/**
 * Imports a CSV: every good line becomes debtor, address, document, item, payment and dispute; only what differs from the store is written.
 * Bad lines go to the reject file. Yields after each transaction, where it may be left: what was committed stays, and importing again goes on. Throws LedgerError when the file as a whole cannot be read (encoding, header).
 */
export function* importing(service: OrganizationService, source: LedgerSource): Generator<void, LedgerReport> {
  const file = readRecords(decode(source.bytes, source.map.encoding), source.map.delimiter);
  const vocabulary = readVocabulary(service);
  requireCurrency(source.map, [...vocabulary.currencies.keys()]);
  const parsed = parseLines(file, source.map, vocabulary);
  const { lines, rejects, repeated } = compareLines(parsed.lines);
  const companyId = putCompany(service, source.map.company).id;
  const session = openSession(service, lines, { ledger: readLedger(service, companyId), vocabulary, today: source.today });
  const outcome = yield* writeLines(session, lines, source);
  const allRejects = [...parsed.rejects, ...rejects, ...outcome.rejects].sort((a, b) => a.line - b.line);
  return {
    lines: file.records.length,
    imported: outcome.imported,
    unchanged: outcome.unchanged + repeated.length,
    rejected: allRejects.length,
    invoices: countRows(service, "duly_invoice", companyId),
    items: countRows(service, "duly_openitem", companyId),
    payments: countRows(service, "duly_payment", companyId),
    rejectFile: writeRejects(allRejects, source),
    rejects: allRejects,
    warnings: [...lines, ...repeated].flatMap(({ line, warnings }) => warnings.map((warning) => ({ line, ...warning }))).sort((a, b) => a.line - b.line),
  };
}

interface Outcome { imported: number; unchanged: number; readonly rejects: Reject[] }

function* writeLines(session: Session, lines: readonly Line[], { transaction, onProgress }: LedgerSource): Generator<void, Outcome> {
  const outcome: Outcome = { imported: 0, unchanged: 0, rejects: [] };
  for (let start = 0; start < lines.length; start += batchSize) {
    const batch = lines.slice(start, start + batchSize);
    transaction(() => {
      for (const line of batch) writeOne(session, line, { transaction, outcome });
    });
    onProgress?.({ done: start + batch.length, total: lines.length });
    yield;
  }
  return outcome;
}

/** A line is written whole or not at all; the mirrors follow. */
function writeOne(session: Session, line: Line, { transaction, outcome }: Pick<LedgerSource, "transaction"> & { outcome: Outcome }): void {
  session.undo.length = 0;
  try {
    const written = transaction(() => writeLine(session, line));
    outcome[written ? "imported" : "unchanged"] += 1;
  } catch (error) {
    session.undo.reverse().forEach((takeBack) => takeBack());
    outcome.rejects.push(rejected(line, [faultOf(error)]));
  }
}

/** Only what the store or the import itself refuses is a reject; anything else is a defect and is passed on. */
function faultOf(error: unknown) {
  if (error instanceof LineRefused) return error.fault;
  if (error instanceof DataverseError) return lineFaults.refused(error.message);
  throw error;
}
