import { zipSync } from "fflate";
import { renderDocument } from "../xml/render";
import { PackError } from "../fault";
import { contentTypes } from "./content-types";
import { faults } from "./faults";
import { encoded } from "./text";

/** Zip times have no zone: fflate writes the local one, so a local date gives the same bytes everywhere. */
const fixedTime = new Date(2020, 0, 1);

/** Level 9 takes four times as long for a third of a percent. */
const level = 6;

/** More entries than a directory without zip64 can count. */
const mostEntries = 65_535;

/** Bytes of a solution zip, parts in the order of their names, content types last: the same parts give the same bytes. Throws PackError (DULY-PACK-037) for too many. */
export function zipped(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const names = [...parts.keys()].sort();
  if (names.length >= mostEntries) throw new PackError([faults.crowded("The solution", String(names.length))]);
  const types = encoded(renderDocument(contentTypes(names)));
  const ordered = Object.fromEntries([...names.map((name) => [name, parts.get(name) ?? new Uint8Array()] as const), ["[Content_Types].xml", types] as const]);
  return zipSync(ordered, { level, mtime: fixedTime });
}
