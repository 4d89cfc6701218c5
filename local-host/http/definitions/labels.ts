import type { Labels } from "../../metadata/model";

/** A text in all languages, as the platform's Label. */
export function label(labels: Labels, language: number): object {
  const texts = Object.entries(labels).map(([code, text]) => localized(text, Number(code)));
  return { LocalizedLabels: texts, UserLocalizedLabel: texts.find(({ LanguageCode }) => LanguageCode === language) ?? texts.find(({ LanguageCode }) => LanguageCode === 1033) ?? null };
}

const localized = (text: string, code: number) => ({ Label: text, LanguageCode: code, IsManaged: false, MetadataId: null, HasChanged: null });

/** A property that managed solutions can lock. */
export const managed = (value: unknown): object => ({ Value: value, CanBeChanged: true });
