import { addDays } from "#domain/calendar/arithmetic";
import type { Day } from "#domain/calendar/day";
import { utc, type Zone } from "#domain/calendar/zones";
import type { Policy } from "#domain/dunning/policy";
import { fault, isFault, stop } from "#domain/messages/fault";
import { faultText } from "#domain/messages/text";
import { runmode, runStatus } from "#solution/generated/names";
import { companyZone } from "../../rows/calendar";
import { orFault } from "../../rows/charges";
import { create, outputs, update, type Effect } from "../../sdk/effect";
import { businessDayOf, dayOf, givenDay, idInput, numberInput } from "../../sdk/input";
import { read, readTogether, type Reading } from "../../sdk/reading";
import { defineApi, type Context } from "../../sdk/rule";
import { reference } from "../../sdk/value";
import { readStaleRates } from "../charge/stale";
import { endAbandoned, isAbandoned } from "./abandoned";
import { beginning, endCursor, toCursor, type Position } from "./cursor";
import { dueDebtors, otherDebtors } from "./due";
import { readStrategyFaults } from "./policyfaults";
import { companyQuery, readRunPolicy, runsOf, type CompanyRead, type RunColumns } from "./read";

/** What is asked for. */
interface Wanted {
  readonly companyId: string;
  readonly companyName: string;
  readonly asOf: Day;
  readonly mode: number;
  readonly nowUtc: string;
}

const finished: readonly number[] = [runStatus.completed, runStatus.completedWithErrors];

const lastCommitted = (runs: readonly RunColumns[]): RunColumns | undefined =>
  runs.find((run) => run.duly_mode === runmode.commit && finished.includes(run.statuscode));

/** Open runs of earlier days that nobody goes on with; without this one stopped flow would stop every night after it. */
const abandonedBefore = (runs: readonly RunColumns[], { asOf, mode, nowUtc }: Wanted): readonly RunColumns[] =>
  runs.filter((run) => run.duly_mode === mode && (run.duly_asof ?? "") < asOf && isAbandoned(run, nowUtc));

/** Refuses to go back, and to begin a second run beside an open one. */
function checkOrder(runs: readonly RunColumns[], wanted: Wanted): void {
  const { asOf, mode } = wanted;
  const left = abandonedBefore(runs, wanted);
  const open = runs.find((run) => run.statecode === 0 && run.duly_mode === mode && run.duly_asof !== asOf && !left.includes(run));
  if (open !== undefined) stop("DULY-RUN-002", { run: open.duly_name ?? open.duly_runid });
  const last = lastCommitted(runs)?.duly_asof ?? "";
  if (asOf < last) stop("DULY-RUN-003", { day: asOf, last });
}

const answer = (run: string | { readonly created: string }, cursor: string): readonly Effect[] =>
  outputs({ RunId: run, Cursor: cursor, Done: cursor === endCursor });

interface Beginning { readonly fingerprint: string; readonly replanned: boolean; readonly warnings: readonly string[] }

function begun({ companyId, companyName, asOf, mode, nowUtc }: Wanted, cursor: string, { fingerprint, replanned, warnings }: Beginning): readonly Effect[] {
  const log = [...(replanned ? [faultText(fault("DULY-RUN-013"))] : []), ...warnings].join("\n");
  const name = `${companyName} – ${asOf} – ${mode === runmode.commit ? "Commit" : "Preview"}`.slice(0, 200);
  const row = create("duly_run", {
    duly_name: name, duly_company: reference("duly_company", companyId), duly_asof: asOf, duly_mode: mode, duly_cursor: cursor, duly_policyversion: fingerprint,
    duly_debtors: 0, duly_communications: 0, duly_items: 0, duly_errors: 0, duly_startedon: nowUtc, statuscode: runStatus.running,
    ...(log === "" ? {} : { duly_errorlog: log }),
  }, "run");
  return [row, ...answer({ created: "run" }, cursor)];
}

/** A committed run stands in the way of every earlier day, so none is begun for a day that has not come; one day ahead, for a night that begins before midnight. */
function refuseFuture({ asOf, mode }: Wanted, today: Day): void {
  const last = addDays(today, 1);
  if (mode === runmode.commit && asOf > last) stop("DULY-RUN-014", { day: asOf, last });
}

/** A run begins with the segments of those whose day has not come, where there are any; where every debtor is decided, that does it too. */
function* firstPosition(position: Position, { companyId, asOf }: Wanted, { segments }: Policy): Reading<Position> {
  if (position.scope === "all") return position;
  const evaluated = beginning("segments");
  return (yield* read(otherDebtors(companyId, { ...evaluated, size: 1 }, { asOf, segments }))).length === 0 ? position : evaluated;
}

/** A run of this day that ended: a commit is repeated only when something is due again, and written only then; a preview is made anew. */
function* repeated(run: RunColumns, wanted: Wanted, { position, fingerprint, policy }: { readonly position: Position; readonly fingerprint: string; readonly policy: Policy }): Reading<readonly Effect[]> {
  const { companyId, asOf, nowUtc } = wanted;
  const preview = run.duly_mode === runmode.preview;
  const due = preview ? [] : yield* read(dueDebtors(companyId, { ...position, size: 1 }, asOf));
  if (due.length === 0 && !preview) return answer(run.duly_runid, endCursor);
  const cursor = toCursor(preview ? yield* firstPosition(position, wanted, policy) : position);
  const anew = preview ? { duly_debtors: 0, duly_communications: 0, duly_items: 0, duly_errors: 0, duly_totals: null, duly_errorlog: null, duly_startedon: nowUtc } : {};
  const row = { statecode: 0, statuscode: runStatus.running, duly_cursor: cursor, duly_policyversion: fingerprint, duly_finishedon: null, ...anew };
  return [update("duly_run", run.duly_runid, row), ...answer(run.duly_runid, cursor)];
}

/** The zone that the day of a run goes by; a company whose zone is not known is run by UTC, so that its debtors are told why they are errors. */
function zoneFor({ duly_companyid: id, duly_name: name, duly_timezone: timeZone }: CompanyRead): Zone {
  const zone = orFault(() => companyZone({ id, name, timeZone }));
  return isFault(zone) ? utc : zone;
}

function* wantedBy(context: Context): Reading<Wanted & { readonly runs: readonly RunColumns[] }> {
  const companyId = idInput(context, "CompanyId");
  const mode = numberInput(context, "Mode") ?? runmode.commit;
  if (mode !== runmode.commit && mode !== runmode.preview) stop("DULY-RUN-008", { mode });
  const [companies, runs] = yield* readTogether(companyQuery(companyId), runsOf(companyId).first(500));
  const [company] = companies;
  if (company === undefined || company.statecode !== 0) return stop("DULY-RUN-001", { company: company?.duly_name ?? companyId });
  return { companyId, companyName: company.duly_name ?? "", asOf: givenDay(context, "AsOf") ?? businessDayOf(context, zoneFor(company)), mode, nowUtc: context.nowUtc, runs };
}

export const startRun = defineApi({
  id: "duly_StartRun", label: "Start a dunning run",
  help: "Begins the run of a company for a day, or gives the one that was begun.",
  request: {
    CompanyId: { type: "Guid", help: "Company that is run." },
    AsOf: { type: "String", help: "Business day, YYYY-MM-DD; today in the company's time zone when absent.", optional: true },
    Mode: { type: "Integer", help: "Run mode: 591850000 preview, 591850001 commit; commit when absent.", optional: true },
  },
  response: {
    RunId: { type: "Guid", help: "The run." },
    Cursor: { type: "String", help: "Where the first page begins; end when no page is left." },
    Done: { type: "Boolean", help: "Nothing is left to process." },
  },
}, function* (context) {
  const wanted = yield* wantedBy(context);
  checkOrder(wanted.runs, wanted);
  refuseFuture(wanted, dayOf(context.today));
  const run = wanted.runs.find((one) => one.duly_asof === wanted.asOf && one.duly_mode === wanted.mode);
  if (run !== undefined && run.statuscode === runStatus.cancelled) return stop("DULY-RUN-005");
  if (run !== undefined && run.statecode === 0) return answer(run.duly_runid, run.duly_cursor ?? "");
  const known = yield* readRunPolicy(wanted.companyId);
  const fingerprint = known.fingerprint();
  const before = run?.duly_policyversion ?? lastCommitted(wanted.runs)?.duly_policyversion ?? fingerprint;
  const left = abandonedBefore(wanted.runs, wanted);
  // An abandoned run may have been the one that was to look at every debtor.
  const position = beginning(before === fingerprint && left.length === 0 ? "due" : "all");
  const ended = left.map((one) => endAbandoned(one, wanted));
  if (run !== undefined) return [...ended, ...yield* repeated(run, wanted, { position, fingerprint, policy: known.policy })];
  return [...ended, ...begun(wanted, toCursor(yield* firstPosition(position, wanted, known.policy)), { fingerprint, replanned: before !== fingerprint, warnings: [...yield* readStrategyFaults(known.policy), ...yield* readStaleRates(known, wanted.asOf)] })];
});
