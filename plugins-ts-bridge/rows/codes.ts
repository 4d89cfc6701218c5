import {
  channel, contactpurpose, debtorkind, decisionreason, invoicekind, invoiceStatus, language, openitemStatus,
} from "#solution/generated/names";

/** Reads the number of a choice or status as the name of its option; null for an empty or unknown one. */
const reader = <K extends string>(values: Readonly<Record<K, number>>): ((value: number | null | undefined) => K | null) => {
  const names = new Map(Object.entries(values).map(([name, value]) => [value as number, name as K]));
  return (value) => (value === null || value === undefined ? null : names.get(value) ?? null);
};

export const channelOf = reader(channel);
export const purposeOf = reader(contactpurpose);
export const kindOf = reader(debtorkind);
export const reasonOf = reader(decisionreason);
export const documentKindOf = reader(invoicekind);
export const documentStatusOf = reader(invoiceStatus);
export const languageOf = reader(language);
export const itemStatusOf = reader(openitemStatus);
