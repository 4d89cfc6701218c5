/** As many characters as a number with more than 15 digits has at least; most bodies have none such. */
const LONG_NUMBER = /[\d.eE+-]{16}/;
// Bounded: V8 remembers every digit that it could give back, and a text of 15 million of them came to the end of that memory.
const STRING_MARK_OR_NUMBER = /\\[^]|"|-?\d{1,999}(?:\.\d{1,999})?(?:[eE][+-]?\d{1,9})?/g;

/** JSON text whose numbers with more than 15 digits are texts, so that no digit of a decimal is lost: a double keeps 15 of them for certain. */
export function withExactNumbers(text: string): string {
  if (!LONG_NUMBER.test(text)) return text;
  let inString = false;
  // Character by character: one expression for a whole string overflows the stack at some megabytes.
  return text.replace(STRING_MARK_OR_NUMBER, (token) => {
    if (token === '"') inString = !inString;
    else if (!inString && token.replace(/\D/g, "").length > 15) return `"${token}"`;
    return token;
  });
}

const SURROGATE = /\\u[dD][89a-fA-F]/;
const PAIR_OR_ESCAPE = /(\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2})|(\\u[dD][89a-fA-F][\da-fA-F]{2})|\\[^]/g;

/** JSON text whose strings are well-formed Unicode: half a surrogate pair becomes U+FFFD, as in every text that the platform stores. */
export function withWellFormedStrings(text: string): string {
  const raw = text.toWellFormed();
  if (!SURROGATE.test(raw)) return raw;
  return raw.replace(PAIR_OR_ESCAPE, (token, _pair: string | undefined, half: string | undefined) => (half === undefined ? token : "\\ufffd"));
}
