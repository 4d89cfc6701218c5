import { stop } from "#domain/messages/fault";
import { runmode, runStatus } from "#solution/generated/names";
import { outputs, remove, update, type Effect } from "../../sdk/effect";
import { from } from "../../sdk/query";
import { idInput } from "../../sdk/input";
import { read, type Reading } from "../../sdk/reading";
import { defineApi } from "../../sdk/rule";
import { endCursor } from "./cursor";
import { writesAimed } from "./pagesize";
import { readRunPolicy, readRun, type RunColumns } from "./read";
import { notePolicy } from "./report";
import { readSlices } from "./slices";
import { readCounts, readTotals } from "./totals";

const statusNames: Readonly<Record<number, string>> = {
  [runStatus.running]: "Running", [runStatus.completed]: "Completed", [runStatus.completedWithErrors]: "CompletedWithErrors", [runStatus.cancelled]: "Cancelled",
};

/** What the run ends with: in a commit counted from the rows that it left. */
interface Ending {
  readonly status: number;
  readonly communications: number;
  readonly items: number;
  readonly totals: string;
}

const answer = (run: RunColumns, ending: Ending): readonly Effect[] => outputs({
  Status: statusNames[ending.status] ?? "", Debtors: run.duly_debtors ?? 0, Communications: ending.communications, Items: ending.items, Errors: run.duly_errors ?? 0, Totals: ending.totals,
});

const storedEnding = (run: RunColumns): Ending => ({
  status: run.statuscode, communications: run.duly_communications ?? 0, items: run.duly_items ?? 0, totals: run.duly_totals ?? "{}",
});

function* countedEnding(run: RunColumns): Reading<Ending> {
  const status = (run.duly_errors ?? 0) > 0 ? runStatus.completedWithErrors : runStatus.completed;
  if (run.duly_mode !== runmode.commit) return { ...storedEnding(run), status };
  const slices = yield* readSlices(run.duly_company?.id ?? "");
  const counts = yield* readCounts(run.duly_runid, slices);
  const totals = yield* readTotals(run.duly_company?.id ?? "", run.duly_asof ?? "", slices);
  return { status, ...counts, totals: JSON.stringify(totals) };
}

/** Lines that an earlier preview of the day left about debtors that this one did not look at; as many as one call may delete. */
function* staleLines(run: RunColumns): Reading<readonly Effect[]> {
  if (run.duly_startedon === null) return [];
  const rows = yield* read(from("duly_runline").select("duly_runlineid").where(["duly_run", "eq", run.duly_runid], ["modifiedon", "lt", run.duly_startedon]).first(writesAimed));
  return rows.map((row) => remove("duly_runline", row.duly_runlineid));
}

export const finishRun = defineApi({
  id: "duly_FinishRun", label: "Finish a dunning run",
  help: "Ends a run whose pages are all processed and counts what it left, by reason.",
  request: { RunId: { type: "Guid", help: "The run." } },
  response: {
    Status: { type: "String", help: "Completed or CompletedWithErrors." },
    Debtors: { type: "Integer", help: "Debtors decided." },
    Communications: { type: "Integer", help: "Messages planned; equal to the rows." },
    Items: { type: "Integer", help: "Items reminded about; equal to the lines." },
    Errors: { type: "Integer", help: "Debtors that could not be decided." },
    Totals: { type: "String", help: "JSON: reason -> number of items." },
  },
}, function* (context) {
  const run = yield* readRun(idInput(context, "RunId"));
  if (run.statuscode === runStatus.cancelled) return stop("DULY-RUN-005");
  if (run.statecode !== 0) return answer(run, storedEnding(run));
  if (run.duly_cursor !== endCursor) return stop("DULY-RUN-006");
  const ending = yield* countedEnding(run);
  const { fingerprint } = yield* readRunPolicy(run.duly_company?.id ?? "");
  const log = notePolicy(run.duly_errorlog ?? "", fingerprint() === run.duly_policyversion);
  const row = {
    statecode: 1, statuscode: ending.status, duly_communications: ending.communications, duly_items: ending.items, duly_totals: ending.totals, duly_finishedon: context.nowUtc,
    ...(log === (run.duly_errorlog ?? "") ? {} : { duly_errorlog: log }),
  };
  return [...(run.duly_mode === runmode.preview ? yield* staleLines(run) : []), update("duly_run", run.duly_runid, row), ...answer(run, ending)];
});
