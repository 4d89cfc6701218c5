import { inflateRawSync } from "node:zlib";

const endSignature = 0x06054b50, entrySignature = 0x02014b50, deflated = 8;

/** Far above any entry that is read here; a zip that claims more is not ours. */
const longestEntry = 64 * 1024 * 1024;

function endOf(bytes) {
  for (let at = bytes.length - 22; at >= 0 && at >= bytes.length - 65_557; at -= 1) if (bytes.readUInt32LE(at) === endSignature) return at;
  throw new Error("it has no directory of a zip");
}

function entryAt(bytes, at) {
  if (bytes.readUInt32LE(at) !== entrySignature) throw new Error("its directory is broken");
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
  return {
    name: bytes.toString("utf8", at + 46, at + 46 + nameLength), method: bytes.readUInt16LE(at + 10), packed: bytes.readUInt32LE(at + 20), start: bytes.readUInt32LE(at + 42),
    next: at + 46 + nameLength + extraLength + commentLength,
  };
}

function textOf(bytes, { start, method, packed }) {
  const begin = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
  const content = bytes.subarray(begin, begin + packed);
  return (method === deflated ? inflateRawSync(content, { maxOutputLength: longestEntry }) : content).toString("utf8");
}

/** Entries of a zip: their names, and the text of one by its name ("" when it is not there). Throws Error on anything else. */
export function openZip(bytes) {
  const end = endOf(bytes);
  const entries = new Map();
  for (let at = bytes.readUInt32LE(end + 16), left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const entry = entryAt(bytes, at);
    entries.set(entry.name, entry);
    at = entry.next;
  }
  return { names: [...entries.keys()], text: (name) => (entries.has(name) ? textOf(bytes, entries.get(name)) : "") };
}
