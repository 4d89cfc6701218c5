import type { WebHandler } from "../../../http/contract";
import { FlowError } from "../../error";
import { toJsonText } from "../../expression/text";
import { fromJson, type FlowValue } from "../../expression/value";
import type { OperationResult } from "../contract";

export const API = "/api/data/v9.2";
/** Only a name in absolute links: requests do not leave the process. */
export const ORIGIN = "http://127.0.0.1";

export interface ApiRequest {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Path and query below the API's root, encoded. */
  readonly path: string;
  readonly body?: FlowValue;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a request to the Web API as the connector does: with all annotations, and the written row in the answer. */
export function send(web: WebHandler, { method, path, body, headers }: ApiRequest): OperationResult {
  const prefer = method === "GET" ? 'odata.include-annotations="*"' : 'return=representation,odata.include-annotations="*"';
  const response = web({
    method, url: `${API}/${path}`, origin: ORIGIN,
    headers: { accept: "application/json", "content-type": "application/json; charset=utf-8", "odata-version": "4.0", "odata-maxversion": "4.0", prefer, ...headers },
    body: body === undefined ? "" : toJsonText(body),
  });
  const text = typeof response.body === "string" ? response.body : Buffer.from(response.body).toString("utf8");
  return { statusCode: response.status, headers: { ...response.headers }, body: text === "" ? null : parsed(text) };
}

const NAME = /^[A-Za-z_][A-Za-z0-9_.]*$/;
const GUID = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;
const KEY_VALUE = String.raw`(?:'(?:[^']|'')*'|[0-9.+-]+)`;
const KEY = new RegExp(`^[A-Za-z_]\\w*=${KEY_VALUE}(?:,[A-Za-z_]\\w*=${KEY_VALUE})*$`);

/** A table set, relation or action name; anything else is refused so that data cannot change the path. */
export function nameSegment(text: string): string {
  if (!NAME.test(text)) throw new FlowError("InvalidRequest", `'${text.slice(0, 80)}' is no name of a table set, relation or action.`);
  return text;
}

/** `set(id)`: a GUID, or an alternate key such as `number='A-1'`. */
export function rowSegment(set: string, id: string): string {
  const guid = GUID.exec(id.trim())?.[1];
  if (guid === undefined && !KEY.test(id)) throw new FlowError("InvalidRequest", `'${id.slice(0, 80)}' is neither a row id nor an alternate key.`);
  return `${nameSegment(set)}(${guid?.toLowerCase() ?? encodeURIComponent(id)})`;
}

/** Query options that have a value, encoded. */
export function queryString(options: Readonly<Record<string, string | null>>): string {
  const parts = Object.entries(options).flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeURIComponent(value)}`]));
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}

function parsed(text: string): FlowValue {
  try {
    return fromJson(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return text;
  }
}
