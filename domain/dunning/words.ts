import { fault, type Fault } from "../messages/fault";
import type { OpenItem } from "../receivables/item";
import { anyOf, languageOfCountry } from "../templates/language";
import { chooseText, emptyText, languagesTried, type ChosenText, type WantedLanguages } from "../templates/template";
import { templateFor } from "../templates/variant";
import type { World } from "./world";

type Place = Pick<World, "facts" | "policy" | "standing">;

/** The template, or its first variant that applies to all of the items. */
function variantFor(templateId: string, items: readonly OpenItem[], { facts: { debtor }, policy, standing }: Place): string {
  return templateFor(templateId, policy.templateVariants, {
    creditClassId: debtor.creditClassId, segmentId: standing.segment?.id ?? null, kind: debtor.kind, country: debtor.country, paymentTypeIds: items.map((item) => item.paymentTypeId),
  });
}

/** The languages in which a debtor is written to: its own, its country's, the company's. */
export const wantedBy = ({ facts: { debtor }, policy: { company } }: Pick<World, "facts" | "policy">): WantedLanguages =>
  ({ debtor: debtor.language, country: languageOfCountry(debtor.country), company: company.language });

/** The words for some items of the debtor: of the template, or of its first variant that applies to all of them, in the debtor's language, its country's, the company's, else English; null when there are none. */
export const wordsFor = (templateId: string, items: readonly OpenItem[], place: Place): ChosenText | null =>
  chooseText(place.policy.templates.get(variantFor(templateId, items, place)), wantedBy(place));

/** What is told of a step without words. */
export interface Wordless { readonly item: OpenItem; readonly step: number; readonly strategy: string }

/** Why there are no words: the step names no template that has texts, its text is empty, or it has none in a language that is tried. */
export function wordlessFault(templateId: string, { item, step, strategy }: Wordless, place: Place): Fault {
  const tried = languagesTried(wantedBy(place));
  const parameters = { item: item.name, step, strategy, languages: anyOf(tried) };
  const template = place.policy.templates.get(variantFor(templateId, [item], place));
  if (template === undefined) return fault("DULY-ITEM-004", parameters);
  const text = emptyText(template, tried);
  return text === null ? fault("DULY-TEMPLATE-008", { ...parameters, template: template.name }) : fault("DULY-TEMPLATE-007", { ...parameters, template: template.name, text });
}
