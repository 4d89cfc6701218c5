import { WebApiFault } from "./fault";
import { asObject, asText } from "./json";

export interface Answer { readonly status: number; readonly headers: Headers; readonly body: unknown }
export interface Call { readonly method?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown }

const parsed = (text: string): unknown => {
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    return text;
  }
};

function faultOf(status: number, text: string): WebApiFault {
  const error = asObject(asObject(parsed(text)).error);
  return new WebApiFault(asText(error.code) || `HTTP-${status}`, asText(error.message) || `The server answered ${status}.`, status, text);
}

async function reach(url: string, call: Call): Promise<Response> {
  const body = call.body === undefined ? {} : { body: JSON.stringify(call.body) };
  try {
    return await fetch(url, { method: call.method ?? "GET", headers: { Accept: "application/json", "Accept-Language": document.documentElement.lang || "en-US", ...call.headers }, ...body });
  } catch (problem) {
    throw new WebApiFault("PLAYER-OFFLINE", `The server at ${window.location.origin} cannot be reached. Is it still running? (${String(problem)})`, 0);
  }
}

/** Sends a request to our own origin. Throws WebApiFault when it is refused. */
export async function send(url: string, call: Call = {}): Promise<Answer> {
  const response = await reach(url, call);
  const text = await response.text();
  if (!response.ok) throw faultOf(response.status, text);
  return { status: response.status, headers: response.headers, body: parsed(text) };
}

/** Sends a request and gives the response unread. Throws WebApiFault when it is refused. */
export async function sendForResponse(url: string, call: Call): Promise<Response> {
  const response = await reach(url, call);
  if (!response.ok) throw faultOf(response.status, await response.text());
  return response;
}

/** Text of a file of our own origin (a string table, a manifest). Throws WebApiFault when it is missing. */
export async function sendForText(url: string): Promise<string> {
  const response = await reach(url, { headers: { Accept: "*/*" } });
  if (!response.ok) throw new WebApiFault(`HTTP-${response.status}`, `${url} could not be read: the server answered ${response.status}.`, response.status);
  return response.text();
}
