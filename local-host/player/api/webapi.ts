import { send } from "./http";
import { asList, asObject, asText, type JsonObject } from "./json";

export const ROOT = "/api/data/v9.2/";
const ANNOTATED = 'odata.include-annotations="*"';

/** A page of rows. nextLink is an address on our origin; cookie the paging cookie as the server annotated it. */
export interface Page {
  readonly rows: readonly JsonObject[];
  readonly nextLink: string | null;
  readonly cookie: string | null;
  readonly more: boolean;
}

/** Web API v9.2 of our own origin. Paths are below the root; all calls throw WebApiFault. */
export interface WebApi {
  get(path: string): Promise<JsonObject>;
  list(pathOrNextLink: string, maxPageSize?: number): Promise<Page>;
  fetchXml(set: string, xml: string): Promise<Page>;
  /** Gives the id of the new row. */
  create(set: string, body: JsonObject): Promise<string>;
  /** With an etag only while nobody else changed the row. Never creates one. */
  update(set: string, id: string, change: { readonly body: JsonObject; readonly etag?: string | null }): Promise<void>;
  remove(set: string, id: string, etag?: string | null): Promise<void>;
}

const address = (path: string): string => (/^https?:/.test(path) ? new URL(path).pathname + new URL(path).search : path.startsWith("/") ? path : ROOT + path);

const pageOf = (body: unknown): Page => {
  const answer = asObject(body);
  return {
    rows: asList(answer.value),
    nextLink: asText(answer["@odata.nextLink"]) || null,
    cookie: asText(answer["@Microsoft.Dynamics.CRM.fetchxmlpagingcookie"]) || null,
    more: answer["@Microsoft.Dynamics.CRM.morerecords"] === true || Boolean(answer["@odata.nextLink"]),
  };
};

const JSON_BODY = { "Content-Type": "application/json" };
const idIn = (entityId: string | null): string => /\(([0-9a-f-]{36})\)\s*$/i.exec(entityId ?? "")?.[1] ?? "";

/** The Web API client that all of the player uses. */
export const webApi: WebApi = {
  get: async (path) => asObject((await send(address(path), { headers: { Prefer: ANNOTATED } })).body),
  list: async (path, maxPageSize) => {
    const prefer = maxPageSize ? `${ANNOTATED},odata.maxpagesize=${maxPageSize}` : ANNOTATED;
    return pageOf((await send(address(path), { headers: { Prefer: prefer } })).body);
  },
  fetchXml: async (set, xml) => pageOf((await send(`${ROOT}${set}?fetchXml=${encodeURIComponent(xml)}`, { headers: { Prefer: ANNOTATED } })).body),
  create: async (set, body) => {
    const answer = await send(ROOT + set, { method: "POST", headers: JSON_BODY, body });
    return idIn(answer.headers.get("OData-EntityId"));
  },
  update: async (set, id, { body, etag }) => {
    await send(`${ROOT}${set}(${id})`, { method: "PATCH", headers: { ...JSON_BODY, "If-Match": etag ?? "*" }, body });
  },
  remove: async (set, id, etag) => {
    await send(`${ROOT}${set}(${id})`, { method: "DELETE", headers: etag ? { "If-Match": etag } : {} });
  },
};
