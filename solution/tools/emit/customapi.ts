import type { ParameterType } from "../../model/manifest";
import type { PluginHost } from "../../model/package";
import type { ApiIr, ParameterIr } from "../ir/api";
import { pluginTypes } from "../plugin";
import { element, type Element, group, leaf } from "../xml/element";
import { shardedText } from "./texts";

const types: Readonly<Record<ParameterType, number>> = { Boolean: 0, DateTime: 1, Decimal: 2, EntityReference: 5, Integer: 7, String: 10, Guid: 12 };

/** `customapi.xml` (sharded): an unbound action that only the type for custom APIs handles. */
export const customApi = (api: ApiIr, host: PluginHost): Element => element("customapi", { uniquename: api.id }, [
  leaf("allowedcustomprocessingsteptype", 0), leaf("bindingtype", 0), shardedText("description", api.description), shardedText("displayname", api.label),
  leaf("iscustomizable", 0), leaf("isfunction", 0), leaf("isprivate", 0), leaf("name", api.id),
  group("plugintypeid", [leaf("plugintypeexportkey", host.form === "package" ? pluginTypes.api.exportKey : pluginTypes.api.id)]), leaf("workflowsdkstepenabled", 0),
]);

const parameterBody = (api: ApiIr, parameter: ParameterIr, optional: readonly Element[]): readonly Element[] => [
  shardedText("description", parameter.description), shardedText("displayname", parameter.label), leaf("iscustomizable", 0),
  ...optional, leaf("logicalentityname", ""), leaf("name", `${api.id}.${parameter.name}`), leaf("type", types[parameter.type]),
];

/** `customapirequestparameter.xml`. */
export const requestParameter = (api: ApiIr, parameter: ParameterIr): Element =>
  element("customapirequestparameter", { uniquename: parameter.name }, parameterBody(api, parameter, [leaf("isoptional", parameter.optional ? 1 : 0)]));

/** `customapiresponseproperty.xml`; it must not carry isoptional. */
export const responseProperty = (api: ApiIr, parameter: ParameterIr): Element =>
  element("customapiresponseproperty", { uniquename: parameter.name }, parameterBody(api, parameter, []));
