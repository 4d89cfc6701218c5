import { createHash } from "node:crypto";
import { parseXml, XmlError } from "../xml/parse";
import { resolved } from "../zip/scope";
import { decoded, TextError } from "../zip/text";
import type { Found } from "./difference";
import { jsonDifferences } from "./json";
import { xmlDifferences } from "./xml";

const described = (content: Uint8Array | undefined): string | null =>
  (content === undefined ? null : `${String(content.length)} bytes, sha256 ${createHash("sha256").update(content).digest("hex").slice(0, 16)}`);

/** Compares texts of a kind by meaning; null when one of them is not of that kind, so that only bytes can tell. */
function byMeaning(name: string, left: Uint8Array, right: Uint8Array): readonly Found[] | null {
  try {
    const [a, b] = [decoded(left), decoded(right)];
    if (name.endsWith(".json")) return jsonDifferences(a, b);
    return /\.(xml|resx|xaml|rdl|xsl)$/.test(name) ? xmlDifferences(resolved(parseXml(a)), resolved(parseXml(b)), "") : null;
  } catch (error) {
    if (error instanceof XmlError || error instanceof SyntaxError || error instanceof TextError) return null;
    throw error;
  }
}

/** What differs between two parts of one name: XML and JSON by meaning, anything else by its bytes. */
export function partDifferences(name: string, left: Uint8Array | undefined, right: Uint8Array | undefined): readonly Found[] {
  if (left !== undefined && right !== undefined && Buffer.from(left).equals(right)) return [];
  const found = left === undefined || right === undefined ? null : byMeaning(name, left, right);
  return found ?? [{ path: "", left: described(left), right: described(right) }];
}
