import { DataverseError, UnsupportedError } from "../../service/error";
import { answerBatch } from "../batch/answer";
import type { Call, WebHost } from "../call";
import type { WebRequest, WebResponse } from "../contract";
import { languageOf } from "../language";
import { preferences } from "../prefer";
import { apiAddress } from "../url";
import { callerOf } from "./caller";
import { errorReply } from "./errors";
import { route } from "./route";

const NO_CONTENT_IDS: ReadonlyMap<string, string> = new Map();

/** Answers a request below /api/data. Errors become answers. */
export function answerApi(host: WebHost, request: WebRequest): WebResponse {
  try {
    return runApi(host, request, NO_CONTENT_IDS);
  } catch (error) {
    return errorReply(host, preferences(request.headers["prefer"]), error);
  }
}

/** As `answerApi`, but throws: a change set has to roll back. `contentIds`: rows written earlier in it. */
export function runApi(host: WebHost, request: WebRequest, contentIds: ReadonlyMap<string, string>): WebResponse {
  const call = callOf(host, request, contentIds);
  if (call.address.segments[0]?.name !== "$batch") return route(call);
  if (contentIds !== NO_CONTENT_IDS) throw new DataverseError("0x80060888", "A $batch cannot stand inside a $batch.");
  return answerBatch(call);
}

function callOf(host: WebHost, request: WebRequest, contentIds: ReadonlyMap<string, string>): Call {
  const address = apiAddress(request.url);
  if (address === null) throw new UnsupportedError("path", request.url.split("?")[0] ?? "");
  const { metadata } = host.service;
  const caller = callerOf(host, request.headers);
  return {
    host, metadata, method: request.method, address, headers: request.headers, body: request.body,
    prefer: preferences(request.headers["prefer"]), origin: request.origin, root: `${request.origin}/api/data/${address.version}/`,
    user: caller === null ? {} : { userId: caller }, userId: caller ?? host.systemUserId,
    language: languageOf(metadata, request.headers["accept-language"]), contentIds,
  };
}
