import { randomUUID } from "node:crypto";
import type { LocalHost } from "../host.contract";
import { dataverseConnector } from "./connectors/dataverse/connector";
import { outlookConnector } from "./connectors/outlook/connector";
import type { Connectors } from "./connectors/contract";
import { createHistory, readHistory, type RunHistory, type RunSummary } from "./history";
import { FlowPlayer, type ManualRun } from "./player";
import type { FlowValue } from "./expression/value";
import { createCallbacks } from "./triggers/callbacks";
import { listenForChanges } from "./triggers/listener";
import { drainCallbacks, type DrainProgress, type DrainSummary } from "./triggers/drain";
import { runRecurrences } from "./triggers/schedule";

export type { RunHistory, RunSummary } from "./history";
export type { DrainProgress, DrainSummary } from "./triggers/drain";
export type { ManualRun } from "./player";

export interface FlowRuntimeOptions {
  /** Folder for e-mail messages; made when missing. */
  readonly outboxDir: string;
  /** Further connectors, or others in place of the built-in ones, by name ("shared_teams"). */
  readonly connectors?: Connectors;
  /** Address that messages come from when a flow names none. */
  readonly mailbox?: string;
}

/** Runs the cloud flows of a host. Calls are served one after another; a failed run is a summary with status "Failed", never an exception. */
export interface FlowRuntime {
  /**
   * Plays the time from `fromUtc` up to, not including, `toUtc`: the host's clock goes to each moment at which a recurrence is due, in time order,
   * the recurrence runs, and then what row changes have triggered until nothing is owed. The clock stays at the last of these moments.
   * Gives all runs in the order in which they ended; `onProgress` is told of the triggered ones.
   */
  runDue(fromUtc: string, toUtc: string, onProgress?: DrainProgress): Promise<RunSummary[]>;
  /** Runs one flow by display name or id, whatever its trigger, with a body for it. Throws FlowError WorkflowNotFound. */
  runFlow(nameOrId: string, triggerBody?: FlowValue): Promise<ManualRun>;
  /** Runs what row changes have triggered, oldest first, until nothing is owed. At least once: a run cut short by a crash is repeated under the same id. */
  drain(onProgress?: DrainProgress): Promise<DrainSummary>;
  /** Latest runs first. */
  history(limit: number): readonly RunHistory[];
  /** Flows that cannot be read or started, and why. */
  problems(): readonly { readonly flow: string; readonly code: string; readonly message: string }[];
}

/** Attaches the flow runner to an open host: from now on row changes are noted for the flows that wait for them. */
export function createFlowRuntime(host: LocalHost, options: FlowRuntimeOptions): FlowRuntime {
  createCallbacks(host.sql);
  createHistory(host.sql);
  const connectors: Connectors = {
    shared_commondataserviceforapps: dataverseConnector(host.web),
    shared_office365: outlookConnector({ outboxDir: options.outboxDir, mailbox: options.mailbox ?? "flows@local.invalid" }),
    ...options.connectors,
  };
  const player = new FlowPlayer(host, connectors, randomUUID);
  listenForChanges(host, player);
  const inTurn = turnTaker();
  return {
    runDue: (from, to, onProgress = () => undefined) => inTurn(() => runRecurrences(host, player, { from, to, onProgress })),
    runFlow: (nameOrId, triggerBody = {}) => inTurn(() => player.playByName(nameOrId, triggerBody)),
    drain: (onProgress = () => undefined) => inTurn(() => drainCallbacks(host, player, onProgress)),
    history: (limit) => readHistory(host.sql, limit),
    problems: () => player.refreshedCatalog().problems,
  };
}

/** Lets work begin only when the work before it has ended. */
function turnTaker(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
