import { DllError } from "./fault";

/** Sizes and places of ECMA-335 II.25: all numbers are little-endian. */
const u16 = (view: DataView, at: number): number => view.getUint16(at, true);
const u32 = (view: DataView, at: number): number => view.getUint32(at, true);

/** Entry of the data directories that leads to the CLI header. */
const cliDirectory = 14;

interface Section { readonly from: number; readonly size: number; readonly inFile: number; /** Bytes in the file. */ readonly raw: number }

/** Start of the PE header behind its signature: the COFF header. */
function coffHeader(file: DataView): number {
  if (file.byteLength < 64 || u16(file, 0) !== 0x5a4d) throw new DllError("it does not begin as a DLL does (MZ)");
  const at = u32(file, 0x3c);
  if (u32(file, at) !== 0x4550) throw new DllError("it has no PE header");
  return at + 4;
}

const sections = (file: DataView, coff: number): readonly Section[] => Array.from({ length: u16(file, coff + 2) }, (_, index) => {
  const at = coff + 20 + u16(file, coff + 16) + index * 40;
  return { from: u32(file, at + 12), size: Math.max(u32(file, at + 8), u32(file, at + 16)), inFile: u32(file, at + 20), raw: u32(file, at + 16) };
});

/** Place in the file of an address in the loaded image. */
function placeOf(address: number, all: readonly Section[]): number {
  const section = all.find(({ from, size }) => address >= from && address < from + size);
  if (section === undefined) throw new DllError("an address in it leads nowhere");
  return section.inFile + address - section.from;
}

/** Address of the CLI header: PE32 and PE32+ have their directories at different places. */
function cliAddress(file: DataView, coff: number): number {
  const optional = coff + 20;
  const wide = u16(file, optional) === 0x20b;
  const [count, directories] = wide ? [optional + 108, optional + 112] : [optional + 92, optional + 96];
  const address = u32(file, count) > cliDirectory ? u32(file, directories + cliDirectory * 8) : 0;
  if (address === 0) throw new DllError("it is a DLL, but none of .NET");
  return address;
}

/** A run of bytes in the file. */
export interface Span { readonly start: number; readonly end: number }

/** Where the parts of a .NET file stand in it. */
export interface Image {
  readonly metadata: Span;
  /** Null when the file has no room for a signature. */
  readonly signature: Span | null;
  /** Fields of the headers that are written after the file was signed: checksum and certificate. */
  readonly unsigned: readonly Span[];
  /** What is signed: the headers and each section, in this order. */
  readonly signed: readonly Span[];
}

const spanAt = (start: number, size: number): Span => ({ start, end: start + size });

/** A part to which the CLI header leads by address and size. */
const partAt = (file: DataView, entry: number, all: readonly Section[]): Span => spanAt(placeOf(u32(file, entry), all), u32(file, entry + 4));

/** Fields of the optional header, whose directories come later in PE32+. */
const unsigned = (file: DataView, optional: number): readonly Span[] => [spanAt(optional + 64, 4), spanAt(optional + (u16(file, optional) === 0x20b ? 144 : 128), 8)];

/** The parts of a .NET file. Throws DllError, and RangeError when the file ends too soon. */
export function imageOf(bytes: Uint8Array): Image {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const coff = coffHeader(file);
  const all = sections(file, coff);
  const cli = placeOf(cliAddress(file, coff), all);
  const headers = coff + 20 + u16(file, coff + 16) + all.length * 40;
  return {
    metadata: partAt(file, cli + 8, all), signature: u32(file, cli + 32) === 0 ? null : partAt(file, cli + 32, all), unsigned: unsigned(file, coff + 20),
    signed: [spanAt(0, headers), ...all.map(({ inFile, raw }) => spanAt(inFile, raw))],
  };
}

/** The metadata of a .NET file. Throws DllError when the file ends before. */
export function metadataOf(bytes: Uint8Array, { metadata: { start, end } }: Image): DataView {
  if (end > bytes.byteLength) throw new DllError("it ends before its metadata does");
  return new DataView(bytes.buffer, bytes.byteOffset + start, end - start);
}
