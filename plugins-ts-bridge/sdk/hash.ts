/** 64 bits of a text in hexadecimal: tells versions apart, protects nothing. */
export function hashOf(text: string): string {
  let left = 0x811c9dc5;
  let right = 0x1b873593;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    left = Math.imul(left ^ code, 16777619);
    right = Math.imul(right ^ (right >>> 15) ^ code, 2246822519);
  }
  return [left, right].map((part) => (part >>> 0).toString(16).padStart(8, "0")).join("");
}
