import { english, hungarian, type Text } from "../model/text";

/** Gives every label in all languages and remembers what was asked for, so that missing and superfluous translations show. */
export interface Labels {
  /** `key` names the label for good ("column.debtor.level"); `text` is the English that the schema holds. */
  say(key: string, text: string): Text;
  /** Keys asked for that have no translation. */
  missing(): readonly string[];
  /** Keys translated that nothing asked for. */
  superfluous(): readonly string[];
}

/** A text that is not translated: descriptions of system columns and the like. */
export const onlyEnglish = (text: string): Text => [{ lcid: english, text }];

/** Labels with Hungarian from `translations` (key -> text). */
export function labels(translations: Readonly<Record<string, string>>): Labels {
  const asked = new Set<string>();
  return {
    say(key, text) {
      asked.add(key);
      const translated = translations[key];
      return translated === undefined ? onlyEnglish(text) : [{ lcid: english, text }, { lcid: hungarian, text: translated }];
    },
    missing: () => [...asked].filter((key) => translations[key] === undefined).sort(),
    superfluous: () => Object.keys(translations).filter((key) => !asked.has(key)).sort(),
  };
}
