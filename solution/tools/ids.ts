import { createHash } from "node:crypto";

/** Never changes: every id of every shipped component hangs on it. */
const namespace = Buffer.from("6f0c1d6e8a5b5d0e9c3a5c8f2b7d4e11", "hex");

/** What an id is for; part of the hashed name, so that a table and a choice of one name differ. */
export type IdKind =
  | "form" | "tab" | "section" | "cell" | "control" | "library" | "handler" | "view" | "chart" | "dashboard" | "role" | "profile" | "webresource" | "flow"
  | "pluginassembly" | "plugintype" | "step" | "stepimage" | "customapi";

/** Id of a component, from its kind and unique name: UUID version 5, lower case, without braces. */
export function idOf(kind: IdKind, name: string): string {
  const hash = createHash("sha1").update(namespace).update(`${kind}:${name}`, "utf8").digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** "{id}" as most package parts write it. */
export const braced = (id: string): string => `{${id}}`;
