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

/** Shows a night that was decided before; what is left of its day, when it was interrupted after the decision, is played first. */
async function shownNight(host: LocalHost, flows: FlowRuntime, { day, onProgress }: { readonly day: string; readonly onProgress: DrainProgress | undefined }): Promise<Night> {
  const began = performance.now();
  const before = highestVersion(host);
  const owed = await flows.drain(onProgress);
  const now = host.clock.now();
  const rest = now.startsWith(day) ? await flows.runDue(now, endOf(day), onProgress) : [];
  const shown = owed.runs.length === 0;
  return { ...countNight(host, day), rowsWritten: rowsSince(host, before), seconds: shown ? 0 : (performance.now() - began) / 1000, failures: failuresOf([...owed.runs, ...rest]), shown };
}

/**
 * Plays the night of one business day and the day that follows it: the clock goes to each moment of the day (UTC) at which a recurrence is due,
 * which fires, and then every flow that waits for a row runs, of which `onProgress` is told. So a message that is put off to 08:00 leaves at 08:00.
 * A night that was interrupted is taken up again, and what it owed then leaves at the moment at which it stopped.
 */
export async function playNight(host: LocalHost, flows: FlowRuntime, day: string, onProgress?: DrainProgress): Promise<Night> {
  if (nightPlayed(host, day)) return await shownNight(host, flows, { day, onProgress });
  const began = performance.now();
  const before = highestVersion(host);
  if (!host.clock.now().startsWith(day)) host.clock.set(`${day}T00:00:00Z`);
  const owed = await flows.drain(onProgress);
  const fired = await flows.runDue(`${day}T00:00:00Z`, endOf(day), onProgress);
  return { ...countNight(host, day), rowsWritten: rowsSince(host, before), seconds: (performance.now() - began) / 1000, failures: failuresOf([...owed.runs, ...fired]), shown: false };
}
