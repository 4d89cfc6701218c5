import {
  alertkind, alertStatus, templatekind, contactrulekind,
  beginning, channel, chargebase, chargekind, chargeStatus, contactpurpose, contactrulepurpose, creditmode, debtorkind, decisionreason, escalation, grouping, holdcounting, invoicekind, invoiceStatus, ladder, ladderend, language,
  offsetbase, openitemStatus, policychange, ratefixing, severity, stepcontext, taskorder,
} from "#solution/generated/names";

/** Reads the number of a choice or status as the name of its option; null for an empty or unknown one. */
const reader = <K extends string>(values: Readonly<Record<K, number>>): ((value: number | null | undefined) => K | null) => {
  const names = new Map(Object.entries(values).map(([name, value]) => [value as number, name as K]));
  return (value) => (value === null || value === undefined ? null : names.get(value) ?? null);
};

export const channelOf = reader(channel);
export const purposeOf = reader(contactpurpose);
export const kindOf = reader(debtorkind);
export const alertKindOf = reader(alertkind);
export const alertStateOf = reader(alertStatus);
export const severityOf = reader(severity);
export const reasonOf = reader(decisionreason);
export const documentKindOf = reader(invoicekind);
export const documentStatusOf = reader(invoiceStatus);
export const languageOf = reader(language);
export const itemStatusOf = reader(openitemStatus);
export const offsetBaseOf = reader(offsetbase);
export const escalationOf = reader(escalation);
export const beginningOf = reader(beginning);
export const ladderOf = reader(ladder);
export const groupingOf = reader(grouping);
export const ladderEndOf = reader(ladderend);
export const policyChangeOf = reader(policychange);
export const stepContextOf = reader(stepcontext);
export const contactPurposeOf = reader(contactrulepurpose);
export const contactRuleKindOf = reader(contactrulekind);
export const templateKindOf = reader(templatekind);
export const taskOrderOf = reader(taskorder);
export const creditModeOf = reader(creditmode);
export const holdCountingOf = reader(holdcounting);
export const chargeBaseOf = reader(chargebase);
export const chargeKindOf = reader(chargekind);
export const chargeStateOf = reader(chargeStatus);
export const rateFixingOf = reader(ratefixing);
