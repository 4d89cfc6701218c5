import type { LocalHost } from "../../local-host/host.contract";
import type { SqlValue } from "../../local-host/store/sql";
import { communicationStatus, runmode } from "#solution/generated/names";

/** What one night left in the store. */
export interface NightCounts {
  readonly day: string;
  readonly debtors: number;
  /** Items that messages tell of, and the messages; those that wait for approval remind nobody yet. */
  readonly items: number;
  readonly communications: number;
  /** Debtors that the runs found something wrong with: not decided at all, or decided without some of their items. */
  readonly errors: number;
  /** Those of them that could not be decided at all. */
  readonly undecided: number;
  /** Communications by status reason: "sent" -> 12. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Items that were not reminded, by reason. */
  readonly excluded: Readonly<Record<string, number>>;
}

const number = (value: SqlValue | undefined): number => Number(value ?? 0);

const one = (host: LocalHost, statement: string, parameters: readonly SqlValue[] = []): number =>
  number(Object.values(host.sql.get(statement, parameters) ?? {})[0]);

const runsOfDay = `(SELECT duly_runid FROM duly_run WHERE duly_asof = ? AND duly_mode = ${runmode.commit})`;

const remindedBy = `duly_communication WHERE statuscode <> ${communicationStatus.awaitingApproval} AND duly_run IN ${runsOfDay}`;

const statusNames = new Map<number, string>(Object.entries(communicationStatus).map(([name, value]) => [value, name]));

function outcomes(host: LocalHost, day: string): Readonly<Record<string, number>> {
  const rows = host.sql.all(`SELECT statuscode, COUNT(*) AS n FROM duly_communication WHERE duly_run IN ${runsOfDay} GROUP BY statuscode`, [day]);
  return Object.fromEntries(rows.map((row) => [statusNames.get(number(row.statuscode)) ?? String(row.statuscode), number(row.n)]));
}

function excluded(host: LocalHost, day: string): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const row of host.sql.all(`SELECT duly_totals FROM duly_run WHERE duly_asof = ? AND duly_mode = ${runmode.commit}`, [day])) {
    const totals = JSON.parse(String(row.duly_totals ?? "{}")) as Record<string, number>;
    for (const [reason, items] of Object.entries(totals)) if (reason !== "reminded") sums[reason] = (sums[reason] ?? 0) + items;
  }
  return sums;
}

/** First code in a line of a run's error log: "C-4: DULY-ITEM-003 …". */
const codeOfLine = /^.*?: (DULY-[A-Z]+-\d{3}) /;

/** Debtors whose line in the error log is about one of their items: they were decided, without it. */
function decidedWithout(host: LocalHost, day: string): number {
  const logs = host.sql.all(`SELECT duly_errorlog AS log FROM duly_run WHERE duly_asof = ? AND duly_mode = ${runmode.commit}`, [day]);
  return logs.flatMap(({ log }) => String(log ?? "").split("\n")).filter((line) => codeOfLine.exec(line)?.[1]?.includes("-ITEM-")).length;
}

/** Counts what the committed runs of a day left: rows, not counters, wherever there are rows. */
export function countNight(host: LocalHost, day: string): NightCounts {
  const errors = one(host, `SELECT SUM(duly_errors) FROM duly_run WHERE duly_asof = ? AND duly_mode = ${runmode.commit}`, [day]);
  return {
    day, errors, undecided: Math.max(0, errors - decidedWithout(host, day)),
    debtors: one(host, `SELECT SUM(duly_debtors) FROM duly_run WHERE duly_asof = ? AND duly_mode = ${runmode.commit}`, [day]),
    communications: one(host, `SELECT COUNT(*) FROM ${remindedBy}`, [day]),
    items: one(host, `SELECT COUNT(*) FROM duly_communicationline WHERE duly_communication IN (SELECT duly_communicationid FROM ${remindedBy})`, [day]),
    outcomes: outcomes(host, day), excluded: excluded(host, day),
  };
}

const ownTables = (host: LocalHost): readonly string[] => [...host.service.metadata.tables.values()].filter((table) => table.isCustom).map((table) => table.logicalName);

/** Highest row version in the store; rows above it were written later. */
export const highestVersion = (host: LocalHost): number =>
  Math.max(0, ...ownTables(host).map((table) => one(host, `SELECT MAX(versionnumber) FROM "${table}"`)));

/** Rows of the solution's tables that were created or changed since a version. */
export const rowsSince = (host: LocalHost, version: number): number =>
  ownTables(host).reduce((sum, table) => sum + one(host, `SELECT COUNT(*) FROM "${table}" WHERE versionnumber > ?`, [version]), 0);

/** What the ledger of a store holds, over all companies. */
export interface StoredLedger { readonly invoices: number; readonly items: number; readonly payments: number }

export const countLedger = (host: LocalHost): StoredLedger => ({
  invoices: one(host, "SELECT COUNT(*) FROM duly_invoice"), items: one(host, "SELECT COUNT(*) FROM duly_openitem"), payments: one(host, "SELECT COUNT(*) FROM duly_payment"),
});

/** Last day with a committed run that ended, over all companies; null when no night was played. */
export function lastNight(host: LocalHost): string | null {
  const row = host.sql.get(`SELECT MAX(duly_asof) AS day FROM duly_run WHERE duly_mode = ${runmode.commit} AND statecode = 1`);
  return row?.day === null || row?.day === undefined ? null : String(row.day);
}

const companies = "SELECT COUNT(*) FROM duly_company c WHERE c.statecode = 0";

const finished = `SELECT 1 FROM duly_run r WHERE r.duly_company = c.duly_companyid AND r.duly_mode = ${runmode.commit} AND r.statecode = 1`;

/** Was the night of this day played to its end: by some company on that very day, and by every other then or later? */
export const nightPlayed = (host: LocalHost, day: string): boolean =>
  one(host, `${companies} AND EXISTS (${finished} AND r.duly_asof = ?)`, [day]) > 0
  && one(host, `${companies} AND NOT EXISTS (${finished} AND r.duly_asof >= ?)`, [day]) === 0;
