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

/** The text in the first language that is wanted, else the company's, else English; an empty body counts as none. null when there is none at all. */
export function chooseText(template: Template | undefined, { debtor, country, company }: WantedLanguages): ChosenText | null {
  const wanted = debtor ?? country ?? company;
  for (const language of [wanted, company, "english" as const]) {
    const text = template?.texts.find((one) => one.language === language && one.body.trim() !== "");
    if (template !== undefined && text !== undefined) return { templateId: template.id, text, missing: language === wanted ? null : wanted };
  }
  return null;
}
