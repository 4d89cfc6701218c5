import type { Day } from "#domain/calendar/day";
import type { LocalHost } from "../../local-host/host.contract";
import { cliError } from "../output";
import { nightPlayed } from "./count";

/** Nights go forward: one before the last can be shown when it was played, but not played any more. Throws CliError DULY-START-010. */
export function refuseBygone(host: LocalHost, days: readonly Day[], last: Day | null): void {
  const bygone = days.find((day) => last !== null && day < last && !nightPlayed(host, day));
  if (bygone !== undefined) throw cliError("DULY-START-010", { day: bygone, last: last ?? "" });
}
