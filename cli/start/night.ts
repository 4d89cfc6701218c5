import type { DrainProgress, FlowRuntime } from "../../local-host/flows/runtime";
import type { LocalHost } from "../../local-host/host.contract";
import { countNight, highestVersion, nightPlayed, rowsSince, type NightCounts } from "./count";

export interface Night extends NightCounts {
  readonly rowsWritten: number;
  readonly seconds: number;
  /** Flow runs that failed during the night, one line each. */
  readonly failures: readonly string[];
  /** true when the night had been played before and is only shown. */
  readonly shown: boolean;
}

const shownNight = (host: LocalHost, day: string): Night => ({ ...countNight(host, day), rowsWritten: 0, seconds: 0, failures: [], shown: true });

/**
 * Plays the night of one business day: sets the clock to 02:00 UTC of that day, lets every recurrence of the day fire
 * and every flow that waits for a row run, of which `onProgress` is told. A night that was interrupted is taken up again.
 */
export async function playNight(host: LocalHost, flows: FlowRuntime, day: string, onProgress?: DrainProgress): Promise<Night> {
  if (nightPlayed(host, day)) return shownNight(host, day);
  const began = performance.now();
  const before = highestVersion(host);
  host.clock.set(`${day}T02:00:00Z`);
  const fired = await flows.runDue(`${day}T00:00:00Z`, `${day}T23:59:59Z`);
  const drained = await flows.drain(onProgress);
  const failures = [...fired, ...drained.runs].filter((run) => run.status === "Failed").map((run) => `${run.flow}: ${run.error?.code ?? ""} ${run.error?.message ?? ""}`.trim());
  return { ...countNight(host, day), rowsWritten: rowsSince(host, before), seconds: (performance.now() - began) / 1000, failures, shown: false };
}
