import type { HostClock } from "../api/local";
import { dayOf } from "../fields/format";

const BrowserDate = window.Date;
/** Milliseconds by which the host's clock is ahead of the browser's. */
let ahead = 0;

const now = (): number => BrowserDate.now() + ahead;

/** The host's moment; when the browser's time zone has another day then, noon of the host's day. */
function momentFor({ nowUtc, day }: HostClock): number {
  const moment = new BrowserDate(nowUtc);
  if (dayOf(moment) === day) return moment.getTime();
  return new BrowserDate(`${day}T12:00:00`).getTime();
}

const HostDate = new Proxy(BrowserDate, {
  construct: (target, given: unknown[], made) => Reflect.construct(target, given.length > 0 ? given : [now()], made) as object,
  apply: () => new BrowserDate(now()).toString(),
  get: (target, name) => (name === "now" ? now : Reflect.get(target, name) as unknown),
});

/** Makes "today" in this page the host's business day, so that controls and scripts agree with the server. Called again after each move of the host's clock. */
export function followHostClock(clock: HostClock): void {
  if (Number.isNaN(BrowserDate.parse(clock.nowUtc))) return;
  ahead = momentFor(clock) - BrowserDate.now();
  window.Date = HostDate;
}
