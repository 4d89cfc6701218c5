import { DllError } from "./fault";

/** A part of the metadata: from where, how long. */
interface Stream { readonly name: string; readonly view: DataView }

/** Text up to the next zero. */
export function textAt(view: DataView, at: number): string {
  let end = at;
  while (view.getUint8(end) !== 0) end += 1;
  return new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at, end - at));
}

/** The streams that the metadata root lists (ECMA-335 II.24.2.1); their headers are padded to four bytes. */
function streams(metadata: DataView): readonly Stream[] {
  if (metadata.getUint32(0, true) !== 0x424a5342) throw new DllError("its metadata does not begin as it should (BSJB)");
  let at = 16 + metadata.getUint32(12, true);
  const count = metadata.getUint16(at + 2, true);
  at += 4;
  return Array.from({ length: count }, () => {
    const [from, size, name] = [metadata.getUint32(at, true), metadata.getUint32(at + 4, true), textAt(metadata, at + 8)];
    at += 8 + Math.ceil((name.length + 1) / 4) * 4;
    if (from + size > metadata.byteLength) throw new DllError(`its stream ${name} is longer than its metadata`);
    return { name, view: new DataView(metadata.buffer, metadata.byteOffset + from, size) };
  });
}

/** Texts, binary values and tables of the metadata. */
export interface Heaps { readonly strings: DataView; readonly blobs: DataView; readonly tables: DataView }

export function heapsOf(metadata: DataView): Heaps {
  const all = streams(metadata);
  const the = (name: string): DataView => {
    const found = all.find((stream) => stream.name === name);
    if (found === undefined) throw new DllError(`its metadata has no stream ${name}`);
    return found.view;
  };
  return { strings: the("#Strings"), blobs: the("#Blob"), tables: the("#~") };
}

/** A binary value: its length stands before it in one, two or four bytes (ECMA-335 II.24.2.4). */
export function blobAt(blobs: DataView, at: number): Uint8Array {
  const first = blobs.getUint8(at);
  const [head, length] = first < 0x80 ? [1, first] : first < 0xc0 ? [2, blobs.getUint16(at) & 0x3fff] : [4, blobs.getUint32(at) & 0x1fffffff];
  if (at + head + length > blobs.byteLength) throw new DllError("a value in it is longer than its stream");
  return new Uint8Array(blobs.buffer, blobs.byteOffset + at + head, length);
}
