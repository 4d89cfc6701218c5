import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { OrganizationService } from "../../local-host/service/contract";
import type { Fault } from "./fault";
import type { Reject } from "./line";
import { equals, readAll } from "./rows";

export interface Warning extends Fault {
  readonly line: number;
}

/** What an import did. lines = imported + unchanged + rejected. */
export interface LedgerReport {
  /** Records of the file, without header and empty lines. */
  readonly lines: number;
  /** Lines for which something was written. */
  readonly imported: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** Rows in the store for this company afterwards. */
  readonly invoices: number;
  readonly items: number;
  readonly payments: number;
  /** Path of the reject file; null when nothing was rejected. */
  readonly rejectFile: string | null;
  /** In the order of the file. */
  readonly rejects: readonly Reject[];
  readonly warnings: readonly Warning[];
}

/** Rows of a table that belong to the company, counted in the store. */
export function countRows(service: OrganizationService, table: string, companyId: string): number {
  const rows = readAll(service, table, [], { filter: equals("duly_company", companyId) });
  let count = 0;
  while (!rows.next().done) count += 1;
  return count;
}

/** Writes `<file name>.rejected.csv` into the folder, or removes that of an earlier import when nothing was rejected. Gives its path or null. */
export function writeRejects(rejects: readonly Reject[], place: { readonly fileName: string; readonly dataDir: string }): string | null {
  const path = join(place.dataDir, `${basename(place.fileName)}.rejected.csv`);
  if (rejects.length === 0) {
    if (existsSync(path)) rmSync(path);
    return null;
  }
  const rows = [["line", "code", "reason", "text"], ...rejects.map(({ line, code, reason, text }) => [String(line), code, reason, text])];
  mkdirSync(place.dataDir, { recursive: true });
  writeFileSync(path, rows.map((row) => `${row.map(cell).join(",")}\r\n`).join(""));
  return path;
}

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
