import { childOf, childrenOf, type Element, textOf } from "../xml/element";
import { type Contents, type Located, parametersOf } from "./contents";
import { finding, type Finding } from "./finding";

/** Elements that hold one text a language. */
const holders = new Set(["LocalizedNames", "LocalizedCollectionNames", "displaynames", "labels", "Titles", "Descriptions", "displayname", "description"]);

/** A description may be left out altogether, but then in every language. */
const optional = new Set(["Descriptions", "description"]);

/** One text of a component in the languages in which it stands. */
interface Text { readonly place: string; readonly isOptional: boolean; readonly languages: readonly string[]; readonly empty: readonly string[] }

const languageOf = (text: Element): string => text.attributes.languagecode ?? text.attributes.LCID ?? "";
const isBlank = ({ attributes: { description, Title } }: Element): boolean => (description ?? Title ?? "").trim() === "";

/** A chart's drawing has titles of its own kind, which the platform fills in. */
function textsOf(root: Element, trail: string): readonly Text[] {
  const here = `${trail}/${root.attributes.PhysicalName ?? root.attributes.name ?? root.attributes.Id ?? root.attributes.value ?? root.name}`;
  const children = childrenOf(root);
  if (root.name === "presentationdescription") return [];
  if (!holders.has(root.name) || (root.name === "displayname" && "languagecode" in root.attributes)) return children.flatMap((child) => textsOf(child, here));
  return [{ place: `${trail} ${root.name}`, isOptional: optional.has(root.name), languages: children.map(languageOf), empty: children.filter(isBlank).map(languageOf) }];
}

function problemsOf(part: Located, { place, isOptional, languages, empty }: Text, wanted: readonly string[]): readonly Finding[] {
  const missing = isOptional && languages.length === 0 ? [] : wanted.filter((code) => !languages.includes(code));
  const twice = new Set(languages.filter((code, index) => languages.indexOf(code) !== index));
  return [
    ...[...missing, ...(isOptional ? [] : empty)].map((code) => finding("DULY-CHECK-026", part, `${place} in ${code}`)),
    ...[...twice].map((code) => finding("DULY-CHECK-119", part, `${place} in ${code}`)),
    ...languages.filter((code) => !wanted.includes(code)).map((code) => finding("DULY-CHECK-120", part, `${place} in ${code}`)),
  ];
}

/** Every text that a person sees is there once in every language that the package announces, and in no other. */
export function languages(contents: Contents): readonly Finding[] {
  const wanted = childrenOf(childOf(contents.customizations, "Languages") ?? contents.customizations, "Language").map((language) => textOf(language));
  const parts: readonly Located[] = [
    ...contents.tables.values(), ...contents.choices, ...contents.flows, ...contents.dashboards, ...contents.apps, ...contents.siteMaps, ...contents.variables,
    ...contents.apis.flatMap((api) => [api, ...parametersOf(contents, api, "request"), ...parametersOf(contents, api, "response")]),
    { component: "package", path: "solution.xml", root: contents.manifest },
  ];
  return parts.flatMap((part) => textsOf(part.root, "").flatMap((text) => problemsOf(part, text, wanted)));
}
