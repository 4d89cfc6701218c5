import type { LocalHost } from "../../host.contract";
import type { Flow } from "../definition/flow";
import { FlowError } from "../error";
import type { FlowObject } from "../expression/value";
import { recordRun, type RunSummary } from "../history";
import type { FlowPlayer, PlayedRun } from "../player";
import { Frame } from "../run/frame";
import { Run } from "../run/run-state";
import { callbacksOwed, oldestCallback, removeCallback, type Callback } from "./callbacks";
import { readRow } from "./rows";

export interface DrainSummary {
  readonly runs: readonly RunSummary[];
  /** Callbacks whose trigger conditions did not hold: no run, as in the platform. */
  readonly notStarted: number;
}

/** Told after every run: how many have ended, and a look at how many are still owed, counted when asked. */
export type DrainProgress = (done: number, owed: () => number) => void;

/** Runs that start one another beyond this are an endless loop. */
const LONGEST_CHAIN = 32;

/** Delivers callbacks, oldest first, until none is left, those made meanwhile included. */
export async function drainCallbacks(host: LocalHost, player: FlowPlayer, onProgress: DrainProgress): Promise<DrainSummary> {
  const runs: RunSummary[] = [];
  let notStarted = 0;
  player.refreshedCatalog();
  for (let callback = oldestCallback(host.sql); callback; callback = oldestCallback(host.sql)) {
    const played = await deliver(host, player, callback);
    finish(host, callback, played);
    if (!played) { notStarted += 1; continue; }
    runs.push(played.summary);
    onProgress(runs.length, () => callbacksOwed(host.sql));
  }
  return { runs, notStarted };
}

/** The callback goes in the very transaction that records the run: a crash before repeats the run, a crash after does not. */
function finish(host: LocalHost, callback: Callback, played: PlayedRun | null): void {
  host.sql.transaction(() => {
    if (played) recordRun(host.sql, played.summary, played.actions);
    removeCallback(host.sql, callback.id);
  });
}

async function deliver(host: LocalHost, player: FlowPlayer, callback: Callback): Promise<PlayedRun | null> {
  const flow = player.currentCatalog().flows.get(callback.flowId);
  if (!flow?.on) return unplayed(player, callback, { status: "Skipped", code: "WorkflowDisabled", message: "The flow has been switched off or removed since the row changed.", flow });
  if (callback.depth > LONGEST_CHAIN) return unplayed(player, callback, { status: "Failed", code: "FlowLoopDetected", message: `More than ${LONGEST_CHAIN} runs have started one another.`, flow });
  const body = bodyOf(host, callback);
  if (!body) return unplayed(player, callback, { status: "Skipped", code: "RowGone", message: `The row ${callback.table}(${callback.rowId}) has been deleted since it changed.`, flow });
  const outputs: FlowObject = { headers: {}, body };
  const refused = conditionProblem(player, flow, outputs);
  if (refused === false) return null;
  if (refused) return unplayed(player, callback, { status: "Failed", code: refused.code, message: refused.message, flow });
  return player.playCallback(flow, { runId: callback.runId, outputs }, callback.depth);
}

function bodyOf(host: LocalHost, { message, table, rowId }: Callback): FlowObject | null {
  const change: FlowObject = { SdkMessage: message, ItemInternalId: rowId };
  if (message === "Delete") return { [host.service.metadata.tables.get(table)?.primaryId ?? `${table}id`]: rowId, ...change };
  const row = readRow(host, table, rowId);
  return row && { ...row, ...change };
}

/** null = all conditions hold, false = one does not, an error = one cannot be evaluated. */
function conditionProblem(player: FlowPlayer, flow: Flow, outputs: FlowObject): FlowError | false | null {
  const frame = new Frame(new Run("", flow, { name: flow.trigger.name, outputs }, player));
  try {
    return flow.trigger.conditions.every((condition) => condition(frame) === true) ? null : false;
  } catch (error) {
    if (!(error instanceof FlowError)) throw error;
    if (error.unsupported) player.noteUnsupported(error.unsupported);
    return error;
  }
}

interface Unplayed { readonly status: "Skipped" | "Failed"; readonly code: string; readonly message: string; readonly flow: Flow | undefined }

function unplayed(player: FlowPlayer, { flowId, runId }: Callback, { status, code, message, flow }: Unplayed): PlayedRun {
  const now = new Date(player.clock.now()).toISOString();
  return {
    summary: { runId, flowId, flow: flow?.name ?? flowId, trigger: flow?.trigger.name ?? "", status, error: { code, message }, startUtc: now, endUtc: now },
    actions: [], response: null,
  };
}
