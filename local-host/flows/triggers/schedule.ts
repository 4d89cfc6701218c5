import type { LocalHost } from "../../host.contract";
import type { FlowPlayer } from "../player";
import type { RunSummary } from "../history";
import { guidOf } from "../ids";
import { drainCallbacks, type DrainProgress } from "./drain";
import { dueBetween } from "./due";

const instant = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

/**
 * Plays what is due in the window, in time order: the clock goes to each moment, the recurrences due at it run, then what their changes have triggered.
 * The run id follows from flow and due time, so that a repeated window repeats runs under their ids.
 */
export async function runRecurrences(host: LocalHost, player: FlowPlayer, { from, to, onProgress }: { readonly from: string; readonly to: string; readonly onProgress: DrainProgress }): Promise<RunSummary[]> {
  const due = player.refreshedCatalog().recurrences
    .flatMap(({ flow, recurrence }) => dueBetween(recurrence, Date.parse(from), Date.parse(to)).map((at) => ({ flow, at })))
    .sort((a, b) => a.at - b.at);
  const runs: RunSummary[] = [];
  for (const { flow, at } of due) {
    const scheduledTime = new Date(at).toISOString();
    host.clock.set(instant(at));
    runs.push(await player.playRecorded(flow, { runId: guidOf(flow.id, scheduledTime), outputs: null, scheduledTime }));
    runs.push(...(await drainCallbacks(host, player, onProgress)).runs);
  }
  return runs;
}
