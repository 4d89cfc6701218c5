import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseDay, type Day } from "#domain/calendar/day";
import { generateLedger } from "../../examples/ledger/generate";
import { importing, requireCurrency, type LedgerSource } from "../ledger/import";
import { bindHeader } from "../ledger/header";
import { readMap, type LedgerMap } from "../ledger/map";
import { decode, readRecords } from "../ledger/records";
import { seedHolidays } from "../calendars/seed";
import { readPack } from "../ledger/pack";
import type { LedgerReport } from "../ledger/report";
import { seedPolicy } from "../ledger/seed";
import { readVocabulary } from "../ledger/store";
import { cliError, progress } from "../output";
import { inRoot } from "../root";
import type { StartOptions } from "./options";
import type { LocalHost } from "../../local-host/host.contract";
import { currencyCodes } from "../../local-host/metadata/baseline/seed";
import { beginLoading, endLoading } from "./loading";
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

/** A person's own ledger as it was read, and where from. */
export interface OwnLedger extends Pick<LedgerSource, "bytes" | "fileName" | "map"> { readonly files: NonNullable<StartOptions["ledger"]> }

/** Reads both files, and sees whether the map is one and fits the header of the ledger. Throws CliError or LedgerError. */
export function readOwnLedger(files: NonNullable<StartOptions["ledger"]>): OwnLedger {
  const { file, map: mapFile } = files;
  const map = readMap(readFile("map", mapFile).toString("utf8"));
  const bytes = readFile("ledger", file);
  bindHeader(map, readRecords(decode(bytes, map.encoding), map.delimiter).header);
  return { files, bytes, fileName: basename(file), map };
}

/** Sees, before anything is deleted, whether a new store would know the currency of the company. Throws LedgerError (DULY-MAP-010). */
export const requireNewStoreCurrency = ({ map }: OwnLedger): void => requireCurrency(map, currencyCodes);

const exampleMap = (): LedgerMap => readMap(readFileSync(inRoot("examples", "ledger", "example.map.json"), "utf8"));

/** Whether the store has a ledger, or a part of one. */
export const holdsLedger = ({ sql }: LocalHost): boolean => sql.get("SELECT 1 AS found FROM duly_company") !== null;

async function loadExample(session: Session, where: Where): Promise<LedgerReport> {
  const report = await load(session, { ...where, bytes: new TextEncoder().encode(generateLedger({ asOf: exampleDay })), fileName: "example.csv", map: exampleMap() });
  addSituations(session.host, exampleDay);
  return report;
}

/** Brings the standard policy and a ledger into the store: the person's own, or the example. Repeating it writes nothing. Throws LedgerError before the first row is written. */
export async function loadLedger(session: Session, own: OwnLedger | null, where: Where): Promise<LedgerReport> {
  const { host } = session;
  if (own !== null) requireCurrency(own.map, [...readVocabulary(host.service).currencies.keys()]);
  beginLoading(host, { ledger: own?.files ?? null });
  const report = await (own === null ? loadExample(session, where) : load(session, { ...where, ...own }));
  endLoading(host);
  return report;
}
