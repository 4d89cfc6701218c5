export type Language = "english" | "hungarian" | "italian" | "french" | "spanish" | "german";

/** Languages as messages call them. */
export const languageNames: Readonly<Record<Language, string>> = { english: "English", hungarian: "Hungarian", italian: "Italian", french: "French", spanish: "Spanish", german: "German" };

/** Languages in words: "German, Italian or English". */
export function anyOf(languages: readonly Language[]): string {
  const names = languages.map((one) => languageNames[one]);
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names[names.length - 1] ?? ""}`;
}

/** How a language writes numbers and days. */
interface Habits {
  readonly group: string;
  readonly decimal: string;
  readonly months: readonly string[] | null;
  readonly day: (year: string, month: string, day: string) => string;
}

const noBreak = "\u00a0";

const englishMonths = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const hungarianMonths = ["január", "február", "március", "április", "május", "június", "július", "augusztus", "szeptember", "október", "november", "december"];

const slashed = (year: string, month: string, day: string): string => `${day}/${month}/${year}`;

export const habits: Readonly<Record<Language, Habits>> = {
  english: { group: ",", decimal: ".", months: englishMonths, day: (year, month, day) => `${Number(day)} ${month} ${year}` },
  hungarian: { group: noBreak, decimal: ",", months: hungarianMonths, day: (year, month, day) => `${year}. ${month} ${Number(day)}.` },
  italian: { group: ".", decimal: ",", months: null, day: slashed },
  french: { group: noBreak, decimal: ",", months: null, day: slashed },
  spanish: { group: ".", decimal: ",", months: null, day: slashed },
  german: { group: ".", decimal: ",", months: null, day: (year, month, day) => `${day}.${month}.${year}` },
};

const ofCountry: ReadonlyMap<string, Language> = new Map([
  ["GB", "english"], ["IE", "english"], ["US", "english"], ["AU", "english"], ["NZ", "english"], ["HU", "hungarian"], ["IT", "italian"], ["SM", "italian"],
  ["FR", "french"], ["MC", "french"], ["ES", "spanish"], ["MX", "spanish"], ["DE", "german"], ["AT", "german"], ["LI", "german"],
]);

/** The language of a country (ISO 3166) that has only one of ours; null for others. */
export const languageOfCountry = (country: string | null): Language | null => ofCountry.get(country?.toUpperCase() ?? "") ?? null;
