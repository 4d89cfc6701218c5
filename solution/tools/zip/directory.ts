import { PackError } from "../fault";
import { faults } from "./faults";
import { isNodeError } from "./text";

/** An entry of a zip's directory with its compressed data. */
export interface Entry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly data: Uint8Array;
  /** Bytes when inflated, as the directory says. */
  readonly size: number;
  readonly crc: number;
}

const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;
const endLength = 22;
const longestComment = 0xffff;

const unreadable = (why: string, where = ""): never => { throw new PackError([faults.unreadable(where, why)]); };

/** The directory's end stands before an optional comment. */
function endOf(zip: Buffer): number {
  for (let at = zip.length - endLength; at >= Math.max(0, zip.length - endLength - longestComment); at -= 1) {
    if (zip.readUInt32LE(at) === signatures.end && at + endLength + zip.readUInt16LE(at + 20) === zip.length) return at;
  }
  return unreadable("it has no directory at its end");
}

interface Record { readonly entry: Entry; readonly next: number }

function nameAt(zip: Buffer, at: number, length: number): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(zip.subarray(at, at + length));
  } catch {
    return unreadable("a name in it is not UTF-8");
  }
}

/** Data of an entry: behind its local header, which must tell the same name. */
function dataOf(zip: Buffer, at: number, name: string, length: number): Uint8Array {
  if (zip.readUInt32LE(at) !== signatures.local) return unreadable("its header is not where the directory says", name);
  const nameLength = zip.readUInt16LE(at + 26);
  if (nameAt(zip, at + 30, nameLength) !== name) return unreadable("its header has another name than the directory", name);
  const start = at + 30 + nameLength + zip.readUInt16LE(at + 28);
  return start + length <= zip.length ? zip.subarray(start, start + length) : unreadable("it is cut off", name);
}

function record(zip: Buffer, at: number): Record {
  if (zip.readUInt32LE(at) !== signatures.central) return unreadable("its directory is damaged");
  const [flags, method, nameLength] = [zip.readUInt16LE(at + 8), zip.readUInt16LE(at + 10), zip.readUInt16LE(at + 28)];
  const name = nameAt(zip, at + 46, nameLength);
  if ((flags & 1) !== 0) return unreadable("it is encrypted", name);
  if (method !== 0 && method !== 8) return unreadable(`it is compressed in a way (${String(method)}) that solution zips do not use`, name);
  const [crc, length, size, header] = [zip.readUInt32LE(at + 16), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24), zip.readUInt32LE(at + 42)];
  if (size === 0xffffffff || length === 0xffffffff) return unreadable("it is larger than 4 GB", name);
  return { entry: { name, method, size, crc, data: dataOf(zip, header, name, length) }, next: at + 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32) };
}

/** Entries of a zip in the order of its directory; nothing is inflated yet. Throws DULY-PACK-020 on anything that is no whole zip. */
export function directory(bytes: Uint8Array): readonly Entry[] {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = zip.length < endLength ? unreadable("it is too short") : endOf(zip);
  const entries: Entry[] = [];
  try {
    let at = zip.readUInt32LE(end + 16);
    for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
      const { entry, next } = record(zip, at);
      entries.push(entry);
      at = next;
    }
  } catch (error) {
    if (isNodeError(error, "ERR_OUT_OF_RANGE", "ERR_BUFFER_OUT_OF_BOUNDS")) return unreadable("its directory leads outside of it");
    throw error;
  }
  return entries;
}
