/** Parses JSON from the host. Half a surrogate pair, which engines treat differently, becomes U+FFFD. */
export function parseJson(text: string): unknown {
  if (!text.includes("\\ud") && !text.includes("\\uD")) return JSON.parse(text.toWellFormed());
  return JSON.parse(text.toWellFormed(), (_key, value: unknown) => (typeof value === "string" ? value.toWellFormed() : value));
}
