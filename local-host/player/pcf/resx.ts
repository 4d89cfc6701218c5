import { attribute, child, children, parseXml, textOf } from "../xml/element";

/** Reads a .resx: key -> text. */
export function readResx(xml: string): ReadonlyMap<string, string> {
  return new Map(children(parseXml(xml, "string table"), "data").map((entry) => [attribute(entry, "name"), textOf(child(entry, "value"))]));
}

/** Language of a string table by its file name ("strings/Timeline.1038.resx"); 1033 when the name holds none. */
export const resxLanguage = (path: string): number => Number(/\.(\d{4,5})\.resx$/.exec(path)?.[1] ?? 1033);
