import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseDay, type Day } from "#domain/calendar/day";
import { generateLedger } from "../../examples/ledger/generate";
import { importing, type LedgerSource } from "../ledger/import";
import { bindHeader } from "../ledger/header";
import { readMap, type LedgerMap } from "../ledger/map";
import { decode, readRecords } from "../ledger/records";
import { seedHolidays } from "../calendars/seed";
import { readPack } from "../ledger/pack";
import type { LedgerReport } from "../ledger/report";
import { seedPolicy } from "../ledger/seed";
import { cliError, progress } from "../output";
import { inRoot } from "../root";
import type { StartOptions } from "./options";
import type { LocalHost } from "../../local-host/host.contract";
import { seedPacks } from "./packs";
import { stepByStep } from "./pace";
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

function load(session: Session, source: Omit<LedgerSource, "transaction" | "onProgress">): Promise<LedgerReport> {
  const today = parseDay(source.today) ?? exampleDay;
  const tell = progress("ledger lines:");
  seedOnce(session, source.map, today);
  return stepByStep(importing(session.host.service, {
    ...source, transaction: (work) => session.host.sql.transaction(work), onProgress: ({ done, total }) => tell(done, total),
  }));
}

/** A person's own ledger as it was read. */
export type OwnLedger = Pick<LedgerSource, "bytes" | "fileName" | "map">;

/** Reads both files, and sees whether the map is one and fits the header of the ledger. Throws CliError or LedgerError. */
export function readOwnLedger({ file, map: mapFile }: NonNullable<StartOptions["ledger"]>): OwnLedger {
  const map = readMap(readFile("map", mapFile).toString("utf8"));
  const bytes = readFile("ledger", file);
  bindHeader(map, readRecords(decode(bytes, map.encoding), map.delimiter).header);
  return { bytes, fileName: basename(file), map };
}

const exampleMap = (): LedgerMap => readMap(readFileSync(inRoot("examples", "ledger", "example.map.json"), "utf8"));

/** Whether the store has a company that is not the example's: a person's own ledger, perhaps of a start that was interrupted before its first night. */
export const holdsOwnLedger = ({ sql }: LocalHost): boolean => sql.get("SELECT 1 AS found FROM duly_company WHERE duly_code <> ?", [exampleMap().company.code]) !== null;

/** Brings the standard policy and a ledger into the store: the person's own, or the example. Repeating it writes nothing. */
export async function loadLedger(session: Session, own: OwnLedger | null, where: Where): Promise<LedgerReport> {
  if (own !== null) return load(session, { ...where, ...own });
  const map = exampleMap();
  const report = await load(session, { ...where, bytes: new TextEncoder().encode(generateLedger({ asOf: exampleDay })), fileName: "example.csv", map });
  addSituations(session.host, exampleDay);
  return report;
}
