import { asObject, type JsonObject } from "../api/json";
import { ROOT } from "../api/webapi";
import type { Player } from "../shell/player";
import { plainId } from "./convert";
import { refusal } from "./refuse";

interface RequestMetadata { readonly operationType?: number; readonly operationName?: string; readonly boundParameter?: string | null }
/** A request as scripts build it: parameters beside `getMetadata()`. */
export type ExecuteRequest = { readonly getMetadata: () => RequestMetadata } & Readonly<Record<string, unknown>>;

const FUNCTION = 1;
const ACTION = 0;

const literal = (value: unknown): string => (typeof value === "string" ? `'${value.replace(/'/g, "''")}'` : JSON.stringify(value));

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

/** Runs an action or function; gives the response as fetch gives it. CRUD requests are refused by name. */
export async function execute(request: ExecuteRequest, player: Pick<Player, "metadata">): Promise<Response> {
  const { operationType, operationName = "", boundParameter } = request.getMetadata();
  if (operationType !== ACTION && operationType !== FUNCTION) throw refusal("client API", `Xrm.WebApi.online.execute of operation type ${String(operationType)}`);
  const parameters = Object.entries(request).filter(([name, value]) => name !== "getMetadata" && name !== boundParameter && value !== undefined);
  const path = ROOT + (boundParameter ? await boundPath(request, boundParameter, player) : "") + operationName;
  if (operationType === FUNCTION) return fetch(functionCall(path, parameters), { headers: { Accept: "application/json" } });
  return fetch(path, { method: "POST", headers: { Accept: "application/json", "Content-Type": "application/json" }, body: JSON.stringify(Object.fromEntries(parameters)) });
}
