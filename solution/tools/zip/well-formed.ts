import { type Fault, PackError } from "../fault";
import { faults } from "./faults";
import { type Folder, xmlOf } from "./folder";
import { decoded, TextError } from "./text";

/** What web resources, controls and templates hold is their authors'; their definitions and manifests are read. */
const foreign = (path: string): boolean => /^(WebResources|Controls|Templates\/EmailDocuments)\//.test(path) && !/(\.data\.xml|^Controls\/[^/]+\/ControlManifest\.xml)$/.test(path);

/** Value of a JSON text, or why there is none. */
function parsed(text: string): { readonly error: string | null } {
  try {
    JSON.parse(text);
    return { error: null };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** The first line with which the text can no longer become JSON. A JSON token never spans lines, so all lines before it end too early. */
function brokenLine(text: string): number {
  const lines = text.trimEnd().split("\n");
  const endsEarly = (count: number): boolean => {
    const part = `${lines.slice(0, count).join("\n")}\n`;
    const { error } = parsed(part);
    return error === null || error.startsWith("Unexpected end") || Number(/at position (\d+)/.exec(error)?.[1]) >= part.length;
  };
  let [good, bad] = [0, lines.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (endsEarly(middle)) good = middle; else bad = middle;
  }
  return bad;
}

function jsonFault(path: string, content: Uint8Array): Fault | null {
  try {
    const text = decoded(content);
    const { error } = parsed(text);
    return error === null ? null : { ...faults.malformedJson(path, error), line: brokenLine(text) };
  } catch (error) {
    if (error instanceof TextError) return faults.malformedJson(path, error.message);
    throw error;
  }
}

function xmlFault(folder: Folder, path: string): readonly Fault[] {
  try {
    xmlOf(folder, path);
    return [];
  } catch (error) {
    if (error instanceof PackError) return error.faults;
    throw error;
  }
}

/** Every XML and JSON file that cannot be read, each with its line. */
export const malformedFiles = (folder: Folder): readonly Fault[] => [...folder].filter(([path]) => !foreign(path)).flatMap(([path, content]) => {
  if (/\.(xml|xaml|rdl)$/i.test(path)) return xmlFault(folder, path);
  const fault = /\.json$/i.test(path) ? jsonFault(path, content) : null;
  return fault === null ? [] : [fault];
});
