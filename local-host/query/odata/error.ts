import { DataverseError } from "../../service/error";

/** A URL that does not parse, or asks for what the platform refuses. */
export const badUri = (message: string): DataverseError => new DataverseError("0x80060888", message);

/** A property that the type does not have. */
export const noProperty = (name: string, table: string): DataverseError =>
  new DataverseError("0x0", `Could not find a property named '${name}' on type 'Microsoft.Dynamics.CRM.${table}'.`);
