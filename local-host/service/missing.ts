import { DataverseError } from "./error";

/** No such row. */
export const missing = (table: string, id: string): DataverseError => new DataverseError("0x80040217", `${table} With Id = ${id} Does Not Exist`, 404);
