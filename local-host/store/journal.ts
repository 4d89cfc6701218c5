import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, truncateSync, writeSync } from "node:fs";

/**
 * Rolls back what a killed process left half written. SQLite does this itself, but not in node-sqlite3-wasm: there its own lock looks
 * like that of another process, so it takes the journal for one that is in use. Format: "The Rollback Journal" in SQLite's file format.
 */

const MAGIC = "d9d505f920a163d7";
const HEADER_FIELDS = 28;
/** A page number and a checksum go with each page. */
const RECORD_EXTRA = 8;
/** The byte that SQLite locks; its page is never written. */
const LOCK_BYTE = 0x4000_0000;
const UNCOUNTED = 0xffff_ffff;

interface Header { readonly records: number; readonly nonce: number; readonly pages: number; readonly sector: number; readonly pageSize: number }

function headerAt(journal: Buffer, offset: number): Header | null {
  if (offset + HEADER_FIELDS > journal.length || journal.toString("hex", offset, offset + 8) !== MAGIC) return null;
  const field = (index: number): number => journal.readUInt32BE(offset + 8 + index * 4);
  const header = { records: field(0), nonce: field(1), pages: field(2), sector: field(3), pageSize: field(4) };
  return header.pageSize >= 512 && header.sector >= 32 ? header : null;
}

function checksum(page: Buffer, nonce: number): number {
  let sum = nonce;
  for (let at = page.length - 200; at > 0; at -= 200) sum = (sum + (page[at] ?? 0)) >>> 0;
  return sum;
}

interface Record { readonly page: number; readonly content: Buffer }

/** The pages behind one header; stops at the first that was not written in full. */
function recordsOf(journal: Buffer, start: number, header: Header): { readonly records: readonly Record[]; readonly complete: boolean } {
  const { pageSize } = header;
  const size = pageSize + RECORD_EXTRA;
  const count = header.records === UNCOUNTED ? Math.floor((journal.length - start) / size) : header.records;
  const records: Record[] = [];
  for (let index = 0; index < count; index += 1) {
    const at = start + index * size;
    if (at + size > journal.length) return { records, complete: false };
    const page = journal.readUInt32BE(at);
    const content = journal.subarray(at + 4, at + 4 + pageSize);
    if (page === 0 || page === Math.floor(LOCK_BYTE / pageSize) + 1) return { records, complete: false };
    if (journal.readUInt32BE(at + 4 + pageSize) !== checksum(content, header.nonce)) return { records, complete: false };
    records.push({ page, content });
  }
  return { records, complete: true };
}

function allRecords(journal: Buffer, first: Header): readonly Record[] {
  const found: Record[] = [];
  let offset = 0;
  for (let header: Header | null = first; header !== null; header = headerAt(journal, offset)) {
    const segment = { ...header, sector: first.sector, pageSize: first.pageSize };
    const { records, complete } = recordsOf(journal, offset + first.sector, segment);
    found.push(...records);
    if (!complete) break;
    const end = offset + first.sector + records.length * (first.pageSize + RECORD_EXTRA);
    offset = Math.ceil(end / first.sector) * first.sector;
  }
  return found;
}

function restore(file: string, { pages, pageSize }: Header, records: readonly Record[]): void {
  const descriptor = openSync(file, "r+");
  try {
    ftruncateSync(descriptor, pages * pageSize);
    for (const { page, content } of records) if (page <= pages) writeSync(descriptor, content, 0, pageSize, (page - 1) * pageSize);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Puts the database back to its last committed state. `true` when there was something to undo. The file must not be open anywhere. */
export function rollBackJournal(file: string): boolean {
  const journalFile = `${file}-journal`;
  if (!existsSync(file) || !existsSync(journalFile)) return false;
  const journal = readFileSync(journalFile);
  const header = headerAt(journal, 0);
  if (header !== null) restore(file, header, allRecords(journal, header));
  truncateSync(journalFile);
  return header !== null;
}
