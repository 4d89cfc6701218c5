import { createHash } from "node:crypto";
import { textOf } from "../xml/element";
import { type Contents, type Located, webResourceFile } from "./contents";
import { finding, type Finding } from "./finding";

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

/** What a pin says is what the package holds. */
export const pins = (contents: Contents): readonly Finding[] => pinsOf(contents).flatMap(({ variable, webResource, sha256 }) => {
  const file = webResourceFile(contents, webResource);
  if (file === undefined) return [finding("DULY-CHECK-095", variable, webResource)];
  return createHash("sha256").update(file).digest("hex") === sha256.toLowerCase() ? [] : [finding("DULY-CHECK-078", variable, webResource)];
});
