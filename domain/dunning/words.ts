import type { OpenItem } from "../receivables/item";
import { languageOfCountry } from "../templates/language";
import { chooseText, type ChosenText } from "../templates/template";
import { templateFor } from "../templates/variant";
import type { World } from "./world";

/** The words for some items of the debtor: of the template, or of its first variant that applies to all of them, in the debtor's language, its country's, the company's, else English; null when there are none. */
export function wordsFor(templateId: string, items: readonly OpenItem[], { facts: { debtor }, policy, standing }: Pick<World, "facts" | "policy" | "standing">): ChosenText | null {
  const addressee = {
    creditClassId: debtor.creditClassId, segmentId: standing.segment?.id ?? null, kind: debtor.kind, country: debtor.country, paymentTypeIds: items.map((item) => item.paymentTypeId),
  };
  const chosen = templateFor(templateId, policy.templateVariants, addressee);
  return chooseText(policy.templates.get(chosen), { debtor: debtor.language, country: languageOfCountry(debtor.country), company: policy.company.language });
}
