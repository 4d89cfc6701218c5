import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateLedger } from "../../examples/ledger/generate";
import type { OrganizationService } from "../../local-host/service/contract";
import { packageFiles } from "../build/package";
import { importLedger } from "../ledger/import";
import { readMap } from "../ledger/map";
import { readPack } from "../ledger/pack";
import { seedPolicy } from "../ledger/seed";
import { inRoot } from "../root";
import { highestVersion, rowsSince } from "../start/count";
import { exampleDay } from "../start/ledger";
import { importPackage, openSession, type Session } from "../start/session";
import { yardstick } from "./yardstick";

const text = (path: string): string => readFileSync(inRoot("examples", path), "utf8");

/** A store with a generated ledger, every item due for its first step. */
export function prepared(session: Session, dataDir: string, size: Size): Session {
  importPackage(session, inRoot(packageFiles()[0]));
  session.host.clock.set(`${exampleDay}T02:00:00Z`);
  const map = readMap(text("ledger/example.map.json"));
  seedPolicy(session.host.service, readPack(text("strategies/standard.json")), map.company);
  importLedger(session.host.service, {
    bytes: new TextEncoder().encode(generateLedger({ ...size, asOf: exampleDay, allDue: true })),
    fileName: "bench.csv", map, today: exampleDay, dataDir, transaction: (work) => session.host.sql.transaction(work),
  });
  return session;
}

/** One committed run by the custom APIs, as the nightly flow calls them. */
function commit(service: OrganizationService, company: string): void {
  let page = service.execute("duly_StartRun", { CompanyId: company, AsOf: exampleDay });
  const { RunId: run = "" } = page;
  while (page.Done !== true) page = service.execute("duly_ProcessRunPage", { RunId: run, Cursor: page.Cursor ?? "" });
  service.execute("duly_FinishRun", { RunId: run });
}

/** `cpuSeconds` tells a busy machine from a slow run. */
function timed(session: Session, company: string): { readonly seconds: number; readonly cpuSeconds: number; readonly rows: number } {
  const version = highestVersion(session.host);
  const began = performance.now();
  const busy = process.cpuUsage();
  commit(session.host.service, company);
  const { user, system } = process.cpuUsage(busy);
  return { seconds: (performance.now() - began) / 1000, cpuSeconds: (user + system) / 1e6, rows: rowsSince(session.host, version) };
}

const count = (session: Session, table: string): number => Number(session.host.sql.get(`SELECT COUNT(*) AS n FROM ${table}`)?.n ?? 0);

export interface Size { readonly debtors: number; readonly items: number }

/** Fills a folder with a store whose every item is due. */
export function prepareRun(dataDir: string, size: Size): void {
  prepared(openSession(dataDir), dataDir, size).close();
}

/** Measures a committed run over a store that is prepared, and the same run again. */
export const measureRun = (dataDir: string): unknown => measured(openSession(dataDir), dataDir);

function measured(session: Session, dataDir: string): unknown {
  const company = String(session.host.sql.get("SELECT duly_companyid AS id FROM duly_company")?.id);
  const first = timed(session, company);
  const again = timed(session, company);
  const peakMiB = Math.round(process.resourceUsage().maxRSS / 1024);
  const bare = yardstick(dataDir, first.rows);
  const result = {
    items: count(session, "duly_openitem"), debtors: count(session, "duly_debtor"), communications: count(session, "duly_communication"), lines: count(session, "duly_communicationline"),
    seconds: first.seconds, cpuSeconds: first.cpuSeconds, rowsWritten: first.rows, rowsPerSecond: Math.round(first.rows / first.seconds),
    yardstick: { seconds: bare, ratio: first.seconds / bare }, again: { seconds: again.seconds, rowsWritten: again.rows }, peakMiB,
  };
  session.close();
  return result;
}

/** Prepares and measures in one session, as `npm start` loads a ledger and plays its first night. */
export function benchRun(size: Size): unknown {
  const dataDir = mkdtempSync(join(tmpdir(), "duly-bench-"));
  try {
    return measured(prepared(openSession(dataDir), dataDir, size), dataDir);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
