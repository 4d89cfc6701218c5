import { attribute, parseXml } from "../xml/element";

/** A column of a view. `name` is a column of the table or `alias.column` of a joined one; width in pixels. */
export interface LayoutColumn { readonly name: string; readonly width: number }

/** Reads the columns of a layoutxml, without those that are hidden. */
export function readLayout(xml: string): readonly LayoutColumn[] {
  return Array.from(parseXml(xml, "view layout").getElementsByTagName("cell"))
    .filter((cell) => attribute(cell, "ishidden") !== "1")
    .map((cell) => ({ name: attribute(cell, "name"), width: Number(attribute(cell, "width")) || 100 }));
}
