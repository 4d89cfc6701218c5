import { messageIds } from "../../metadata/baseline/seed";
import { guidOf } from "../../metadata/ids";
import { DataverseError } from "../../service/error";
import type { Package } from "../package";
import { guidIn, itemsOf, named, numberOf, textOf, type Element } from "../xml/element";
import { to, type Component, type ComponentReader } from "./component";

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Id of a plug-in type; an export key that is no GUID stands for itself. */
export const typeIdOf = (key: string): string => (GUID.test(guidIn(key)) ? guidIn(key) : guidOf("plugintype", key));

/** "Full.Name, Assembly, Version=…" -> "Full.Name". */
const typeNameOf = (qualified: string): string => qualified.split(",")[0]?.trim() ?? "";

function typesOf(assembly: Element): readonly Component[] {
  const assemblyName = (assembly.attributes["FullName"] ?? "").split(",")[0] ?? "";
  const id = guidIn(assembly.attributes["PluginAssemblyId"] ?? "") || guidOf("pluginassembly", assemblyName);
  return [
    { kind: "SolutionPluginAssemblies", table: "pluginassembly", id, row: { name: assemblyName, isolationmode: numberOf(assembly, "IsolationMode") ?? 2, sourcetype: numberOf(assembly, "SourceType") ?? 0 } },
    ...named(itemsOf(assembly, "PluginTypes"), "PluginType").map((type): Component => {
      const typename = typeNameOf(type.attributes["AssemblyQualifiedName"] ?? type.attributes["Name"] ?? "");
      return { kind: "PluginTypes", table: "plugintype", id: typeIdOf(type.attributes["PluginTypeId"] ?? typename), part: true, row: {
        name: type.attributes["Name"] ?? typename, typename, friendlyname: textOf(type, "FriendlyName"), assemblyname: assemblyName, pluginassemblyid: to("pluginassembly", id) } };
    }),
  ];
}

/** Assemblies and their types; the code itself is .NET and does not run here (see HostOptions.plugins). */
export const assemblies: ComponentReader = ({ customizations }) => named(itemsOf(customizations, "SolutionPluginAssemblies"), "PluginAssembly").flatMap(typesOf);

function imageOf(image: Element, stepId: string): Component {
  const id = guidIn(textOf(image, "SdkMessageProcessingStepImageId")) || guidOf("image", stepId, image.attributes["Name"] ?? "");
  return { kind: "Images", table: "sdkmessageprocessingstepimage", id, part: true, row: {
    name: image.attributes["Name"] ?? textOf(image, "Name"), entityalias: textOf(image, "EntityAlias"), attributes: textOf(image, "Attributes"), messagepropertyname: textOf(image, "MessagePropertyName"),
    imagetype: numberOf(image, "ImageType") ?? 0, sdkmessageprocessingstepid: to("sdkmessageprocessingstep", stepId) } };
}

function filterOf(table: string, messageId: string): Component {
  return { kind: "Filters", table: "sdkmessagefilter", id: guidOf("sdkmessagefilter", messageId, table), part: true, row: {
    name: table, primaryobjecttypecode: table, sdkmessageid: to("sdkmessage", messageId) } };
}

/** A step names its type by name and id, or by the key that a plug-in package gives it. */
function typeOf(step: Element): Component {
  const [typename, key] = [typeNameOf(textOf(step, "PluginTypeName")), textOf(step, "PluginTypeExportKey")];
  const row = key === "" ? { name: typename, typename } : { plugintypeexportkey: key };
  return { kind: "PluginTypes", table: "plugintype", id: typeIdOf(textOf(step, "PluginTypeId") || key || typename), part: true, row };
}

function stepOf(from: Package, step: Element): readonly Component[] {
  const name = step.attributes["Name"] ?? textOf(step, "Name");
  const id = guidIn(step.attributes["SdkMessageProcessingStepId"] ?? "");
  const messageId = guidIn(textOf(step, "SdkMessageId"));
  const table = textOf(step, "PrimaryEntity").toLowerCase();
  if (!Object.values(messageIds).includes(messageId)) {
    from.ignored.push(`plug-in step '${name}': only steps on Create, Update and Delete run (message ${messageId})`);
    return [];
  }
  if (textOf(step, "Mode") === "1" && textOf(step, "Stage") !== "40") {
    throw new DataverseError("0x80048067", `The plug-in step '${name}' is asynchronous in stage ${textOf(step, "Stage")}. Asynchronous steps belong to stage 40.`);
  }
  const type = typeOf(step);
  const filter = table === "" || table === "none" ? [] : [filterOf(table, messageId)];
  return [type, ...filter, { kind: "SdkMessageProcessingSteps", table: "sdkmessageprocessingstep", id, row: {
    name, configuration: textOf(step, "Configuration"), filteringattributes: textOf(step, "FilteringAttributes"), rank: numberOf(step, "Rank") ?? 1, stage: numberOf(step, "Stage") ?? 40, mode: numberOf(step, "Mode") ?? 0,
    sdkmessageid: to("sdkmessage", messageId), sdkmessagefilterid: filter[0] === undefined ? null : to("sdkmessagefilter", filter[0].id), plugintypeid: to("plugintype", type.id) },
  }, ...named(itemsOf(step, "SdkMessageProcessingStepImages"), "SdkMessageProcessingStepImage").map((image) => imageOf(image, id))];
}

export const steps: ComponentReader = (from) => named(itemsOf(from.customizations, "SdkMessageProcessingSteps"), "SdkMessageProcessingStep").flatMap((step) => stepOf(from, step));
