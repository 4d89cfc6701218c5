import type { Channel } from "../contactpoints/contactpoint";
import type { Language } from "./language";

/** The words of a template in one language, with {{merge fields}}. */
export interface TemplateText {
  /** Of its row. */
  readonly name: string;
  readonly language: Language;
  readonly subject: string;
  readonly body: string;
}

export interface Template {
  readonly id: string;
  readonly name: string;
  /** That its texts are written for; null = any. */
  readonly channel: Channel | null;
  readonly texts: readonly TemplateText[];
}

/** A text that was found, and the language that was wanted where it is another. */
export interface ChosenText {
  readonly templateId: string;
  readonly text: TemplateText;
  readonly missing: Language | null;
}

/** Languages in the order in which they are wanted: the debtor's, or the one that a person asked for in its place; its country's, the company's. */
export interface WantedLanguages {
  readonly debtor: Language | null;
  readonly country: Language | null;
  readonly company: Language;
}

/** The languages that are tried one after the other: those that are wanted, and English. */
export const languagesTried = ({ debtor, country, company }: WantedLanguages): readonly Language[] =>
  [...new Set([debtor, country, company, "english" as const].flatMap((one) => one ?? []))];

const isEmpty = ({ body }: TemplateText): boolean => body.trim() === "";

/** The text in the first language that is wanted and that has one, else English; an empty body counts as none. null when there is none at all. */
export function chooseText(template: Template | undefined, wanted: WantedLanguages): ChosenText | null {
  const [first = wanted.company, ...others] = languagesTried(wanted);
  for (const language of [first, ...others]) {
    const text = template?.texts.find((one) => one.language === language && !isEmpty(one));
    if (template !== undefined && text !== undefined) return { templateId: template.id, text, missing: language === first ? null : first };
  }
  return null;
}

/** Name of the row of a text that is there, in a language that is tried, but empty; null = none. */
export const emptyText = ({ texts }: Template, tried: readonly Language[]): string | null =>
  texts.find((one) => tried.includes(one.language) && isEmpty(one))?.name ?? null;
