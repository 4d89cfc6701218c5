import type { Labels, Metadata } from "../metadata/model";

const LCIDS: Readonly<Record<string, number>> = { en: 1033, hu: 1038, de: 1031 };

/** LCID for labels and formats: the client's first language where the package carries it, else English. */
export function languageOf(metadata: Metadata, accepted: string | undefined): number {
  const [, tag = ""] = /^\s*([a-z]{2})/i.exec(accepted ?? "") ?? [];
  const lcid = LCIDS[tag.toLowerCase()] ?? 1033;
  return metadata.languages.includes(lcid) ? lcid : 1033;
}

/** A label in a language, else in English. */
export const labelOf = (labels: Labels, language: number): string => labels[language] ?? labels[1033] ?? "";
