/** A span of 100 ns ticks as .NET writes it: "-1.02:03:04.0050000", days and fraction only when they are not zero. */
export function timeSpan(ticks: bigint): string {
  const size = ticks < 0n ? -ticks : ticks;
  const fraction = Number(size % 10_000_000n);
  const seconds = Number(size / 10_000_000n);
  const pad = (value: number, width = 2): string => String(Math.floor(value)).padStart(width, "0");
  const days = Math.floor(seconds / 86_400);
  const clock = `${pad((seconds / 3_600) % 24)}:${pad((seconds / 60) % 60)}:${pad(seconds % 60)}`;
  return `${ticks < 0n ? "-" : ""}${days > 0 ? `${days}.` : ""}${clock}${fraction > 0 ? `.${pad(fraction, 7)}` : ""}`;
}

const ISO_DURATION = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i;

/** Milliseconds of an ISO 8601 duration (PT1H, P1D; a month counts 30 days, a year 365); null when it is none. */
export function durationMs(text: string): number | null {
  const match = ISO_DURATION.exec(text);
  if (!match || !/\d/.test(text)) return null;
  const [years, months, weeks, days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  const allDays = (years ?? 0) * 365 + (months ?? 0) * 30 + (weeks ?? 0) * 7 + (days ?? 0);
  return ((allDays * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60_000 + (seconds ?? 0) * 1_000;
}
