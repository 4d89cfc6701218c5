import { inflateRawSync } from "node:zlib";
import { PackError, refuse } from "../fault";
import { crc32 } from "./crc";
import { directory, type Entry } from "./directory";
import { faults } from "./faults";
import { leaves } from "./harmless";
import { isNodeError } from "./text";
import { requireBearable } from "./weight";

/** How much a zip may hold: bytes of all parts together, and how many times its own size a part may become. */
export interface Limits { readonly total: number; readonly ratio: number }

export const usualLimits: Limits = { total: 512 * 1024 * 1024, ratio: 400 };

/** Small parts may repeat themselves as often as they like. */
const smallest = 1024 * 1024;

const plain = (name: string): string => name.replace(/%7B/gi, "{").replace(/%7D/gi, "}");

/** Every name is harmless and unique before anything is inflated. File systems and the platform take names that differ only in case for one. */
function checkNames(entries: readonly Entry[]): void {
  const seen = new Set<string>();
  for (const { name } of entries) {
    const why = leaves(name);
    const key = plain(name).toLowerCase();
    if (why !== null) throw new PackError([faults.leaves(JSON.stringify(name), why)]);
    if (seen.has(key)) throw new PackError([faults.duplicate(name)]);
    seen.add(key);
  }
}

/** Does the part become more times as large when inflated than is allowed? */
export const isDense = ({ size, data }: Entry, { ratio }: Limits): boolean => size > smallest && size > data.length * ratio;

function checkSizes(entries: readonly Entry[], limits: Limits): void {
  const { total, ratio } = limits;
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (size > total) throw new PackError([faults.bomb("", `The zip says that it holds ${String(size)} bytes, more than ${String(total)}`)]);
  refuse(entries.filter((entry) => isDense(entry, limits))
    .map((entry) => faults.bomb(entry.name, `becomes ${String(Math.round(entry.size / Math.max(1, entry.data.length)))} times as large when inflated, more than ${String(ratio)} times`)));
}

/** Inflates no further than the directory says, so that a lie about the size cannot fill the memory. */
function inflated({ name, method, data, size, crc }: Entry): Uint8Array {
  try {
    const content = method === 0 ? data : new Uint8Array(inflateRawSync(data, { maxOutputLength: Math.max(1, size) }));
    if (content.length === size && crc32(content) === crc) return content;
  } catch (error) {
    if (isNodeError(error, "ERR_BUFFER_TOO_LARGE")) throw new PackError([faults.bomb(name, `holds more than the ${String(size)} bytes that the zip says`)]);
    throw new PackError([faults.unreadable(name, `its compressed data are damaged (${error instanceof Error ? error.message : String(error)})`)]);
  }
  throw new PackError([faults.unreadable(name, "its size or check sum is not what the zip says")]);
}

/**
 * The parts of a zip by name, `%7B` as `{`; entries of folders are skipped. Throws PackError before anything is inflated:
 * DULY-PACK-020 no zip or damaged, 021 names that leave the folder, 022 names twice, 023 larger than the limits. Before anything is parsed: 046 too many elements and values.
 */
export function readZip(zip: Uint8Array, limits: Limits = usualLimits): ReadonlyMap<string, Uint8Array> {
  const entries = directory(zip).filter(({ name }) => !/^[^/\\].*\/$/.test(name) || name.includes(".."));
  checkNames(entries);
  checkSizes(entries, limits);
  const parts = new Map(entries.map((entry) => [plain(entry.name), inflated(entry)]));
  requireBearable(parts);
  return parts;
}
