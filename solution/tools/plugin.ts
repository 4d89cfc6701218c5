import { idOf } from "./ids";

const assembly = "Duly.TsHost, Version=1.0.0.0, Culture=neutral, PublicKeyToken=e746d628583d5053";

const pluginType = (name: string) => ({ name, qualifiedName: `${name}, ${assembly}`, id: idOf("plugintype", name) });

/** The two generic plug-in types that host the rules: one for steps, one for custom APIs. */
export const pluginTypes = { step: pluginType("Duly.TsHost.RuleStep"), api: pluginType("Duly.TsHost.RuleApi") };
