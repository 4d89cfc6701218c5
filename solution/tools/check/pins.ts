import { createHash } from "node:crypto";
import { textOf } from "../xml/element";
import { type Contents, type Located, webResourceFile } from "./contents";
import { finding, type Finding } from "./finding";

interface Pin { readonly variable: Located; readonly webResource: string; readonly sha256: string }

/** Environment variables whose default pins a web resource: `{"webResource": …, "sha256": …}`. */
function pinIn(variable: Located): readonly Pin[] {
  const [, webResource] = /"webResource"\s*:\s*"([^"]+)"/.exec(textOf(variable.root, "defaultvalue")) ?? [];
  const [, sha256] = /"sha256"\s*:\s*"([^"]+)"/.exec(textOf(variable.root, "defaultvalue")) ?? [];
  return webResource === undefined || sha256 === undefined ? [] : [{ variable, webResource, sha256 }];
}

/** What a pin says is what the package holds. */
export const pins = (contents: Contents): readonly Finding[] => contents.variables.flatMap(pinIn).flatMap(({ variable, webResource, sha256 }) => {
  const file = webResourceFile(contents, webResource);
  return file !== undefined && createHash("sha256").update(file).digest("hex") === sha256.toLowerCase() ? [] : [finding("DULY-CHECK-078", variable, webResource)];
});
