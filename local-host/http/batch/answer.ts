import { randomUUID } from "node:crypto";
import { runApi } from "../api/answer";
import { impersonation } from "../api/caller";
import { errorReply } from "../api/errors";
import { DataverseError } from "../../service/error";
import type { Call } from "../call";
import type { WebResponse } from "../contract";
import { contentReference } from "../keys";
import { preferences } from "../prefer";
import { boundaryOf, partsOf, requestOf, type Part, type PartRequest } from "./parse";
import { httpPart, multipart } from "./render";

const LIMIT = 1000;
/** Distinct from "not in a batch": parts may not hold a $batch. */
const emptyIds = (): Map<string, string> => new Map();

/** One entry of a batch: a request, or the requests of a change set. */
type Entry = { readonly kind: "single"; readonly request: PartRequest } | { readonly kind: "changeset"; readonly requests: readonly PartRequest[] };
interface Done { readonly text: string; readonly failed: boolean }

/** `POST $batch`: runs the parts in order; the first failure ends the batch unless the client wants to continue. */
export function answerBatch(call: Call): WebResponse {
  if (call.method !== "POST") throw new DataverseError("0x80060888", "$batch is sent with POST.", 405);
  const boundary = boundaryOf(call.headers["content-type"]);
  if (boundary === null) throw new DataverseError("0x80060888", "$batch needs the content type multipart/mixed with a boundary.");
  const entries = partsOf(call.body, boundary).map(entryOf);
  const count = entries.reduce((sum, entry) => sum + (entry.kind === "single" ? 1 : entry.requests.length), 0);
  if (count > LIMIT) throw new DataverseError("0x80060888", `The batch has ${count} requests; the limit is ${LIMIT}.`);
  const done: string[] = [];
  let failed = false;
  for (const entry of entries) {
    const { text, failed: failedNow } = entry.kind === "single" ? runSingle(call, entry.request) : runChangeSet(call, entry.requests);
    done.push(text);
    failed ||= failedNow;
    if (failedNow && !call.prefer.continueOnError) break;
  }
  const name = `batchresponse_${randomUUID()}`;
  return {
    status: failed && !call.prefer.continueOnError ? 400 : 200,
    headers: { "content-type": `multipart/mixed; boundary=${name}`, "odata-version": "4.0" },
    body: multipart(name, done),
  };
}

function entryOf(part: Part): Entry {
  const boundary = boundaryOf(part.headers["content-type"]);
  if (boundary === null) return { kind: "single", request: requestOf(part) };
  const requests = partsOf(part.content, boundary).map(requestOf);
  const read = requests.find(({ method }) => method === "GET");
  if (read !== undefined) throw new DataverseError("0x80060888", `A change set cannot hold a GET request ('GET ${read.url}').`);
  return { kind: "changeset", requests };
}

function runSingle(call: Call, request: PartRequest): Done {
  try {
    const response = run(call, request, emptyIds());
    return { text: httpPart(response, null), failed: response.status >= 400 };
  } catch (error) {
    return failure(call, request, error);
  }
}

function runChangeSet(call: Call, requests: readonly PartRequest[]): Done {
  const ids = emptyIds();
  let current = requests[0];
  try {
    const parts = call.host.sql.transaction(() => requests.map((request) => {
      current = request;
      return httpPart(runInSet(call, request, ids), request.contentId);
    }));
    const name = `changesetresponse_${randomUUID()}`;
    return { text: `Content-Type: multipart/mixed; boundary=${name}\r\n\r\n${multipart(name, parts)}`, failed: false };
  } catch (error) {
    return failure(call, current, error);
  }
}

function runInSet(call: Call, request: PartRequest, ids: Map<string, string>): WebResponse {
  const response = run(call, request, ids);
  const address = response.headers["odata-entityid"];
  if (request.contentId !== null && address !== undefined) ids.set(`$${request.contentId}`, address.slice(call.root.length));
  return response;
}

function run(call: Call, request: PartRequest, ids: ReadonlyMap<string, string>): WebResponse {
  const { method, body } = request;
  const inherited = inheritedHeaders(call);
  return runApi(call.host, { method, body, origin: call.origin, url: addressOf(call, request.url, ids), headers: { ...inherited, ...request.headers } }, ids);
}

/** Impersonation and language of the batch hold for its parts. */
function inheritedHeaders(call: Call): Record<string, string> {
  return Object.fromEntries([...Object.keys(impersonation), "accept-language"].flatMap((name) => {
    const value = call.headers[name];
    return value === undefined ? [] : [[name, value]];
  }));
}

/** Parts name their resource by absolute URL, by path, relative to the version, or by "$1". */
function addressOf(call: Call, url: string, contentIds: ReadonlyMap<string, string>): string {
  const below = url.replace(/^https?:\/\/[^/]+/, "").replace(/^\/+api\/data\/v\d+\.\d+\//, "").replace(/^\/+/, "");
  return `/api/data/${call.address.version}/${contentReference({ contentIds }, below)}`;
}

function failure(call: Call, request: PartRequest | undefined, error: unknown): Done {
  const prefer = preferences(request?.headers["prefer"] ?? call.headers["prefer"]);
  return { text: httpPart(errorReply(call.host, prefer, error), request?.contentId ?? null), failed: true };
}
