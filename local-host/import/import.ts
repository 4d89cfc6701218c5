import type { ImportReport, UnsupportedLedger } from "../host.contract";
import type { PluginHost } from "../pipeline/plugin";
import type { Changes } from "../service/changes";
import type { Core } from "../service/core";
import { DataverseError } from "../service/error";

export interface ImportParts {
  readonly core: Core;
  readonly plugins: Readonly<Record<string, PluginHost>>;
  readonly unsupported: UnsupportedLedger;
  readonly changes: Changes;
  readonly systemUserId: string;
}

export function importSolution(_parts: ImportParts, _zip: Uint8Array): ImportReport {
  throw new DataverseError("0x80048060", "in work");
}
