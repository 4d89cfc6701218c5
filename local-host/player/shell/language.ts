const LOCALES: Readonly<Record<number, string>> = {
  1029: "cs-CZ", 1030: "da-DK", 1031: "de-DE", 1033: "en-US", 1036: "fr-FR", 1038: "hu-HU", 1040: "it-IT", 1043: "nl-NL", 1045: "pl-PL",
  1048: "ro-RO", 1051: "sk-SK", 1053: "sv-SE", 2057: "en-GB", 2070: "pt-PT", 3082: "es-ES", 1025: "ar-SA", 1037: "he-IL",
};
const RIGHT_TO_LEFT = [1025, 1037];

/** BCP 47 tag of an LCID; "en-US" for one that is not known. */
export const localeOf = (lcid: number): string => LOCALES[lcid] ?? "en-US";
export const isRightToLeft = (lcid: number): boolean => RIGHT_TO_LEFT.includes(lcid);

/** Name of a language in itself: "magyar". */
export const languageName = (lcid: number): string => {
  const tag = localeOf(lcid).slice(0, 2);
  return new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
};

const COOKIE = "player-language";
const YEAR = 365 * 24 * 60 * 60;

/** Text for `document.cookie` that keeps the chosen language for a year. */
export const languageCookie = (lcid: string): string => `${COOKIE}=${lcid}; path=/; max-age=${YEAR}; SameSite=Strict`;

/** Where the language of the user stands: query of the address, cookies of the page, language of the browser. */
export interface LanguageSources { readonly search: string; readonly cookies: string; readonly browser: string }

/** LCID of the user: `lang` of the address, else what was chosen before, else Hungarian for a Hungarian browser, else English. */
export function userLanguage({ search, cookies, browser }: LanguageSources): number {
  const [, chosen] = new RegExp(`(?:^|; )${COOKIE}=(\\d+)`).exec(cookies) ?? [];
  const asked = Number(new URLSearchParams(search).get("lang")) || Number(chosen);
  if (asked > 0) return asked;
  return browser.toLowerCase().startsWith("hu") ? 1038 : 1033;
}
