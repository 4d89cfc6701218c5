import { createHash } from "node:crypto";
import { prefix } from "../model/names";
import { idOf } from "./ids";

const assemblyName = "Duly.TsHost";

const nuGetId = "TsHost";

/** The plug-in package; the platform's name for it is prefix and NuGet id. */
export const pluginPackage = { id: nuGetId, name: `${prefix}_${nuGetId}` };

export interface PluginType {
  /** Full name: "Duly.TsHost.RuleStep". */
  readonly name: string;
  readonly id: string;
  /** What steps and custom APIs call the type by when it comes in a plug-in package: 64 hexadecimal digits. */
  readonly exportKey: string;
}

/** The platform makes the key of a packaged type from these three names (plugins.md section 13). */
const exportKey = (name: string): string => createHash("sha256").update(`${pluginPackage.name}|${assemblyName}|${name}`, "utf8").digest("hex").toUpperCase();

const pluginType = (name: string): PluginType => ({ name, id: idOf("plugintype", name), exportKey: exportKey(name) });

/** The two generic plug-in types that host the rules: one for steps, one for custom APIs. */
export const pluginTypes = { step: pluginType(`${assemblyName}.RuleStep`), api: pluginType(`${assemblyName}.RuleApi`) };

/** The one assembly that holds them. */
export const pluginAssembly = { name: assemblyName, id: idOf("pluginassembly", assemblyName) };

/** "Duly.TsHost.RuleStep, Duly.TsHost, Version=…" */
export const qualifiedName = (type: PluginType, assemblyFullName: string): string => `${type.name}, ${assemblyFullName}`;

/** Ids of the platform's messages, the same in every organisation. */
export const sdkMessages = {
  Create: "9ebdbb1b-ea3e-db11-86a7-000a3a5473e8", Update: "20bebb1b-ea3e-db11-86a7-000a3a5473e8", Delete: "a1bdbb1b-ea3e-db11-86a7-000a3a5473e8",
} as const;
