import type { WebResponse } from "./contract";
import { writeJson } from "./json";

const ODATA = { "odata-version": "4.0", "cache-control": "no-cache", "x-content-type-options": "nosniff" };

/** A JSON answer. */
export function json(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): WebResponse {
  return { status, headers: { "content-type": "application/json; odata.metadata=minimal; charset=utf-8", ...ODATA, ...headers }, body: writeJson(value) };
}

/** 204 or another answer without a body. */
export function empty(status = 204, headers: Readonly<Record<string, string>> = {}): WebResponse {
  return { status, headers: { ...ODATA, ...headers }, body: "" };
}

/** A plain text answer. */
export function plain(text: string, status = 200, type = "text/plain; charset=utf-8"): WebResponse {
  return { status, headers: { "content-type": type, ...ODATA }, body: text };
}
