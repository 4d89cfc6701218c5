import { zipSync, type Zippable } from "fflate";
import { renderDocument } from "../xml/render";
import { PackError } from "../fault";
import { contentTypes } from "./content-types";
import { directory } from "./directory";
import { faults } from "./faults";
import { isDense, type Limits, usualLimits } from "./read";
import { encoded } from "./text";

/** Zip times have no zone: fflate writes the local one, so a local date gives the same bytes everywhere. */
const fixedTime = new Date(2020, 0, 1);

/** Level 9 takes four times as long for a third of a percent. */
const level = 6;

/** More entries than a directory without zip64 can count. */
const mostEntries = 65_535;

/** What unpacking would take for a bomb is stored as it is. */
function written(parts: ReadonlyMap<string, Uint8Array>, limits: Limits): Uint8Array {
  const options = { level, mtime: fixedTime } as const;
  const zip = zipSync(Object.fromEntries(parts), options);
  const dense = directory(zip).filter((entry) => isDense(entry, limits)).map(({ name }) => name);
  if (dense.length === 0) return zip;
  return zipSync(Object.fromEntries([...parts].map(([name, content]): [string, Zippable[string]] => [name, dense.includes(name) ? [content, { level: 0 }] : content])), options);
}

/**
 * Bytes of a solution zip, parts in the order of their names, content types last: the same parts give the same bytes.
 * Throws PackError for more than readZip takes: DULY-PACK-037 too many parts, 041 too many bytes.
 */
export function zipped(parts: ReadonlyMap<string, Uint8Array>, limits: Limits = usualLimits): Uint8Array {
  const names = [...parts.keys()].sort();
  if (names.length >= mostEntries) throw new PackError([faults.crowded("The solution", String(names.length))]);
  const types = encoded(renderDocument(contentTypes(names)));
  const all = new Map([...names.map((name) => [name, parts.get(name) ?? new Uint8Array()] as const), ["[Content_Types].xml", types] as const]);
  const size = [...all.values()].reduce((sum, content) => sum + content.length, 0);
  if (size > limits.total) throw new PackError([faults.oversized("The solution", String(size), String(limits.total))]);
  return written(all, limits);
}
