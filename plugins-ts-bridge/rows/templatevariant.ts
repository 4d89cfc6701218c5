import type { TemplateVariant } from "#domain/templates/variant";
import { from } from "../sdk/query";
import { kindOf } from "./codes";

export const templateVariantQuery = () => from("duly_templatevariant").select(
  "duly_templatevariantid", "duly_template", "duly_sequence", "duly_variant", "duly_creditclass", "duly_segment", "duly_paymenttype", "duly_debtorkind", "duly_country",
).where(["statecode", "eq", 0]);

export const toTemplateVariant = (row: ReturnType<typeof templateVariantQuery>["row"]): TemplateVariant => ({
  templateId: row.duly_template?.id ?? "", order: row.duly_sequence ?? 0, variantId: row.duly_variant?.id ?? "", creditClassId: row.duly_creditclass?.id ?? null,
  segmentId: row.duly_segment?.id ?? null, paymentTypeId: row.duly_paymenttype?.id ?? null, kind: kindOf(row.duly_debtorkind), country: row.duly_country,
});
