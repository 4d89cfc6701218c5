import { guidOf } from "../../metadata/ids";
import { pathsOf, xmlFile, type Package } from "../package";
import { childOf, numberOf, textOf, type Element } from "../xml/element";
import { to, type Component, type ComponentReader } from "./component";
import { shardedText } from "./flows";
import { typeIdOf } from "./plugins";

const textFields = (element: Element): { readonly name: string; readonly displayname: string; readonly description: string } => ({
  name: textOf(element, "name"), displayname: shardedText(element, "displayname"), description: shardedText(element, "description") });

/** Which plug-in type handles the API: by id, or by the key that a plug-in package gives its types. */
function handlerOf(api: Element): readonly Component[] {
  const handler = childOf(api, "plugintypeid");
  const key = textOf(handler, "plugintypeid") || textOf(handler, "plugintypeexportkey") || handler?.text.trim() || "";
  return key === "" ? [] : [{ kind: "PluginTypes", table: "plugintype", id: typeIdOf(key), part: true, row: { plugintypeexportkey: key } }];
}

function parametersOf(from: Package, folder: string, apiId: string): readonly Component[] {
  return (["customapirequestparameter", "customapiresponseproperty"] as const).flatMap((table) => {
    const collection = table === "customapirequestparameter" ? "customapirequestparameters" : "customapiresponseproperties";
    return pathsOf(from, new RegExp(`^${folder}/${collection}/[^/]+/${table}\\.xml$`)).map((path): Component => {
      const parameter = xmlFile(from, path);
      const uniquename = parameter.attributes["uniquename"] ?? "";
      return { kind: collection, table, id: guidOf(table, apiId, uniquename), part: true, row: {
        uniquename, ...textFields(parameter), type: numberOf(parameter, "type") ?? 10, logicalentityname: textOf(parameter, "logicalentityname"),
        ...(table === "customapirequestparameter" ? { isoptional: textOf(parameter, "isoptional") === "1" } : {}), customapiid: to("customapi", apiId) } };
    });
  });
}

function apiOf(from: Package, path: string): readonly Component[] {
  const api = xmlFile(from, path);
  const uniquename = api.attributes["uniquename"] ?? "";
  const id = guidOf("customapi", uniquename);
  const handler = handlerOf(api);
  return [...handler, { kind: "customapis", table: "customapi", id, row: {
    uniquename, ...textFields(api), bindingtype: numberOf(api, "bindingtype") ?? 0, boundentitylogicalname: textOf(api, "boundentitylogicalname"), isfunction: textOf(api, "isfunction") === "1",
    isprivate: textOf(api, "isprivate") === "1", allowedcustomprocessingsteptype: numberOf(api, "allowedcustomprocessingsteptype") ?? 0,
    plugintypeid: handler[0] === undefined ? null : to("plugintype", handler[0].id) },
  }, ...parametersOf(from, path.slice(0, -"/customapi.xml".length).replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), id)];
}

export const customApis: ComponentReader = (from) => pathsOf(from, /^customapis\/[^/]+\/customapi\.xml$/).flatMap((path) => apiOf(from, path));
