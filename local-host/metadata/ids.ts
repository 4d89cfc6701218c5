import { createHash } from "node:crypto";

/** The same GUID for the same names, always: version 5 in a namespace of the host. */
export function guidOf(...names: readonly string[]): string {
  const bytes = createHash("sha1").update(`local-host\u0000${names.join("\u0000")}`).digest();
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}
