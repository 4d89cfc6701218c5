import { DataverseError } from "../../service/error";
import { guidIn } from "../../service/values/text";
import type { WebHost } from "../call";

/** Headers that name the user in whose name a request acts, and the column that holds what they give. */
export const impersonation = { mscrmcallerid: "systemuserid", callerobjectid: "azureactivedirectoryobjectid" } as const;

/** The impersonated user; null when the caller acts for itself. Throws 0x80072560 for somebody who is no user. */
export function callerOf(host: WebHost, headers: Readonly<Record<string, string>>): string | null {
  const [header, column] = Object.entries(impersonation).find(([name]) => headers[name] !== undefined) ?? [];
  if (header === undefined || column === undefined) return null;
  const id = guidIn(headers[header] ?? "");
  const user = id === null ? null : host.sql.get(`SELECT systemuserid AS id FROM systemuser WHERE "${column}" = ?`, [id]);
  if (user !== null) return String(user["id"]);
  throw new DataverseError("0x80072560", `The user is not a member of the organization: no user has the ${column} '${headers[header] ?? ""}' that ${header} names.`, 403);
}
