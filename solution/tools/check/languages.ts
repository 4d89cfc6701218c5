import { childOf, childrenOf, type Element, textOf } from "../xml/element";
import { type Contents, type Located, parametersOf } from "./contents";
import { finding, type Finding } from "./finding";

/** Elements that hold one text a language. */
const texts = new Set(["LocalizedNames", "LocalizedCollectionNames", "displaynames", "labels", "Titles", "Descriptions", "displayname", "description"]);

/** A chart's drawing has titles of its own kind, which the platform fills in. A description may be left out altogether, but then in every language. */
const optional = new Set(["Descriptions", "description"]);

function incomplete(root: Element, wanted: readonly string[], trail: string): readonly string[] {
  const here = `${trail}/${root.attributes.PhysicalName ?? root.attributes.name ?? root.attributes.Id ?? root.attributes.value ?? root.name}`;
  const children = childrenOf(root);
  if (root.name === "presentationdescription") return [];
  if (!texts.has(root.name) || (root.name === "displayname" && "languagecode" in root.attributes)) return children.flatMap((child) => incomplete(child, wanted, here));
  if (optional.has(root.name) && children.length === 0) return [];
  const present = children.map((text) => text.attributes.languagecode ?? text.attributes.LCID);
  return wanted.filter((code) => !present.includes(code)).map((code) => `${trail} ${root.name} in ${code}`);
}

/** Every text that a person sees is there in every language that the package announces. */
export function languages(contents: Contents): readonly Finding[] {
  const wanted = childrenOf(childOf(contents.customizations, "Languages") ?? contents.customizations, "Language").map((language) => textOf(language));
  const parts: readonly Located[] = [
    ...contents.tables.values(), ...contents.choices, ...contents.flows, ...contents.dashboards, ...contents.apps, ...contents.siteMaps, ...contents.variables,
    ...contents.apis.flatMap((api) => [api, ...parametersOf(contents, api, "request"), ...parametersOf(contents, api, "response")]),
    { component: "package", path: "solution.xml", root: contents.manifest },
  ];
  return parts.flatMap((part) => incomplete(part.root, wanted, "").map((place) => finding("DULY-CHECK-026", part, place)));
}
