import { isObject, type FlowObject, type FlowValue } from "./value";

/** Bytes as the engine carries them: `{"$content-type", "$content"}` with Base64. */
export function binaryObject(bytes: Uint8Array, contentType: string): FlowObject {
  return { "$content-type": contentType, "$content": Buffer.from(bytes).toString("base64") };
}

/** null when the value is no such object. */
export function binaryContent(value: FlowValue): Buffer | null {
  if (!isObject(value)) return null;
  const content = value["$content"];
  return typeof content === "string" ? Buffer.from(content, "base64") : null;
}
