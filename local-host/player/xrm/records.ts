import { WebApiFault } from "../api/fault";
import type { JsonObject } from "../api/json";
import { ROOT } from "../api/webapi";
import type { Player } from "../shell/player";
import { plainId } from "./convert";

export interface RecordReference { readonly entityType: string; readonly id: string; readonly name: string }
export interface RecordPage { readonly entities: readonly JsonObject[]; readonly nextLink: string; readonly fetchXmlPagingCookie: string }

/** Rejections are plain objects, as on the platform; errorCode is the code as an unsigned number. */
export interface Rejection { readonly errorCode: number; readonly code: number; readonly message: string; readonly title: string; readonly raw: string }

/** Row access of scripts (`Xrm.WebApi`) and controls (`context.webAPI`). */
export interface Records {
  createRecord(table: string, data: JsonObject): Promise<RecordReference>;
  updateRecord(table: string, id: string, data: JsonObject): Promise<RecordReference>;
  deleteRecord(table: string, id: string): Promise<RecordReference>;
  retrieveRecord(table: string, id: string, options?: string): Promise<JsonObject>;
  /** `options` is "?$select=…", "?fetchXml=…" or a nextLink. */
  retrieveMultipleRecords(table: string, options?: string, maxPageSize?: number): Promise<RecordPage>;
}

/** The plain object that a call is rejected with. */
export function rejection(problem: unknown): Rejection {
  const fault = problem instanceof WebApiFault ? problem : new WebApiFault("0x80040216", problem instanceof Error ? problem.message : String(problem), 0);
  const number = Number(fault.code) || 0;
  return { errorCode: number, code: number, message: fault.message, title: fault.code, raw: fault.raw };
}

const rejecting = <T>(work: Promise<T>): Promise<T> => work.catch((problem: unknown) => Promise.reject(rejection(problem)));

const query = (options: string | undefined): string => (!options || options.startsWith("?") ? options ?? "" : `?${options}`);

/** @param wrote told after each successful create, update and delete */
export function makeRecords({ api, metadata }: Pick<Player, "api" | "metadata">, wrote: () => void): Records {
  const setOf = async (table: string): Promise<string> => (await metadata(table)).setName;
  const written = (entityType: string, id: string): RecordReference => { wrote(); return { entityType, id, name: "" }; };
  return {
    createRecord: (table, data) => rejecting((async () => written(table, await api.create(await setOf(table), data)))()),
    updateRecord: (table, id, data) => rejecting((async () => {
      await api.update(await setOf(table), plainId(id), { body: data });
      return written(table, plainId(id));
    })()),
    deleteRecord: (table, id) => rejecting((async () => { await api.remove(await setOf(table), plainId(id)); return written(table, plainId(id)); })()),
    retrieveRecord: (table, id, options) => rejecting((async () => api.get(`${ROOT}${await setOf(table)}(${plainId(id)})${query(options)}`))()),
    retrieveMultipleRecords: (table, options, maxPageSize) => rejecting((async () => {
      const path = options && /^(https?:|\/)/.test(options) ? options : `${await setOf(table)}${query(options)}`;
      const page = await api.list(path, maxPageSize);
      return { entities: page.rows, nextLink: page.nextLink ?? "", fetchXmlPagingCookie: page.cookie ?? "" };
    })()),
  };
}
