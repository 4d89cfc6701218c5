import { tableOf } from "../../query/sql/scope";
import { DataverseError } from "../../service/error";
import { quoted } from "../../query/sql/scope";
import type { Call } from "../call";
import type { WebResponse } from "../contract";
import { json } from "../reply";
import type { Segment } from "../url";
import { urlArguments } from "./arguments";

type BuiltIn = (call: Call, inner: string | null) => unknown;

const FUNCTIONS: Readonly<Record<string, BuiltIn>> = {
  WhoAmI: (call) => ({ BusinessUnitId: businessUnit(call), UserId: call.userId, OrganizationId: organization(call).id }),
  RetrieveCurrentOrganization: (call) => ({ Detail: organizationDetail(call) }),
  RetrieveTotalRecordCount: (call, inner) => ({ EntityRecordCountCollection: recordCounts(call, urlArguments(call, inner)["EntityNames"]) }),
};

/** The platform's own functions that the host has; null for any other name. */
export function builtIn(call: Call, { name, inner }: Segment): WebResponse | null {
  const run = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (run === undefined) return null;
  if (call.method !== "GET") throw new DataverseError("0x80060888", `'${name}' is a function: call it with GET.`, 405);
  return json({ "@odata.context": `${call.root}$metadata#Microsoft.Dynamics.CRM.${name}Response`, ...(run(call, inner) as object) });
}

const NOBODY = "00000000-0000-0000-0000-000000000000";

function businessUnit(call: Call): string {
  const table = call.metadata.tables.get("systemuser");
  if (table?.columns.has("businessunitid") !== true) return NOBODY;
  const row = call.host.sql.get(`SELECT "businessunitid" AS id FROM "systemuser" WHERE "systemuserid" = ?1`, [call.userId]);
  return row === null || row["id"] === null ? NOBODY : String(row["id"]);
}

function organization(call: Call): { readonly id: string; readonly name: string } {
  if (!call.metadata.tables.has("organization")) return { id: NOBODY, name: "local" };
  const row = call.host.sql.get(`SELECT "organizationid" AS id, "name" AS name FROM "organization" LIMIT 1`);
  return row === null ? { id: NOBODY, name: "local" } : { id: String(row["id"]), name: String(row["name"]) };
}

function organizationDetail(call: Call): object {
  const { id, name } = organization(call);
  return {
    OrganizationId: id, FriendlyName: name, UniqueName: name.toLowerCase().replace(/\W/g, ""), UrlName: name.toLowerCase().replace(/\W/g, ""), OrganizationVersion: "9.2.0.0", EnvironmentId: id, State: "Enabled",
    Endpoints: { Count: 1, IsReadOnly: false, Keys: ["WebApplication"], Values: [`${call.origin}/`] },
  };
}

function recordCounts(call: Call, names: unknown): object {
  if (!Array.isArray(names)) throw new DataverseError("0x80060888", "RetrieveTotalRecordCount needs EntityNames=['…'].");
  const keys = names.map((name) => tableOf(call.metadata, String(name)).logicalName);
  const values = keys.map((name) => Number(call.host.sql.get(`SELECT count(*) AS n FROM ${quoted(name)}`)?.["n"] ?? 0));
  return { Count: keys.length, IsReadOnly: false, Keys: keys, Values: values };
}
