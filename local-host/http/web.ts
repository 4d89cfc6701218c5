import { DataverseError, UnsupportedError } from "../service/error";
import { lab } from "../lab/routes";
import { answerApi } from "./api/answer";
import { errorReply } from "./api/errors";
import type { WebHost } from "./call";
import { controlFile } from "./content/controls";
import { webResource } from "./content/web-resources";
import type { WebHandler, WebRequest, WebResponse } from "./contract";
import { preferences } from "./prefer";

export type { WebHost } from "./call";

/** What others add to the server: content for paths that are not the host's own ("/", "/app/…"), and further routes by path ("/__local/x"). */
export interface WebExtensions {
  readonly static?: WebHandler;
  readonly routes?: Readonly<Record<string, WebHandler>>;
}

/** The Web API, /__local and static content as one function. Every error becomes an answer in the platform's shape. */
export function createWeb(host: WebHost, extensions: WebExtensions = {}): WebHandler {
  return (request) => {
    const path = request.url.split("?")[0] ?? "/";
    if (path.startsWith("/api/data/")) return answerApi(host, request);
    try {
      return extensions.routes?.[path]?.(request) ?? answerOther(host, request, { path, extensions });
    } catch (error) {
      return errorReply(host, preferences(request.headers["prefer"]), error);
    }
  };
}

interface Other { readonly path: string; readonly extensions: WebExtensions }

function answerOther(host: WebHost, request: WebRequest, { path, extensions }: Other): WebResponse {
  if (path.startsWith("/__local/")) return lab(host, request, path);
  const own = webResource(host, path) ?? controlFile(host, path);
  if (own !== null) return readOnly(request, own);
  if (extensions.static !== undefined) return extensions.static(request);
  throw new UnsupportedError("path", path);
}

function readOnly(request: WebRequest, answer: WebResponse): WebResponse {
  if (request.method === "GET" || request.method === "HEAD") return answer;
  throw new DataverseError("0x80060888", `The requested resource does not support http method '${request.method}'.`, 405);
}
