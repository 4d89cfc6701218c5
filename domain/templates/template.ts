import type { Language } from "./language";

/** The words of a template in one language, with {{merge fields}}. */
export interface TemplateText {
  readonly language: Language;
  readonly subject: string;
  readonly body: string;
}

export interface Template {
  readonly id: string;
  readonly texts: readonly TemplateText[];
}

/** A text that was found, and the language that was wanted where it is another. */
export interface ChosenText {
  readonly text: TemplateText;
  readonly missing: Language | null;
}

/** The text in the debtor's language, else the company's, else English; an empty body counts as none. null when there is none at all. */
export function chooseText(template: Template | undefined, debtor: Language | null, company: Language): ChosenText | null {
  const wanted = debtor ?? company;
  for (const language of [wanted, company, "english" as const]) {
    const text = template?.texts.find((one) => one.language === language && one.body.trim() !== "");
    if (text !== undefined) return { text, missing: language === wanted ? null : wanted };
  }
  return null;
}
