/** Text of a file: UTF-8, or UTF-16 where a byte order mark says so; the mark is dropped. Throws on bytes that are no text. */
export function decoded(content: Uint8Array): string {
  const [first, second] = content;
  const encoding = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding, { fatal: true }).decode(content);
}

export const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);
