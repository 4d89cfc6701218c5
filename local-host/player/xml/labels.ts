import { attribute, children } from "./element";

/** LCID -> text. */
export type Labels = ReadonlyMap<number, string>;

/** Text in the user's language, else English, else any; empty when there is none. */
export function labelIn(labels: Labels, lcid: number): string {
  return labels.get(lcid) || labels.get(1033) || [...labels.values()][0] || "";
}

/** Reads `<labels><label description languagecode/></labels>`; empty texts are left out. */
export function readLabels(owner: Element | null): Labels {
  const labels = children(children(owner, "labels")[0] ?? null, "label")
    .map((label): [number, string] => [Number(attribute(label, "languagecode")), attribute(label, "description")]);
  return new Map(labels.filter(([, text]) => text !== ""));
}
