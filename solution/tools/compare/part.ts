import { createHash } from "node:crypto";
import { type Element, isInstruction } from "../xml/element";
import { parseDocument, XmlError } from "../xml/parse";
import { renderInline } from "../xml/render";
import { decoded, TextError } from "../zip/text";
import type { Found } from "./difference";
import { jsonDifferences } from "./json";
import { meaning } from "./meaning";
import { xmlDifferences } from "./xml";

const described = (content: Uint8Array | undefined): string | null =>
  (content === undefined ? null : `${String(content.length)} bytes, sha256 ${createHash("sha256").update(content).digest("hex").slice(0, 16)}`);

/** Documents in which the order of all children means something, and values hold names with prefixes. */
const sequential = /\.(xaml|rdl|xsl)$/;

/** What differs between two documents: their roots, and the processing instructions beside them. */
function documentDifferences(left: readonly Element[], right: readonly Element[], isSequential: boolean): readonly Found[] {
  const rootOf = (document: readonly Element[]): Element | undefined => document.find((node) => !isInstruction(node));
  const beside = (document: readonly Element[]): string => document.filter(isInstruction).map(renderInline).join("");
  const [a, b] = [rootOf(left), rootOf(right)].map((root) => (root === undefined ? undefined : meaning(root, isSequential)));
  const instructions = { path: "beside the root", left: beside(left), right: beside(right) };
  return [...(instructions.left === instructions.right ? [] : [instructions]), ...xmlDifferences(a, b, { path: "", isSequence: isSequential })];
}

/** Compares texts of a kind by meaning; null when one of them is not of that kind, so that only bytes can tell. */
function byMeaning(name: string, left: Uint8Array, right: Uint8Array): readonly Found[] | null {
  try {
    const [a, b] = [decoded(left), decoded(right)];
    if (name.endsWith(".json")) return jsonDifferences(a, b);
    return /\.(xml|resx|xaml|rdl|xsl)$/.test(name) ? documentDifferences(parseDocument(a), parseDocument(b), sequential.test(name)) : null;
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
