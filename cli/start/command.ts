import type { Day } from "#domain/calendar/day";
import { parseDay } from "#domain/calendar/day";
import { buildForLocalHost } from "../build/command";
import { packageFiles } from "../build/package";
import { cliError, print, say, type Tell } from "../output";
import { inRoot } from "../root";
import { refuseBygone } from "./bygone";
import { countLedger, lastNight } from "./count";
import { nightAfter, nightsFrom, worksIn } from "./days";
import { interruptible } from "./interrupt";
import { exampleDay, holdsLedger, loadLedger, readOwnLedger, requireNewStoreCurrency, type OwnLedger } from "./ledger";
import { interruptedLoading } from "./loading";
import { playNight, type Night } from "./night";
import { tellOfFlows, tellOfRuns } from "./night-progress";
import { startHelp, startOptions, type StartOptions } from "./options";
import { requirePort } from "./port";
import { refusedJson } from "./refused";
import { serveUntilStopped } from "./serve";
import { importPackage, openSession, outboxCount, removeStore, type Session } from "./session";
import { summaryJson, tellLedger, tellNight, tellStore, type Summary } from "./summary";

function importSolution(session: Session): void {
  const report = importPackage(session, inRoot(packageFiles()[0]));
  if (!report.changed) return;
  const kinds = Object.entries(report.imported).map(([kind, count]) => `${count} ${kind}`).join(", ");
  say(`Imported ${report.solution} ${report.version}: ${kinds}.`);
  for (const part of report.ignored) say(`  not used by the local host: ${part}`);
}

/** The day asked for; else the last night, or the one after it when nights were asked for; in a store without a night the clock's day, or for the example its own. */
function firstDay({ host }: Session, { options, own }: Given, last: Day | null): Day {
  if (options.asOf !== null) return options.asOf;
  if (last !== null) return options.nights === null ? last : nightAfter(last, worksIn(host));
  const begun = own !== null || holdsLedger(host) || interruptedLoading(host) !== null;
  return begun ? parseDay(host.clock.now().slice(0, 10)) ?? exampleDay : exampleDay;
}

/** What a start works with: where results are told, and the person's own ledger, read. */
interface Given { readonly options: StartOptions; readonly own: OwnLedger | null; readonly tell: Tell }

/** What is to be loaded: a ledger that was named, one whose loading was interrupted, or in a new store the example (null); a store with a ledger is kept as it is. */
function wanted({ host }: Session, own: OwnLedger | null): { readonly own: OwnLedger | null } | null {
  if (own !== null) return { own };
  const begun = interruptedLoading(host);
  if (begun === null) return holdsLedger(host) ? null : { own: null };
  say("An earlier start did not load its ledger to the end; this one goes on with it.");
  return { own: begun.ledger === null ? null : readAgain(begun.ledger) };
}

/** Reads the files of an interrupted start once more. */
function readAgain(files: OwnLedger["files"]): OwnLedger {
  try {
    return readOwnLedger(files);
  } catch (error) {
    throw cliError("DULY-START-012", { file: files.file, reason: error instanceof Error ? error.message : String(error) });
  }
}

async function ledgerFor(session: Session, { options, own, tell }: Given, asOf: Day) {
  const load = wanted(session, own);
  if (load === null) return null;
  say(`Loading ${load.own?.files.file ?? "the example ledger"} …`);
  const ledger = await loadLedger(session, load.own, { today: asOf, dataDir: options.dataDir });
  tellLedger(ledger, tell);
  return ledger;
}

async function playNights(session: Session, days: readonly Day[], tell: Tell): Promise<readonly Night[]> {
  const nights: Night[] = [];
  tellOfRuns(session.host);
  for (const day of days) {
    say(`Playing the night of ${day} …`);
    const night = await playNight(session.host, session.flows, day, tellOfFlows());
    tellNight(night, tell);
    nights.push(night);
  }
  return nights;
}

/** Sets the store up as asked and plays the nights; everything but serving. */
async function play(session: Session, given: Given): Promise<Summary> {
  const { options, tell } = given;
  importSolution(session);
  const last = parseDay(lastNight(session.host) ?? "");
  const asOf = firstDay(session, given, last);
  const days = () => nightsFrom(asOf, options.nights ?? 1, worksIn(session.host));
  refuseBygone(session.host, days(), last);
  if (last === null || asOf > last) session.host.clock.set(`${asOf}T00:00:00Z`);
  for (const { flow, code, message } of session.flows.problems()) say(`The flow ${flow} cannot run: ${code} ${message}`);
  const ledger = await ledgerFor(session, given, asOf);
  const nights = await playNights(session, days(), tell);
  return { asOf, ledger, nights, stored: countLedger(session.host), outbox: outboxCount(session), unsupported: session.host.unsupported.list().length };
}

interface Played { readonly session: Session; readonly summary: Summary }

/** What can be refused is refused before the work begins. Leaves the session open. */
async function played(options: StartOptions, tell: Tell): Promise<Played> {
  if (options.serve) await requirePort(options.port);
  const own = options.ledger === null ? null : readOwnLedger(options.ledger);
  await buildForLocalHost();
  if (options.fresh) {
    if (own !== null) requireNewStoreCurrency(own);
    removeStore(options.dataDir);
  }
  const session = openSession(options.dataDir);
  try {
    return { session, summary: await interruptible(session, options.json, () => play(session, { options, own, tell })) };
  } catch (error) {
    session.close();
    throw error;
  }
}

/** With --json a refusal is the one object on stdout, too. */
function refuse(error: unknown, json: boolean): never {
  if (json) print(JSON.stringify(refusedJson(error)));
  throw error;
}

function optionsOrRefused(args: readonly string[]): StartOptions | "help" {
  try {
    return startOptions(args);
  } catch (error) {
    return refuse(error, args.includes("--json"));
  }
}

/** `npm start`. */
export async function start(args: readonly string[]): Promise<number> {
  const options = optionsOrRefused(args);
  if (options === "help") {
    process.stdout.write(startHelp);
    return 0;
  }
  const tell = options.json ? say : print;
  const { session, summary } = await played(options, tell).catch((error: unknown) => refuse(error, options.json));
  try {
    tellStore(summary, session.outboxDir, tell);
    if (options.json) print(JSON.stringify(summaryJson(summary)));
    if (options.serve) await serveUntilStopped(session, options.port, tell);
    return summary.nights.some((night) => night.failures.length > 0) ? 1 : 0;
  } finally {
    session.close();
  }
}
