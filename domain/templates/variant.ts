import type { DebtorKind } from "../segments/segment";

/** Another template for certain messages; every condition given must hold, null = any. */
export interface TemplateVariant {
  readonly templateId: string;
  readonly order: number;
  /** Template that is used instead. */
  readonly variantId: string;
  readonly creditClassId: string | null;
  readonly segmentId: string | null;
  readonly paymentTypeId: string | null;
  readonly kind: DebtorKind | null;
  readonly country: string | null;
}

/** What a message is to whom. */
export interface Addressee {
  readonly creditClassId: string | null;
  readonly segmentId: string | null;
  readonly kind: DebtorKind;
  readonly country: string | null;
  /** One for each item. */
  readonly paymentTypeIds: readonly (string | null)[];
}

const applies = (variant: TemplateVariant, to: Addressee): boolean =>
  (variant.creditClassId === null || variant.creditClassId === to.creditClassId) && (variant.segmentId === null || variant.segmentId === to.segmentId)
  && (variant.kind === null || variant.kind === to.kind) && (variant.country === null || variant.country.toUpperCase() === to.country?.toUpperCase())
  && (variant.paymentTypeId === null || to.paymentTypeIds.every((type) => type === variant.paymentTypeId));

/** The template that a message is written from: that of the first variant by order that applies, else the one asked for. A variant of a variant is not looked for. */
export const templateFor = (templateId: string, variants: readonly TemplateVariant[], to: Addressee): string =>
  variants.filter((one) => one.templateId === templateId).sort((left, right) => left.order - right.order).find((one) => applies(one, to))?.variantId ?? templateId;
