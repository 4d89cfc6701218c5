import { parseRequest, type TableRequest } from "../../query/odata/request";
import type { Table } from "../../metadata/model";
import type { Asker } from "../../query/asker";
import type { Call } from "../call";
import { DataverseError } from "../../service/error";

/** The clock and user that relative operators mean. */
export const askerOf = (call: Call): Asker => ({ nowUtc: call.host.clock.now(), userId: call.userId });

/** The query options of a call on a table, parsed. Options that are neither $… nor @… are refused by name. */
export function tableRequest(call: Call, table: Table, leaveOut: readonly string[] = []): TableRequest {
  const options = new Map<string, string>();
  const aliases = new Map<string, string>();
  for (const [name, value] of call.address.options) {
    if (name.startsWith("@")) aliases.set(name, value);
    else if (name.startsWith("$")) { if (!leaveOut.includes(name)) options.set(name, value); }
    else if (name !== "tag") throw new DataverseError("0x80060888", `The query parameter ${name} is not supported`);
  }
  return parseRequest(table, options, { metadata: call.metadata, asker: askerOf(call), aliases });
}
