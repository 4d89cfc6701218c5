/** Is it an error of Node with one of these codes? */
export const isNodeError = (error: unknown, ...codes: readonly string[]): boolean =>
  typeof error === "object" && error !== null && "code" in error && codes.some((code) => code === error.code);

/** Bytes that are no text. */
export class TextError extends Error {
  constructor(encoding: string) {
    super(`it is not valid ${encoding}`);
    this.name = "TextError";
  }
}

/** Text of a file: UTF-8, or UTF-16 where a byte order mark says so; the mark is dropped. Throws TextError on bytes that are no text. */
export function decoded(content: Uint8Array): string {
  const [first, second] = content;
  const encoding = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(content);
  } catch (error) {
    if (isNodeError(error, "ERR_ENCODING_INVALID_ENCODED_DATA")) throw new TextError(encoding.toUpperCase());
    throw error;
  }
}

export const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);
