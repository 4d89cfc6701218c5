import type { FlowPlayer } from "../player";
import type { RunSummary } from "../history";
import { guidOf } from "../ids";
import { dueBetween } from "./due";

/** Runs what is due in the window, in time order. The run id follows from flow and due time, so that a repeated window repeats runs under their ids. */
export async function runRecurrences(player: FlowPlayer, [fromUtc, toUtc]: readonly [string, string]): Promise<RunSummary[]> {
  const due = player.refreshedCatalog().recurrences
    .flatMap(({ flow, recurrence }) => dueBetween(recurrence, Date.parse(fromUtc), Date.parse(toUtc)).map((at) => ({ flow, at })))
    .sort((a, b) => a.at - b.at);
  const runs: RunSummary[] = [];
  for (const { flow, at } of due) {
    const scheduledTime = new Date(at).toISOString();
    const summary = await player.playRecorded(flow, { runId: guidOf(flow.id, scheduledTime), outputs: null, scheduledTime });
    runs.push(summary);
  }
  return runs;
}
