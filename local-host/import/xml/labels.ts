import type { Labels } from "../../metadata/model";
import { itemsOf, type Element } from "./element";

const ENGLISH = 1033;

/** The texts of all languages below a collection such as `<displaynames>`, `<LocalizedNames>` or `<labels>`; English falls back to the first one. */
export function labelsOf(parent: Element | undefined, collection: string, fallback = ""): Labels {
  const pairs = itemsOf(parent, collection).map(({ attributes }): [number, string] =>
    [Number(attributes["languagecode"] ?? attributes["LCID"] ?? ENGLISH), attributes["description"] ?? attributes["Title"] ?? ""]);
  const labels = Object.fromEntries(pairs.filter(([, text]) => text !== ""));
  const english = labels[ENGLISH] ?? Object.values(labels)[0] ?? fallback;
  return english === "" ? labels : { ...labels, [ENGLISH]: english };
}

/** The English text, or the first there is. */
export const labelIn = (labels: Labels, fallback = ""): string => labels[ENGLISH] ?? Object.values(labels)[0] ?? fallback;
