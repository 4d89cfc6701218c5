import { parseDay } from "#domain/calendar/day";
import type { WebRequest, WebResponse } from "../../local-host/http/contract";
import { serve } from "../../local-host/http/serve";
import { createWeb } from "../../local-host/http/web";
import { playerContent } from "../../local-host/player/static";
import { say, type Tell } from "../output";
import { inRoot } from "../root";
import { lastNight } from "./count";
import { businessDayAfter } from "./days";
import { playNight } from "./night";
import { nightInWords } from "./night-words";
import { onPort } from "./port";
import type { Session } from "./session";

const json = (status: number, value: unknown): WebResponse =>
  ({ status, headers: { "content-type": "application/json; charset=utf-8" }, body: JSON.stringify(value) });

/** The night after the last one, or that of the clock's day when none was played. */
function nextDay(session: Session) {
  const last = parseDay(lastNight(session.host) ?? "");
  return last === null ? parseDay(session.host.clock.now().slice(0, 10)) : businessDayAfter(last);
}

async function playNext(session: Session, request: WebRequest): Promise<WebResponse> {
  if (request.method !== "POST") return json(405, { error: { code: "0x80060888", message: "POST plays the next night." } });
  const day = nextDay(session);
  if (day === null) return json(409, { error: { code: "0x80040216", message: "The host's clock is not set to a day." } });
  const night = await playNight(session.host, session.flows, day);
  return json(200, { day, summary: nightInWords(night, request.headers["accept-language"] ?? "") });
}

/** The served app: Web API, player, and the command that plays a night. Flows that a request triggers run before the next request is answered. */
export async function serveSession(session: Session, port: number): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const web = createWeb(session.host, { static: playerContent(inRoot("dist", "player")) });
  return serve(web, { port, routes: { "/__local/night": (request) => playNext(session, request) }, afterWrite: () => session.flows.drain() });
}

/** Serves until SIGINT or SIGTERM; `tell` hears when it is ready. */
export async function serveUntilStopped(session: Session, port: number, tell: Tell): Promise<void> {
  const server = await onPort(port, () => serveSession(session, port));
  tell(`Ready: ${server.origin}  (Ctrl-C stops)`);
  await new Promise<void>((done) => { for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done()); });
  say("Stopping …");
  await server.close();
}
