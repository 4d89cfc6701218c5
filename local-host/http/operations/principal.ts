import { guidOf } from "../../metadata/ids";
import { permissionsOf, type Principal } from "../../service/security/permissions";
import { securedColumns } from "../../service/security/secured";
import { DataverseError } from "../../service/error";
import type { EntityReference } from "../../service/contract";
import type { Call } from "../call";
import type { WebResponse } from "../contract";
import { json } from "../reply";

const ALLOWED = 4;

/** `systemusers(id)/Microsoft.Dynamics.CRM.RetrievePrincipalAttributePrivileges()`: what a user or team may do with each secured column. null = the row is neither. */
export function attributePrivileges(call: Call, { logicalName, id }: EntityReference): WebResponse | null {
  if (logicalName !== "systemuser" && logicalName !== "team") return null;
  if (call.method !== "GET") throw new DataverseError("0x80060888", "'RetrievePrincipalAttributePrivileges' is a function: call it with GET.", 405);
  return json({ "@odata.context": `${call.root}$metadata#Microsoft.Dynamics.CRM.RetrievePrincipalAttributePrivilegesResponse`, AttributePrivileges: privilegesOf(call, { table: logicalName, id }) });
}

function privilegesOf(call: Call, principal: Principal): readonly object[] {
  const permissions = permissionsOf(call.host.sql, principal);
  const level = (granted: boolean): number => (granted ? ALLOWED : 0);
  return [...securedColumns(call.metadata)].flatMap(([table, columns]) => columns.map((column) => {
    const { read, create, update } = permissions.of(table, column);
    return { AttributeId: guidOf("attribute", table, column), CanRead: level(read), CanCreate: level(create), CanUpdate: level(update) };
  }));
}
