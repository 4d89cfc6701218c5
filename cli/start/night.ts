import type { DrainProgress, FlowRuntime, RunSummary } from "../../local-host/flows/runtime";
import type { LocalHost } from "../../local-host/host.contract";
import { countNight, highestVersion, nightPlayed, rowsSince, type NightCounts } from "./count";

const endOf = (day: string): string => `${day}T23:59:59Z`;

const failuresOf = (runs: readonly RunSummary[]): readonly string[] =>
  runs.filter((run) => run.status === "Failed").map((run) => `${run.flow}: ${run.error?.code ?? ""} ${run.error?.message ?? ""}`.trim());

export interface Night extends NightCounts {
  readonly rowsWritten: number;
  readonly seconds: number;
  /** Flow runs that failed during the night, one line each. */
  readonly failures: readonly string[];
  /** true when the night had been played before, to its end, and is only shown. */
  readonly shown: boolean;
}

/**
 * Plays the night of one business day and the day that follows it: the clock goes to each moment of the day (UTC) at which a recurrence is due,
 * which fires, and then every flow that waits for a row runs, of which `onProgress` is told. So a message that is put off to 08:00 leaves at 08:00.
 * A night that was interrupted is taken up again, and what it owed then leaves at the moment at which it stopped; of one that was played to its end nothing is left.
 */
export async function playNight(host: LocalHost, flows: FlowRuntime, day: string, onProgress?: DrainProgress): Promise<Night> {
  const played = nightPlayed(host, day);
  const began = performance.now();
  const before = highestVersion(host);
  if (!played && !host.clock.now().startsWith(day)) host.clock.set(`${day}T00:00:00Z`);
  const owed = await flows.drain(onProgress);
  const from = played ? host.clock.now() : `${day}T00:00:00Z`;
  const fired = from.startsWith(day) ? await flows.runDue(from, endOf(day), onProgress) : [];
  const shown = played && owed.runs.length === 0;
  return { ...countNight(host, day), rowsWritten: rowsSince(host, before), seconds: shown ? 0 : (performance.now() - began) / 1000, failures: failuresOf([...owed.runs, ...fired]), shown };
}
