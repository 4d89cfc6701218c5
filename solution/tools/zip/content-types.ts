import { element, type Element } from "../xml/element";

const octets = "application/octet-stream";
const extensionOf = (path: string): string | null => /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? null;

/** [Content_Types].xml for the entries of a zip: a default per file ending, an override per part without one. */
export function contentTypes(entries: readonly string[]): Element {
  const extensions = [...new Set(entries.map(extensionOf).filter((extension) => extension !== null))].sort();
  return element("Types", { xmlns: "http://schemas.openxmlformats.org/package/2006/content-types" }, [
    ...extensions.map((Extension) => element("Default", { Extension, ContentType: Extension === "xml" ? "text/xml" : octets })),
    ...entries.filter((path) => extensionOf(path) === null).map((path) => element("Override", { PartName: `/${path}`, ContentType: octets })),
  ]);
}
