import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseDay, type Day } from "#domain/calendar/day";
import { generateLedger } from "../../examples/ledger/generate";
import { importLedger, type LedgerSource } from "../ledger/import";
import { readMap, type LedgerMap } from "../ledger/map";
import { seedHolidays } from "../calendars/seed";
import { readPack } from "../ledger/pack";
import type { LedgerReport } from "../ledger/report";
import { seedPolicy } from "../ledger/seed";
import { cliError, progress } from "../output";
import { inRoot } from "../root";
import type { StartOptions } from "./options";
import { seedPacks } from "./packs";
import { addSituations } from "./situations";
import type { Session } from "./session";

/** Business day around which the example ledger lies. */
export const exampleDay = "2026-11-02" as Day;

type Where = Pick<LedgerSource, "today" | "dataDir">;

function readFile(what: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw cliError("DULY-START-006", { what, file, reason: error instanceof Error ? error.message : String(error) });
  }
}

/** A company that has a strategy keeps its policy as an administrator left it. */
function seedOnce(session: Session, { company }: LedgerMap, today: Day): void {
  const { host } = session;
  if (host.sql.get("SELECT 1 AS found FROM duly_company WHERE duly_code = ? AND duly_strategy IS NOT NULL", [company.code]) !== null) return;
  const pack = readPack(readFileSync(inRoot("examples", "strategies", "standard.json"), "utf8"));
  host.sql.transaction(() => {
    seedPolicy(host.service, pack, company);
    seedPacks(host.service);
    const calendar = seedHolidays(host.service, today).get(company.country ?? "");
    if (calendar !== undefined) host.service.update("duly_company", { key: { duly_code: company.code } }, { duly_calendar: calendar });
  });
}

function load(session: Session, source: Omit<LedgerSource, "transaction" | "onProgress">): LedgerReport {
  const today = parseDay(source.today) ?? exampleDay;
  const tell = progress("ledger lines:");
  seedOnce(session, source.map, today);
  return importLedger(session.host.service, {
    ...source, transaction: (work) => session.host.sql.transaction(work), onProgress: ({ done, total }) => tell(done, total),
  });
}

/** Brings the standard policy and a ledger into the store: the person's own, or the example. Repeating it writes nothing. */
export function loadLedger(session: Session, ledger: StartOptions["ledger"], where: Where): LedgerReport {
  if (ledger !== null) {
    const map = readMap(readFile("map", ledger.map).toString("utf8"));
    return load(session, { ...where, bytes: readFile("ledger", ledger.file), fileName: basename(ledger.file), map });
  }
  const map = readMap(readFileSync(inRoot("examples", "ledger", "example.map.json"), "utf8"));
  const report = load(session, { ...where, bytes: new TextEncoder().encode(generateLedger({ asOf: exampleDay })), fileName: "example.csv", map });
  addSituations(session.host, exampleDay);
  return report;
}
