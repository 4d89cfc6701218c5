import { createHash } from "node:crypto";
import { DllError } from "./fault";
import { imageOf, metadataOf } from "./image";
import { tableNumbers } from "./layout";
import { type Signature, signatureOf } from "./signature";
import { blobAt, heapsOf, type Heaps, textAt } from "./streams";
import { type Table, tablesOf } from "./tables";

/** What a .NET assembly says of itself. */
export interface Assembly {
  /** "Duly.TsHost, Version=1.0.0.0, Culture=neutral, PublicKeyToken=…"; without a key the token is "null". */
  readonly fullName: string;
  /** Types that other assemblies see, by full name; those inside others as "Outer+Inner". */
  readonly publicTypes: ReadonlySet<string>;
  readonly signature: Signature;
}

/** The last eight bytes of the key's SHA-1, backwards (ECMA-335 II.6.3). */
const tokenOf = (key: Uint8Array): string => (key.length === 0 ? "null" : createHash("sha1").update(key).digest().subarray(-8).reverse().toString("hex"));

/** The public key in the metadata; empty when the assembly has no strong name. */
const keyOf = ({ blobs }: Heaps, [row]: Table): Uint8Array => blobAt(blobs, row?.[6] ?? 0);

function fullName({ strings, blobs }: Heaps, [row]: Table): string {
  if (row === undefined) throw new DllError("it is a module and no assembly");
  const [, major = 0, minor = 0, build = 0, revision = 0, , key = 0, name = 0, culture = 0] = row;
  const version = [major, minor, build, revision].join(".");
  return `${textAt(strings, name)}, Version=${version}, Culture=${textAt(strings, culture) || "neutral"}, PublicKeyToken=${tokenOf(blobAt(blobs, key))}`;
}

/** Visibility in a type's flags: public, and public inside another (ECMA-335 II.23.1.15). */
const seen: ReadonlySet<number> = new Set([1, 2]);

/** Row of a type -> its full name when it and all around it are public. */
function publicTypes({ strings }: Heaps, types: Table, nested: Table): ReadonlySet<string> {
  const around = new Map(nested.map(([inner = 0, outer = 0]) => [inner, outer]));
  const nameOf = (row: number): string | null => {
    const [flags = 0, name = 0, space = 0] = types[row - 1] ?? [];
    if (!seen.has(flags & 7)) return null;
    const [simple, namespace, outer] = [textAt(strings, name), textAt(strings, space), around.get(row)];
    if (outer === undefined) return namespace === "" ? simple : `${namespace}.${simple}`;
    const outside = outer < row ? nameOf(outer) : null;
    return outside === null ? null : `${outside}+${simple}`;
  };
  return new Set(types.map((_, index) => nameOf(index + 1)).filter((name) => name !== null));
}

function read(file: Uint8Array): Assembly {
  const image = imageOf(file);
  const heaps = heapsOf(metadataOf(file, image));
  const [types = [], assembly = [], nested = []] = tablesOf(heaps.tables, [tableNumbers.typeDef, tableNumbers.assembly, tableNumbers.nestedClass]);
  return { fullName: fullName(heaps, assembly), publicTypes: publicTypes(heaps, types, nested), signature: signatureOf(file, image, keyOf(heaps, assembly)) };
}

/** Reads name, public types and signature of an assembly out of its metadata (ECMA-335 II.22 to II.25), whoever compiled it; the reason instead when it is none. */
export function readAssembly(file: Uint8Array): Assembly | { readonly unreadable: string } {
  try {
    return read(file);
  } catch (error) {
    if (error instanceof DllError) return { unreadable: error.message };
    if (error instanceof RangeError) return { unreadable: "it ends before its metadata does" };
    throw error;
  }
}
