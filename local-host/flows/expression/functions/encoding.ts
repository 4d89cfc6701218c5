import { invalidTemplate } from "../../error";
import { binaryContent, binaryObject } from "../binary";
import { toText } from "../text";
import type { FlowValue } from "../value";
import { text } from "./arguments";
import { fixed, type FunctionRule, type FunctionTable } from "./rule";

const decodeUri: FunctionRule = fixed(1, 1, (given) => decodeUriComponent(text(given, 0)));
const encodeUri: FunctionRule = fixed(1, 1, ([value = null]) => encodeURIComponent(toText(value)));
const fromBase64: FunctionRule = fixed(1, 1, (given) => Buffer.from(text(given, 0), "base64").toString("utf8"));

/** Base64, data URIs and parts of URIs. */
export const ENCODING: FunctionTable = {
  base64: fixed(1, 1, ([value = null]) => bytes(value).toString("base64")),
  base64tostring: fromBase64,
  decodebase64: fromBase64,
  base64tobinary: fixed(1, 1, (given) => binaryObject(Buffer.from(text(given, 0), "base64"), "application/octet-stream")),
  binary: fixed(1, 1, ([value = null]) => binaryObject(bytes(value), "application/octet-stream")),
  datauri: fixed(1, 1, ([value = null]) => `data:text/plain;charset=utf-8;base64,${bytes(value).toString("base64")}`),
  datauritostring: fixed(1, 1, (given) => dataUri(text(given, 0)).content.toString("utf8")),
  datauritobinary: fixed(1, 1, (given) => {
    const { content, type } = dataUri(text(given, 0));
    return binaryObject(content, type);
  }),
  uricomponent: encodeUri,
  encodeuricomponent: encodeUri,
  uricomponenttostring: decodeUri,
  decodeuricomponent: decodeUri,
  urihost: part((url) => url.hostname),
  uripath: part((url) => url.pathname),
  uripathandquery: part((url) => url.pathname + url.search),
  uriport: part((url) => Number(url.port || (url.protocol === "https:" ? 443 : 80))),
  uriquery: part((url) => url.search),
  urischeme: part((url) => url.protocol.slice(0, -1)),
};

function bytes(value: FlowValue): Buffer {
  return binaryContent(value) ?? Buffer.from(toText(value), "utf8");
}

function decodeUriComponent(source: string): string {
  try {
    return decodeURIComponent(source);
  } catch (error) {
    throw invalidTemplate(`'${source.slice(0, 80)}' is no encoded URI component: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function dataUri(source: string): { readonly content: Buffer; readonly type: string } {
  const match = /^data:([^,]*?)(;base64)?,(.*)$/s.exec(source);
  if (!match) throw invalidTemplate("the text is no data URI.");
  const [, type = "", base64, content = ""] = match;
  return { type: type || "text/plain", content: base64 ? Buffer.from(content, "base64") : Buffer.from(decodeUriComponent(content), "utf8") };
}

function part(read: (url: URL) => FlowValue): FunctionRule {
  return fixed(1, 1, (given) => {
    const source = text(given, 0);
    if (!URL.canParse(source)) throw invalidTemplate(`'${source.slice(0, 80)}' is no absolute URI.`);
    return read(new URL(source));
  });
}
