import { childOf, childrenOf, type Element, textOf } from "../xml/element";
import type { Contents, Located } from "./contents";
import type { Finding } from "./finding";

/** Elements that hold one text a language. Descriptions are English only. */
const texts = new Set(["LocalizedNames", "LocalizedCollectionNames", "displaynames", "labels", "Titles"]);

function incomplete(root: Element, wanted: readonly string[], trail: string): readonly string[] {
  const here = `${trail}/${root.attributes.PhysicalName ?? root.attributes.name ?? root.attributes.Id ?? root.attributes.value ?? root.name}`;
  if (!texts.has(root.name)) return childrenOf(root).flatMap((child) => incomplete(child, wanted, here));
  const present = childrenOf(root).map((text) => text.attributes.languagecode ?? text.attributes.LCID);
  return wanted.filter((code) => !present.includes(code)).map((code) => `${trail} ${root.name} in ${code}`);
}

/** Every label is there in every language that the package announces. */
export function languages(contents: Contents): readonly Finding[] {
  const wanted = childrenOf(childOf(contents.customizations, "Languages") ?? contents.customizations, "Language").map((language) => textOf(language));
  const tables = [...contents.tables.values()];
  const files: readonly Located[] = [
    ...tables.map((table) => ({ path: table.path, root: table.entity })), ...tables.flatMap((table) => [...table.forms, ...table.views]),
    ...contents.choices, ...contents.flows, ...contents.apps, ...contents.siteMaps,
  ];
  return files.flatMap(({ path, root }) => incomplete(root, wanted, "").map((place): Finding =>
    ({ code: "DULY-CHECK-026", where: path, message: `Label missing: ${place}. Add it to solution/labels/.` })));
}
