import type { Control, PackageParts, PluginHost, WebResource } from "../../model/package";
import { braced } from "../ids";
import type { ApiIr } from "../ir/api";
import { customApi, requestParameter, responseProperty } from "./customapi";
import { document, type File, sharded } from "./files";
import { pluginFiles } from "./plugin";
import { processingStep, stepId } from "./step";
import { customControlXml, webResourceXml } from "./webresource";

const webResourceFiles = (resource: WebResource): readonly File[] => [
  [`WebResources/${resource.name}`, resource.content],
  document(`WebResources/${resource.name}.data.xml`, webResourceXml(resource)),
];

const controlFiles = (control: Control): readonly File[] => [
  ...[...control.files].map(([path, content]): File => [`Controls/${control.name}/${path}`, content]),
  document(`Controls/${control.name}/ControlManifest.xml.data.xml`, customControlXml(control.name)),
];

const apiFiles = (api: ApiIr, host: PluginHost): readonly File[] => {
  const folder = `customapis/${api.id}`;
  return [
    sharded(`${folder}/customapi.xml`, customApi(api, host)),
    ...api.request.map((parameter) =>
      sharded(`${folder}/customapirequestparameters/${parameter.name}/customapirequestparameter.xml`, requestParameter(api, parameter))),
    ...api.response.map((parameter) =>
      sharded(`${folder}/customapiresponseproperties/${parameter.name}/customapiresponseproperty.xml`, responseProperty(api, parameter))),
  ];
};

/** Everything that comes from the build: web resources, controls, the host of the rules, steps and custom APIs, these with their texts. */
export const partFiles = (parts: PackageParts, apis: readonly ApiIr[]): readonly File[] => [
  ...parts.webResources.flatMap(webResourceFiles),
  ...parts.controls.flatMap(controlFiles),
  ...pluginFiles(parts.host, parts.version),
  ...parts.manifest.steps.map((step) => document(`SdkMessageProcessingSteps/${braced(stepId(step))}.xml`, processingStep(step, parts.host))),
  ...apis.flatMap((api) => apiFiles(api, parts.host)),
];
