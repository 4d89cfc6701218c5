import { asList, asNumber, asText, type JsonObject } from "./json";
import type { WebApi } from "./webapi";

/** What the user may do with a column. */
export interface Privilege { readonly read: boolean; readonly create: boolean; readonly update: boolean }

const everything: Privilege = { read: true, create: true, update: true };
const nothing: Privilege = { read: false, create: false, update: false };

const granted = (level: number | undefined): boolean => (level ?? 0) > 0;

const privilegeOf = (row: JsonObject): Privilege => ({ read: granted(asNumber(row.CanRead)), create: granted(asNumber(row.CanCreate)), update: granted(asNumber(row.CanUpdate)) });

/** The acting user's privileges on the columns of a table, by the column's MetadataId; nothing is asked when no column is secured. Throws WebApiFault. */
export async function readPrivileges(api: WebApi, attributes: readonly JsonObject[]): Promise<(raw: JsonObject) => Privilege> {
  if (!attributes.some((raw) => raw.IsSecured === true)) return () => everything;
  const user = asText((await api.get("WhoAmI")).UserId);
  const answer = await api.get(`systemusers(${user})/Microsoft.Dynamics.CRM.RetrievePrincipalAttributePrivileges()`);
  const known = new Map(asList(answer.AttributePrivileges).map((row) => [asText(row.AttributeId), privilegeOf(row)]));
  return (raw) => (raw.IsSecured === true ? known.get(asText(raw.MetadataId)) ?? nothing : everything);
}
