import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { answersHere } from "./answers.mjs";
import { reasonOf, SmokeFault } from "./messages.mjs";
import { openZip } from "./zip.mjs";

/** Unique name of Duly's solution. */
const own = "duly";

const kinds = { table: "1", role: "20", flow: "29", step: "92" };

const unescaped = (text) => text.replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");

const first = (text, pattern) => unescaped(pattern.exec(text)?.[1] ?? "");

/** Root components of one kind: the lower-case value of an attribute, without braces. */
const roots = (manifest, kind, attribute) => [...manifest.matchAll(/<RootComponent\b[^>]*>/g)].map(([tag]) => tag)
  .filter((tag) => first(tag, /\btype="(\d+)"/) === kind).map((tag) => first(tag, new RegExp(`\\b${attribute}="([^"]+)"`)).replace(/[{}]/g, "").toLowerCase());

const folders = (names, folder) => [...new Set(names.filter((name) => name.startsWith(`${folder}/`)).map((name) => name.split("/")[1]))];

/** SHA-256 of the rule bundle that the package pins; "" when it pins none. */
function pinnedSha(zip) {
  const text = first(zip.text("environmentvariabledefinitions/duly_rules/environmentvariabledefinition.xml"), /<defaultvalue>([^<]*)<\/defaultvalue>/);
  return text === "" ? "" : String(JSON.parse(text).sha256 ?? "");
}

/** What the pinned bundle answers here to its recorded calls; "" when the package has none. */
function answersOf(zip, sha256) {
  const bundle = zip.names.filter((name) => name.startsWith("WebResources/")).map(zip.text).find((text) => createHash("sha256").update(text, "utf8").digest("hex") === sha256);
  return bundle === undefined ? "" : answersHere(bundle);
}

function contentsOf(zip, file) {
  const manifest = zip.text("solution.xml");
  if (!manifest.includes("<SolutionManifest>")) throw new Error("it has no solution.xml");
  const solution = first(manifest, /<UniqueName>([^<]*)</);
  if (solution !== own) throw new SmokeFault("DULY-SMOKE-007", { file, solution });
  const sha256 = pinnedSha(zip);
  return {
    solution, version: first(manifest, /<Version>([^<]*)</),
    tables: roots(manifest, kinds.table, "schemaName"), roles: roots(manifest, kinds.role, "id"), flows: roots(manifest, kinds.flow, "id"), steps: roots(manifest, kinds.step, "id"),
    variables: folders(zip.names, "environmentvariabledefinitions"), sha256, answers: answersOf(zip, sha256),
    connections: [...zip.text("customizations.xml").matchAll(/connectionreferencelogicalname="([^"]+)"/g)].map((match) => unescaped(match[1])),
  };
}

/** What the package brings, read from the zip itself: there is no second list to keep. Throws SmokeFault. */
export function readPackage(file) {
  try {
    return contentsOf(openZip(readFileSync(file)), file);
  } catch (error) {
    if (error instanceof SmokeFault) throw error;
    throw new SmokeFault("DULY-SMOKE-005", { file, reason: reasonOf(error) });
  }
}
