import { parseDay, type Day } from "#domain/calendar/day";
import type { WebRequest, WebResponse } from "../../local-host/http/contract";
import { serve } from "../../local-host/http/serve";
import { createWeb } from "../../local-host/http/web";
import { playerContent } from "../../local-host/player/static";
import { CliError, say, type Tell } from "../output";
import { inRoot } from "../root";
import { refuseBygone } from "./bygone";
import { lastNight } from "./count";
import { nightAfter, skippedBetween, worksIn, type Skipped } from "./days";
import { playableDay } from "./options";
import { playNight } from "./night";
import { nightInWords, skippedInWords } from "./night-words";
import { onPort } from "./port";
import type { Session } from "./session";

const json = (status: number, value: unknown): WebResponse =>
  ({ status, headers: { "content-type": "application/json; charset=utf-8" }, body: JSON.stringify(value) });

/** The day that is asked for, in the query or the body; null = none. Throws CliError when it is no day. */
function askedDay({ url, origin, body }: WebRequest): Day | null {
  const named = new URL(url, origin).searchParams.get("day") ?? dayIn(body);
  return named === null ? null : playableDay(named);
}

function dayIn(body: string): string | null {
  const sent: unknown = body.trim() === "" ? {} : JSON.parse(body);
  return typeof sent === "object" && sent !== null && "day" in sent && sent.day !== null ? String(sent.day) : null;
}

/** The night that is played, and the days before it that are passed over. */
interface Next { readonly day: Day; readonly skipped: Skipped | null }

/** The day asked for, else the night after the last one, or that of the clock's day when none was played. Throws CliError for a day that cannot be played any more. */
function nextNight(session: Session, request: WebRequest): Next | null {
  const last = parseDay(lastNight(session.host) ?? "");
  const asked = askedDay(request);
  if (asked !== null) {
    refuseBygone(session.host, [asked], last);
    return { day: asked, skipped: skippedBetween(last, asked, "laterDayNamed") };
  }
  const day = last === null ? parseDay(session.host.clock.now().slice(0, 10)) : nightAfter(last, worksIn(session.host));
  return day === null ? null : { day, skipped: skippedBetween(last, day, "free") };
}

async function playNext(session: Session, request: WebRequest): Promise<WebResponse> {
  if (request.method !== "POST") return json(405, { error: { code: "0x80060888", message: "POST plays the next night, or that of the day in {\"day\": \"YYYY-MM-DD\"}." } });
  const next = nextNight(session, request);
  if (next === null) return json(409, { error: { code: "0x80040216", message: "The host's clock is not set to a day." } });
  const { day, skipped } = next;
  const night = await playNight(session.host, session.flows, day);
  const language = request.headers["accept-language"] ?? "";
  return json(200, { day, skipped, summary: { ...skippedInWords(skipped, language), ...nightInWords(night, language) } });
}

/** A day that cannot be played is the caller's to correct. */
const refusal = (error: unknown): WebResponse => {
  if (error instanceof CliError) return json(400, { error: { code: error.code, message: error.message } });
  if (error instanceof SyntaxError) return json(400, { error: { code: "0x80048d19", message: "The body is no JSON. Send {\"day\": \"YYYY-MM-DD\"}, or nothing." } });
  throw error;
};

/** The served app: Web API, player, and the command that plays a night. Flows that a request triggers run before the next request is answered. */
export async function serveSession(session: Session, port: number): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const web = createWeb(session.host, { static: playerContent(inRoot("dist", "player")) });
  return serve(web, { port, routes: { "/__local/night": (request) => playNext(session, request).catch(refusal) }, afterWrite: () => session.flows.drain() });
}

/** Serves until SIGINT or SIGTERM; `tell` hears when it is ready. */
export async function serveUntilStopped(session: Session, port: number, tell: Tell): Promise<void> {
  const server = await onPort(port, () => serveSession(session, port));
  tell(`Ready: ${server.origin}  (Ctrl-C stops)`);
  await new Promise<void>((done) => { for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done()); });
  say("Stopping …");
  await server.close();
}
