import { send } from "./http";
import { asObject, asText, type Json } from "./json";

export interface NightResult { readonly day: string; readonly summary: readonly (readonly [string, string])[] }

/** The host's clock: a UTC moment and the business day, "YYYY-MM-DD"; both empty when the server does not tell. */
export interface HostClock { readonly nowUtc: string; readonly day: string }

/** Reads the host's clock. Throws WebApiFault. */
export async function hostClock(): Promise<HostClock> {
  const clock = asObject((await send("/__local/clock")).body);
  const nowUtc = asText(clock.nowUtc);
  return { nowUtc, day: asText(clock.today) || nowUtc.slice(0, 10) };
}

const shown = (value: Json | undefined): string => (typeof value === "object" && value !== null ? JSON.stringify(value) : asText(value));

/** Plays the next night on the server; throws WebApiFault when it refuses or fails. */
export async function playNight(): Promise<NightResult> {
  const body = asObject((await send("/__local/night", { method: "POST", headers: { "Content-Type": "application/json" }, body: {} })).body);
  return { day: asText(body.day), summary: Object.entries(asObject(body.summary)).map(([label, value]) => [label, shown(value)]) };
}

/** Puts something that the player does not do into the host's ledger; the console keeps it when the ledger is not there. */
export function reportUnsupported(kind: string, what: string): void {
  send("/__local/unsupported", { method: "POST", headers: { "Content-Type": "application/json" }, body: { kind, what } })
    .catch((problem: unknown) => console.error(`Unsupported ${kind}: ${what}`, problem));
}
