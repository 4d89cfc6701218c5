import { textOf } from "../xml/element";
import { parametersOf } from "./contents";
import { finding, type Finding } from "./finding";
import type { FlowSource } from "./flows";
import { type JsonObject, objectsOf } from "./json";

const textAt = (object: JsonObject, key: string): string => (typeof object[key] === "string" ? object[key] : "");

/** "item/duly_note" -> "duly_note"; a bound lookup "item/duly_Run@odata.bind" -> "duly_run". */
const sent = (parameters: JsonObject): readonly string[] => Object.keys(parameters).filter((key) => key.startsWith("item/")).map((key) => key.slice("item/".length));

const plain = (name: string): string => name.replace(/@odata\.bind$/, "").toLowerCase();

const list = (text: string): readonly string[] => (text.startsWith("@") ? [] : text.split(",").map((name) => name.trim()).filter((name) => name !== ""));

/** "_duly_run_value" -> "duly_run" */
const column = (name: string): string => /^_(.+)_value$/.exec(name)?.[1] ?? name;

/** Columns that an operation on a table names are columns of that table. */
function columns({ flow, contents }: FlowSource, parameters: JsonObject): readonly Finding[] {
  const table = [...contents.tables.values()].find(({ setName, name }) => setName === textAt(parameters, "entityName") || name === textAt(parameters, "subscriptionRequest/entityname"));
  if (table === undefined) return [];
  const named = [...sent(parameters).map(plain), ...list(textAt(parameters, "$select")).map(column), ...list(textAt(parameters, "subscriptionRequest/filteringattributes"))];
  return named.filter((name) => !table.columns.has(name)).map((name) => finding("DULY-CHECK-071", flow, name, table.name));
}

/** A call of a custom API sends its required parameters, and none that it does not have. */
function call({ flow, contents }: FlowSource, parameters: JsonObject): readonly Finding[] {
  const name = textAt(parameters, "actionName");
  const api = contents.apis.find(({ root }) => root.attributes.uniquename === name);
  if (api === undefined) return [];
  const known = parametersOf(contents, api, "request").map(({ root }) => ({ name: root.attributes.uniquename ?? "", optional: textOf(root, "isoptional") === "1" }));
  const given = sent(parameters);
  return [
    ...given.filter((one) => !known.some((parameter) => parameter.name === one)).map((one) => finding("DULY-CHECK-072", flow, one, name)),
    ...known.filter((parameter) => !parameter.optional && !given.includes(parameter.name)).map((parameter) => finding("DULY-CHECK-073", flow, name, parameter.name)),
  ];
}

/** What the operations of a flow name exists where it is looked for. */
export const calls = (source: FlowSource): readonly Finding[] => objectsOf(source.client, "parameters")
  .flatMap((parameters) => [...columns(source, parameters), ...call(source, parameters)]);
