import type { Query } from "../../query/ir";
import type { Row } from "../../service/contract";
import type { Call } from "../call";

/** A custom API as its rows in the store describe it. */
export interface CustomApi {
  readonly name: string;
  readonly isFunction: boolean;
  readonly binding: "global" | "entity" | "collection";
  readonly boundTable: string | null;
  readonly parameters: readonly Parameter[];
  readonly properties: readonly Parameter[];
}

/** A request parameter or response property. `type`: the platform's number, 0 Boolean … 12 Guid. */
export interface Parameter { readonly name: string; readonly type: number; readonly optional: boolean; readonly table: string | null }

const BINDINGS = ["global", "entity", "collection"] as const;

/** The custom API of a unique name; null when no package brought one. */
export function customApi(call: Call, name: string): CustomApi | null {
  if (!call.metadata.tables.has("customapi")) return null;
  const [row] = read(call, "customapi", { column: "uniquename", value: name });
  // Texts compare without regard to case, names of operations do not.
  if (row?.["uniquename"] !== name) return null;
  const id = String(row["customapiid"]);
  return {
    name, isFunction: row["isfunction"] === true, binding: BINDINGS[Number(row["bindingtype"] ?? 0)] ?? "global",
    boundTable: row["boundentitylogicalname"] === null ? null : String(row["boundentitylogicalname"]),
    parameters: parameters(call, "customapirequestparameter", id), properties: parameters(call, "customapiresponseproperty", id),
  };
}

function parameters(call: Call, table: string, id: string): Parameter[] {
  return read(call, table, { column: "customapiid", value: id }).map((row) => ({
    name: String(row["uniquename"]), type: Number(row["type"]), optional: row["isoptional"] === true,
    table: row["logicalentityname"] == null ? null : String(row["logicalentityname"]),
  }));
}

function read(call: Call, table: string, { column, value }: { readonly column: string; readonly value: string }): readonly Row[] {
  const query: Query = {
    table, columns: null, links: [], order: [], aggregate: null, distinct: false, pageSize: 5000, page: 1, cookie: null, top: null, count: false, lookupNames: false,
    filter: { kind: "compare", ref: { link: null, column }, operator: "eq", right: { kind: "value", value } },
  };
  return call.host.service.retrieveMultiple(query, call.user).rows;
}
