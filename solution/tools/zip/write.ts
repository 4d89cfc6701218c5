import { zipSync } from "fflate";
import { renderDocument } from "../xml/render";
import { contentTypes } from "./content-types";
import { encoded } from "./text";

/** Zip times have no zone: fflate writes the local one, so a local date gives the same bytes everywhere. */
const fixedTime = new Date(2020, 0, 1);

/** Level 9 takes four times as long for a third of a percent. */
const level = 6;

/** Bytes of a solution zip, parts in the order of their names, content types last: the same parts give the same bytes. */
export function zipped(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const names = [...parts.keys()].sort();
  const types = encoded(renderDocument(contentTypes(names)));
  const ordered = Object.fromEntries([...names.map((name) => [name, parts.get(name) ?? new Uint8Array()] as const), ["[Content_Types].xml", types] as const]);
  return zipSync(ordered, { level, mtime: fixedTime });
}
