import { createHash } from "node:crypto";
import { textOf } from "../xml/element";
import type { Contents, Located } from "./contents";
import { finding, type Finding } from "./finding";

interface Pin { readonly variable: Located; readonly webResource: string; readonly sha256: string }

/** Environment variables whose default pins a web resource: `{"webResource": …, "sha256": …}`. */
function pinIn(variable: Located): readonly Pin[] {
  const [, webResource] = /"webResource"\s*:\s*"([^"]+)"/.exec(textOf(variable.root, "defaultvalue")) ?? [];
  const [, sha256] = /"sha256"\s*:\s*"([^"]+)"/.exec(textOf(variable.root, "defaultvalue")) ?? [];
  return webResource === undefined || sha256 === undefined ? [] : [{ variable, webResource, sha256 }];
}

/** Bytes of a web resource; undefined when the package has none of that name. */
function fileOf({ webResources, entries }: Contents, name: string): Uint8Array | undefined {
  const resource = webResources.find(({ root }) => textOf(root, "Name") === name);
  return resource === undefined ? undefined : entries.get(textOf(resource.root, "FileName").replace(/^\//, ""));
}

/** What a pin says is what the package holds. */
export const pins = (contents: Contents): readonly Finding[] => contents.variables.flatMap(pinIn).flatMap(({ variable, webResource, sha256 }) => {
  const file = fileOf(contents, webResource);
  return file !== undefined && createHash("sha256").update(file).digest("hex") === sha256.toLowerCase() ? [] : [finding("DULY-CHECK-078", variable, webResource)];
});
