import { constants, createHash, createPublicKey, publicDecrypt } from "node:crypto";
import type { Image, Span } from "./image";

/** Hashes by their number in a public key; 0 stands for the first. */
const hashes: Readonly<Record<number, string>> = { 0: "sha1", 0x8004: "sha1", 0x800c: "sha256", 0x800d: "sha384", 0x800e: "sha512" };

/** An RSA key as JSON Web Keys write it, and the hash that it signs. */
interface StrongNameKey { readonly e: string; readonly n: string; readonly hash: string }

/** Biggest byte first. */
const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).reverse().toString("base64url");

/** The key of an assembly: three numbers, then Windows' PUBLICKEYBLOB. Null when it is another kind, such as the key of ECMA itself. */
function keyOf(blob: Uint8Array): StrongNameKey | null {
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  if (blob.length <= 32 || view.getUint32(20, true) !== 0x31415352) return null;
  const hash = hashes[view.getUint32(4, true)];
  return hash === undefined ? null : { e: base64url(blob.subarray(28, 32)), n: base64url(blob.subarray(32)), hash };
}

/** The span without a part of it. */
const without = (span: Span, { start, end }: Span): readonly Span[] =>
  (start >= span.start && end <= span.end ? [{ start: span.start, end: start }, { start: end, end: span.end }] : [span]);

/** The hash of headers, with what is written later as zeros, and sections, without the place of the signature. */
function signedHash(file: Uint8Array, { signed, unsigned }: Image, signature: Span, hash: string): Buffer {
  const plain = file.slice();
  for (const { start, end } of unsigned) plain.fill(0, start, end);
  const sum = createHash(hash);
  for (const { start, end } of signed.flatMap((span) => without(span, signature))) sum.update(plain.subarray(start, end));
  return sum.digest();
}

/** The hash that was signed, behind a header that names its kind; empty when this key did not sign. */
function opened({ e, n }: StrongNameKey, signature: Uint8Array): Buffer {
  try {
    const key = createPublicKey({ key: { kty: "RSA", e, n }, format: "jwk" });
    return publicDecrypt({ key, padding: constants.RSA_PKCS1_PADDING }, Buffer.from(signature).reverse());
  } catch (error) {
    if (typeof error === "object" && error !== null && "code" in error) return Buffer.alloc(0);
    throw error;
  }
}

/** Is an assembly as it was signed? "none" = it is not signed, or only its place is kept, or by a kind of key that is not known here. */
export type Signature = "right" | "wrong" | "none";

/** Verifies the strong name of an assembly by the public key in it (ECMA-335 II.6.2.1.3). */
export function signatureOf(file: Uint8Array, image: Image, publicKey: Uint8Array): Signature {
  const key = keyOf(publicKey);
  if (image.signature === null || key === null) return "none";
  const bytes = file.subarray(image.signature.start, image.signature.end);
  if (bytes.every((byte) => byte === 0)) return "none";
  const hash = signedHash(file, image, image.signature, key.hash);
  return opened(key, bytes).subarray(-hash.length).equals(hash) ? "right" : "wrong";
}
