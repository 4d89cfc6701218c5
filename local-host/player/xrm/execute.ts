import { sendForResponse } from "../api/http";
import { asObject, type JsonObject } from "../api/json";
import { ROOT } from "../api/webapi";
import type { Player } from "../shell/player";
import { plainId } from "./convert";
import { rejection } from "./records";
import { refusal } from "./refuse";

interface RequestMetadata { readonly operationType?: number; readonly operationName?: string; readonly boundParameter?: string | null }
/** A request as scripts build it: parameters beside `getMetadata()`. */
export type ExecuteRequest = { readonly getMetadata: () => RequestMetadata } & Readonly<Record<string, unknown>>;

const FUNCTION = 1;
const ACTION = 0;

const isGuid = (value: unknown): value is { readonly guid: string } => typeof value === "object" && value !== null && "guid" in value && typeof value.guid === "string";
const isReference = (value: unknown): value is { readonly entityType: string; readonly id: string } =>
  typeof value === "object" && value !== null && "entityType" in value && "id" in value && typeof value.entityType === "string" && typeof value.id === "string";

/** A parameter as the Web API takes it: clients write a Guid as `{guid}` and a row as `{entityType, id}`. */
async function parameterValue(value: unknown, { metadata }: Pick<Player, "metadata">): Promise<unknown> {
  if (isGuid(value)) return plainId(value.guid);
  if (!isReference(value)) return value;
  const table = await metadata(value.entityType);
  return { "@odata.type": `Microsoft.Dynamics.CRM.${table.name}`, [table.primaryId]: plainId(value.id) };
}

/** Parameters of a request by their names. */
async function parametersOf(request: ExecuteRequest, bound: string | null | undefined, player: Pick<Player, "metadata">): Promise<readonly (readonly [string, unknown])[]> {
  const given = Object.entries(request).filter(([name, value]) => name !== "getMetadata" && name !== bound && value !== undefined);
  return Promise.all(given.map(async ([name, value]): Promise<readonly [string, unknown]> => [name, await parameterValue(value, player)]));
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const quoted = (text: string): string => (GUID.test(text) ? text : `'${text.replace(/'/g, "''")}'`);
const literal = (value: unknown): string => (typeof value === "string" ? quoted(value) : JSON.stringify(value));

function functionCall(path: string, parameters: readonly (readonly [string, unknown])[]): string {
  const names = parameters.map(([name], place) => `${name}=@p${place}`).join(",");
  const values = parameters.map(([, value], place) => `@p${place}=${encodeURIComponent(literal(value))}`).join("&");
  return `${path}(${names})${values ? `?${values}` : ""}`;
}

async function boundPath(request: ExecuteRequest, bound: string, player: Pick<Player, "metadata">): Promise<string> {
  const target = asObject(request[bound] as JsonObject);
  const set = (await player.metadata(String(target.entityType))).setName;
  return `${set}(${plainId(String(target.id))})/Microsoft.Dynamics.CRM.`;
}

async function respond(request: ExecuteRequest, player: Pick<Player, "metadata">): Promise<Response> {
  const { operationType, operationName = "", boundParameter } = request.getMetadata();
  if (operationType !== ACTION && operationType !== FUNCTION) throw refusal("client API", `Xrm.WebApi.online.execute of operation type ${String(operationType)}`);
  const parameters = await parametersOf(request, boundParameter, player);
  const path = ROOT + (boundParameter ? await boundPath(request, boundParameter, player) : "") + operationName;
  if (operationType === FUNCTION) return sendForResponse(functionCall(path, parameters), {});
  return sendForResponse(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: Object.fromEntries(parameters) });
}

/** Runs an action or function; gives the response as fetch gives it. Rejects with a plain object; CRUD requests are refused by name. */
export const execute = (request: ExecuteRequest, player: Pick<Player, "metadata">): Promise<Response> =>
  respond(request, player).catch((problem: unknown) => Promise.reject(rejection(problem)));
