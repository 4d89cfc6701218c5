import { createHash } from "node:crypto";
import { prefix } from "../../model/names";
import { pluginTypes } from "../plugin";
import { textOf } from "../xml/element";
import { type Contents, type Located, webResourceFile, whole } from "./contents";
import { finding, type Finding } from "./finding";
import { typeOf } from "./steps";

/** A web resource that an environment variable fixes by its hash. */
export interface Pin { readonly variable: Located; readonly webResource: string; readonly sha256: string }

/** Environment variables whose default pins a web resource: `{"webResource": …, "sha256": …}`. */
function pinIn(variable: Located): readonly Pin[] {
  const [, webResource] = /"webResource"\s*:\s*"([^"]+)"/.exec(textOf(variable.root, "defaultvalue")) ?? [];
  const [, sha256] = /"sha256"\s*:\s*"([^"]+)"/.exec(textOf(variable.root, "defaultvalue")) ?? [];
  return webResource === undefined || sha256 === undefined ? [] : [{ variable, webResource, sha256 }];
}

/** Every pin of the package. */
export const pinsOf = (contents: Contents): readonly Pin[] => contents.variables.flatMap(pinIn);

/** The variable from which the host of the rules takes its bundle, and the types of that host, by id or key. */
const rulesVariable = `${prefix}_rules`;
const hostTypes: ReadonlySet<string> = new Set(Object.values(pluginTypes).flatMap(({ id, exportKey }) => [id, exportKey.toLowerCase()]));

/** Steps and custom APIs of the rules need a bundle. */
function unpinned(contents: Contents): readonly Finding[] {
  const runsRules = [...contents.steps, ...contents.apis].some((part) => hostTypes.has(typeOf(part)));
  const isPinned = pinsOf(contents).some(({ variable }) => variable.root.attributes.schemaname === rulesVariable);
  return runsRules && !isPinned ? [finding("DULY-CHECK-151", whole, rulesVariable)] : [];
}

const wrong = (contents: Contents): readonly Finding[] => pinsOf(contents).flatMap(({ variable, webResource, sha256 }) => {
  const file = webResourceFile(contents, webResource);
  if (file === undefined) return [finding("DULY-CHECK-095", variable, webResource)];
  return createHash("sha256").update(file).digest("hex") === sha256.toLowerCase() ? [] : [finding("DULY-CHECK-078", variable, webResource)];
});

/** What a pin says is what the package holds, and the rules have one. */
export const pins = (contents: Contents): readonly Finding[] => [...unpinned(contents), ...wrong(contents)];
