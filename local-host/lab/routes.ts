import { DataverseError, UnsupportedError } from "../service/error";
import type { WebHost } from "../http/call";
import type { WebRequest, WebResponse } from "../http/contract";
import { parseObject } from "../http/json";
import { empty, json } from "../http/reply";

type Route = (host: WebHost, request: WebRequest) => WebResponse;

const ROUTES: Readonly<Record<string, Route>> = {
  "GET /__local/health": (host) => json({ status: "ok", nowUtc: host.clock.now(), metadataVersion: host.service.metadata.version }),
  "GET /__local/unsupported": (host) => json({ value: host.unsupported.list() }),
  "POST /__local/unsupported": noteUnsupported,
  "GET /__local/clock": (host) => clock(host),
  "POST /__local/clock": setClock,
};

/** The host's own pages below /__local: health, the clock, the ledger of unsupported requests. */
export function lab(host: WebHost, request: WebRequest, path: string): WebResponse {
  const route = ROUTES[`${request.method} ${path}`];
  if (route !== undefined) return route(host, request);
  const methods = Object.keys(ROUTES).filter((name) => name.endsWith(` ${path}`)).map((name) => name.split(" ")[0]);
  if (methods.length > 0) throw new DataverseError("0x80060888", `${path} is for ${methods.join(" and ")}, not for ${request.method}.`, 405);
  throw new UnsupportedError("path", path);
}

function clock(host: WebHost): WebResponse {
  const now = host.clock.now();
  return json({ nowUtc: now, today: now.slice(0, 10) });
}

/** {"nowUtc":"YYYY-MM-DDTHH:MM:SSZ"} stops the clock there; {"nowUtc":null} lets it run in real time. */
function setClock(host: WebHost, request: WebRequest): WebResponse {
  const wanted = parseObject(request.body)["nowUtc"];
  if (wanted === null) host.clock.set(null);
  else if (typeof wanted === "string" && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(wanted) && !Number.isNaN(Date.parse(wanted))) host.clock.set(wanted);
  else throw new DataverseError("0x80040203", `nowUtc is "YYYY-MM-DDTHH:MM:SSZ" or null, not ${JSON.stringify(wanted)}.`);
  return clock(host);
}

/** A client notes what it could not do: {"kind":"…","what":"…"}. */
function noteUnsupported(host: WebHost, request: WebRequest): WebResponse {
  const { kind, what } = parseObject(request.body);
  if (typeof kind !== "string" || typeof what !== "string" || kind === "" || what === "") throw new DataverseError("0x80040203", `The body is {"kind":"…","what":"…"}.`);
  host.unsupported.note(kind.slice(0, 100), what.slice(0, 500));
  return empty();
}
