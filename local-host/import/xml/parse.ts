import { SaxesParser } from "saxes";
import { DataverseError } from "../../service/error";
import type { Element } from "./element";

interface Open { readonly name: string; readonly attributes: Record<string, string>; readonly children: Element[]; text: string }

const decoder = new TextDecoder("utf-8", { fatal: true });

/** Parses one XML file of a package. Throws 0x80048064 with file, line and column when it is not well-formed. */
export function parseXml(path: string, bytes: Uint8Array): Element {
  const parser = new SaxesParser();
  const stack: Open[] = [];
  let root: Element | undefined;
  parser.on("error", (error) => { throw error; });
  parser.on("opentag", ({ name, attributes }) => stack.push({ name, attributes: { ...attributes }, children: [], text: "" }));
  parser.on("text", (text) => { const open = stack.at(-1); if (open !== undefined) open.text += text; });
  parser.on("cdata", (text) => { const open = stack.at(-1); if (open !== undefined) open.text += text; });
  parser.on("closetag", () => {
    const closed = stack.pop();
    if (stack.length > 0 && closed !== undefined) stack.at(-1)?.children.push(closed);
    else root = closed;
  });
  try {
    parser.write(decoder.decode(bytes)).close();
  } catch (error) {
    throw new DataverseError("0x80048064", `${path} is not well-formed XML: ${error instanceof Error ? error.message : String(error)}. Pack the solution again.`);
  }
  if (root === undefined) throw new DataverseError("0x80048064", `${path} holds no XML element. Pack the solution again.`);
  return root;
}
