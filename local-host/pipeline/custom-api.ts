import type { Sql } from "../store/sql";
import type { Row, Value } from "../service/contract";
import { DataverseError, UnsupportedError } from "../service/error";
import { isReference } from "../service/reference";
import { runPlugin } from "./run-plugin";
import type { Surroundings } from "./surroundings";

interface Parameter { readonly name: string; readonly type: number; readonly optional: boolean }
interface CustomApi {
  readonly name: string; readonly typeName: string | null; readonly boundTable: string | null; readonly binding: number;
  readonly parameters: ReadonlyMap<string, Parameter>; readonly properties: ReadonlyMap<string, Parameter>;
}

const isText = (value: Value): boolean => typeof value === "string";
const isNumber = (value: Value): boolean => typeof value === "number";
const isWhole = (value: Value): boolean => Number.isInteger(value);
const isAmount = (value: Value): boolean => (isText(value) || isNumber(value)) && /^[+-]?\d+(\.\d+)?$/.test(String(value));

/** Type number of a parameter -> its name and test. Row and row-set parameters have no form in the service's values. */
const types: Readonly<Record<number, readonly [name: string, fits: (value: Value) => boolean]>> = {
  0: ["Boolean", (value) => typeof value === "boolean"], 1: ["DateTime", isText], 2: ["Decimal", isAmount], 5: ["EntityReference", isReference],
  6: ["Float", isNumber], 7: ["Integer", isWhole], 8: ["Money", isAmount], 9: ["Picklist", isWhole], 10: ["String", isText], 12: ["Guid", isText],
};

function parametersOf(sql: Sql, table: string, apiId: string): ReadonlyMap<string, Parameter> {
  const optional = table === "customapirequestparameter" ? "isoptional" : "1";
  const rows = sql.all(`SELECT uniquename, type, ${optional} AS optional FROM ${table} WHERE customapiid = ? AND statecode = 0`, [apiId]);
  return new Map(rows.map((row) => {
    const name = String(row["uniquename"]);
    return [name, { name, type: Number(row["type"]), optional: Number(row["optional"]) === 1 }];
  }));
}

function read(sql: Sql, uniqueName: string): CustomApi | null {
  const row = sql.get(`SELECT a.customapiid AS id, a.bindingtype, a.boundentitylogicalname, t.typename FROM customapi a LEFT JOIN plugintype t ON t.plugintypeid = a.plugintypeid
    WHERE a.uniquename = ? AND a.statecode = 0`, [uniqueName]);
  if (row === null) return null;
  const id = String(row["id"]);
  return {
    name: uniqueName, typeName: row["typename"] == null ? null : String(row["typename"]), binding: Number(row["bindingtype"]), boundTable: row["boundentitylogicalname"] == null ? null : String(row["boundentitylogicalname"]),
    parameters: parametersOf(sql, "customapirequestparameter", id), properties: parametersOf(sql, "customapiresponseproperty", id),
  };
}

/** Checks values against what the API declares, by name; `what` is "request parameter" or "response property". */
function check(api: CustomApi, values: Row, what: "request parameter" | "response property"): void {
  const declared = what === "request parameter" ? api.parameters : api.properties;
  for (const [name, value] of Object.entries(values)) {
    const parameter = declared.get(name);
    if (parameter === undefined) throw new DataverseError("0x80048d19", `The ${what} '${name}' is not declared by the custom API '${api.name}'.`);
    const type = types[parameter.type];
    if (type === undefined) throw new UnsupportedError("custom API parameter type", `${api.name}.${name} (${parameter.type})`);
    if (value !== null && !type[1](value)) throw new DataverseError("0x80048d19", `The ${what} '${name}' of the custom API '${api.name}' takes a ${type[0]}, not ${JSON.stringify(value)}.`);
  }
}

function checkInput(api: CustomApi, input: Row): { readonly target: Value; readonly rest: Row } {
  const { Target: target = null, ...rest } = api.binding === 1 ? input : { ...input, Target: null };
  if (api.binding === 1 && !(isReference(target) && target.logicalName === api.boundTable)) {
    throw new DataverseError("0x80048d19", `The custom API '${api.name}' is bound to '${String(api.boundTable)}': give the row as 'Target'.`);
  }
  const given = api.binding === 1 ? rest : input;
  check(api, given, "request parameter");
  const missing = [...api.parameters.values()].find((parameter) => !parameter.optional && given[parameter.name] == null);
  if (missing !== undefined) throw new DataverseError("0x80040203", `The custom API '${api.name}' needs the request parameter '${missing.name}'.`);
  return { target, rest: given };
}

/** Custom APIs, read from their rows when first called. */
export class CustomApis {
  private readonly apis = new Map<string, CustomApi>();

  constructor(private readonly around: Surroundings) {}

  /** Called when a registration changes or is rolled back. */
  forget(): void { this.apis.clear(); }

  /** Runs the handler at stage 30 and gives the response properties; those not set are null. */
  execute(uniqueName: string, input: Row, { userId, depth }: { readonly userId: string; readonly depth: number }): Row {
    const api = this.named(uniqueName);
    const { target, rest } = checkInput(api, input);
    if (api.typeName === null) throw new UnsupportedError("custom API without plug-in type", uniqueName);
    const output: Record<string, Value> = Object.fromEntries([...api.properties.keys()].map((name) => [name, null]));
    const bound = isReference(target) ? target : null;
    runPlugin(this.around.plugins, {
      typeName: api.typeName, configuration: null, service: this.around.serviceAt(userId, depth),
      context: {
        message: uniqueName, stage: 30, depth, table: bound?.logicalName ?? api.boundTable, primaryId: bound?.id ?? null, userId, nowUtc: this.around.now(),
        target: null, preImage: null, postImage: null, input: rest, output,
      },
    });
    check(api, output, "response property");
    return output;
  }

  private named(uniqueName: string): CustomApi {
    const api = this.apis.get(uniqueName) ?? read(this.around.sql, uniqueName);
    if (api === null) throw new DataverseError("0x80060888", `Resource not found for the segment '${uniqueName}': no custom API has this unique name.`, 404);
    this.apis.set(uniqueName, api);
    return api;
  }
}
