import type { OrganizationService } from "../service/contract";
import type { PluginContext, PluginHost } from "./plugin";
import { DataverseError, UnsupportedError } from "../service/error";

export interface PluginCall {
  readonly typeName: string;
  readonly configuration: string | null;
  readonly context: PluginContext;
  readonly service: OrganizationService;
}

/** Nesting at which the platform takes the calls for an endless loop. */
const DEPTH_LIMIT = 8;

function asFault(error: unknown, typeName: string, trace: string): unknown {
  if (error instanceof UnsupportedError) return error;
  if (error instanceof DataverseError) return trace === "" || error.trace !== undefined ? error : new DataverseError(error.code, error.message, error.status, trace);
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? error.stack ?? "" : "";
  return new DataverseError("0x80040224", `An unexpected error occurred from ISV code. (ErrorType = ClientError) Unexpected exception from plug-in (Execute): ${typeName}: ${message}`, 400, `${trace}${stack}`);
}

/** Runs one plug-in. Throws its DataverseError with what it traced; anything else that it throws becomes 0x80040224. */
export function runPlugin(plugins: Readonly<Record<string, PluginHost>>, call: PluginCall): void {
  const { typeName, context } = call;
  const plugin = Object.hasOwn(plugins, typeName) ? plugins[typeName] : undefined;
  if (plugin === undefined) throw new UnsupportedError("plug-in type", typeName);
  if (context.depth > DEPTH_LIMIT) {
    throw new DataverseError("0x80044182", `This job was cancelled because it includes an infinite loop: ${typeName} on ${context.message} was called ${DEPTH_LIMIT} levels deep. Correct the logic and try again.`);
  }
  let trace = "";
  try {
    plugin({ ...call, trace: (text) => { trace += `${text}\n`; } });
  } catch (error) {
    throw asFault(error, typeName, trace);
  }
}
