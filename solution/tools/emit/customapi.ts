import type { ApiRegistration, Parameter, ParameterType } from "../../model/manifest";
import type { PluginHost } from "../../model/package";
import { onlyEnglish } from "../labels";
import { pluginTypes } from "../plugin";
import { element, type Element, group, leaf } from "../xml/element";
import { shardedText } from "./texts";

const types: Readonly<Record<ParameterType, number>> = { Boolean: 0, DateTime: 1, Decimal: 2, EntityReference: 5, Integer: 7, String: 10, Guid: 12 };

/** `customapi.xml` (sharded): an unbound action that only the type for custom APIs handles. */
export const customApi = (api: ApiRegistration, host: PluginHost): Element => element("customapi", { uniquename: api.id }, [
  leaf("allowedcustomprocessingsteptype", 0), leaf("bindingtype", 0), shardedText("description", onlyEnglish(api.help)), shardedText("displayname", onlyEnglish(api.label)),
  leaf("iscustomizable", 0), leaf("isfunction", 0), leaf("isprivate", 0), leaf("name", api.id),
  group("plugintypeid", [leaf("plugintypeexportkey", host.form === "package" ? pluginTypes.api.exportKey : pluginTypes.api.id)]), leaf("workflowsdkstepenabled", 0),
]);

const parameterBody = (api: ApiRegistration, name: string, parameter: Parameter, optional: readonly Element[]): readonly Element[] => [
  shardedText("description", onlyEnglish(parameter.help)), shardedText("displayname", onlyEnglish(name)), leaf("iscustomizable", 0),
  ...optional, leaf("logicalentityname", ""), leaf("name", `${api.id}.${name}`), leaf("type", types[parameter.type]),
];

/** `customapirequestparameter.xml`. */
export const requestParameter = (api: ApiRegistration, name: string, parameter: Parameter): Element =>
  element("customapirequestparameter", { uniquename: name }, parameterBody(api, name, parameter, [leaf("isoptional", parameter.optional === true ? 1 : 0)]));

/** `customapiresponseproperty.xml`; it must not carry isoptional. */
export const responseProperty = (api: ApiRegistration, name: string, parameter: Parameter): Element =>
  element("customapiresponseproperty", { uniquename: name }, parameterBody(api, name, parameter, []));
