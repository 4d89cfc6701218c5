import type { Day } from "#domain/calendar/day";
import { parseDay } from "#domain/calendar/day";
import { buildForLocalHost } from "../build/command";
import { packageFiles } from "../build/package";
import { say } from "../output";
import { inRoot } from "../root";
import { lastNight } from "./count";
import { businessDayAfter, businessDays } from "./days";
import { exampleDay, loadLedger } from "./ledger";
import { playNight, type Night } from "./night";
import { tellOfFlows, tellOfRuns } from "./night-progress";
import { startHelp, startOptions, type StartOptions } from "./options";
import { serveUntilStopped } from "./serve";
import { importPackage, openSession, outboxCount, removeStore, type Session } from "./session";
import { sayLedger, sayNight, summaryJson, type Summary } from "./summary";

function importSolution(session: Session): void {
  const report = importPackage(session, inRoot(packageFiles()[0]));
  if (!report.changed) return;
  const kinds = Object.entries(report.imported).map(([kind, count]) => `${count} ${kind}`).join(", ");
  say(`Imported ${report.solution} ${report.version}: ${kinds}.`);
  for (const part of report.ignored) say(`  not used by the local host: ${part}`);
}

const firstDay = (options: StartOptions, last: Day | null): Day => {
  if (options.asOf !== null) return options.asOf;
  if (last === null) return exampleDay;
  return options.nights === null ? last : businessDayAfter(last);
};

/** Loads what was asked for: a ledger named, or the example when the store is new; a store with a ledger is kept as it is. */
function ledgerFor(session: Session, options: StartOptions, { asOf, last }: { asOf: Day; last: Day | null }) {
  if (options.ledger === null && last !== null) return null;
  say(options.ledger === null ? "Loading the example ledger …" : `Loading ${options.ledger.file} …`);
  const ledger = loadLedger(session, options.ledger, { today: asOf, dataDir: options.dataDir });
  sayLedger(ledger);
  return ledger;
}

async function playNights(session: Session, days: readonly Day[]): Promise<readonly Night[]> {
  const nights: Night[] = [];
  tellOfRuns(session.host);
  for (const day of days) {
    say(`Playing the night of ${day} …`);
    const night = await playNight(session.host, session.flows, day, tellOfFlows());
    sayNight(night);
    nights.push(night);
  }
  return nights;
}

/** Sets the store up as asked and plays the nights; everything but serving. */
async function play(session: Session, options: StartOptions): Promise<Summary> {
  importSolution(session);
  const last = parseDay(lastNight(session.host) ?? "");
  const asOf = firstDay(options, last);
  if (last === null || asOf > last) session.host.clock.set(`${asOf}T00:00:00Z`);
  for (const { flow, code, message } of session.flows.problems()) say(`The flow ${flow} cannot run: ${code} ${message}`);
  await session.flows.drain();
  const ledger = ledgerFor(session, options, { asOf, last });
  const nights = await playNights(session, businessDays(asOf, options.nights ?? 1));
  return { asOf, ledger, nights, outbox: outboxCount(session), unsupported: session.host.unsupported.list().length };
}

/** `npm start`. */
export async function start(args: readonly string[]): Promise<number> {
  const options = startOptions(args);
  if (options === "help") {
    process.stdout.write(startHelp);
    return 0;
  }
  await buildForLocalHost();
  if (options.fresh) removeStore(options.dataDir);
  const session = openSession(options.dataDir);
  try {
    const summary = await play(session, options);
    say(`Outbox: ${summary.outbox} messages in ${session.outboxDir}.`);
    if (summary.unsupported > 0) say(`Asked of the local host but not supported: ${summary.unsupported} (GET /__local/unsupported lists them).`);
    if (options.json) process.stdout.write(`${JSON.stringify(summaryJson(summary))}\n`);
    if (options.serve) await serveUntilStopped(session, options.port);
    return summary.nights.some((night) => night.failures.length > 0) ? 1 : 0;
  } finally {
    session.close();
  }
}
