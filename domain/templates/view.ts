import type { Day } from "../calendar/day";
import { chargeFields, type ChargeFields, type ToldCharges } from "../charges/fields";
import { isPositive, subtract, sum, type Money } from "../money/money";
import { formatDay, formatMoney } from "./format";
import type { Language } from "./language";

/** An item as a message tells it. */
export interface ToldItem {
  readonly name: string;
  readonly documentNumber: string;
  readonly instalment: number;
  readonly issuedOn: Day | null;
  readonly dueOn: Day;
  readonly daysPastDue: number;
  readonly level: number;
  readonly amount: Money;
  readonly open: Money;
  readonly charges: Money;
}

/** What a message is written from. */
export interface Message {
  readonly debtor: { readonly name: string; readonly number: string };
  /** How the debtor is addressed, and by whom; an empty text = not known, for which a template gives a fallback: {{contact.salutation}}{{^contact.salutation}}Dear Sir or Madam{{/contact.salutation}}. */
  readonly contact: { readonly salutation: string };
  readonly user: { readonly name: string };
  /** The open promise that was taken last. */
  readonly lastPromise: { readonly on: Day; readonly amount: Money } | null;
  /** Last day to pay that the message sets. */
  readonly paymentDeadline: Day | null;
  readonly company: { readonly name: string; readonly iban: string; readonly sender: string };
  readonly asOf: Day;
  readonly level: number;
  readonly total: Money;
  /** Open credits of the debtor in the currency of the message. */
  readonly credits?: readonly { readonly name: string; readonly amount: Money }[];
  readonly charges: ToldCharges;
  readonly items: readonly ToldItem[];
}

/** The merge fields of a template; every value is a text in the message's language. */
export interface MergeFields extends ChargeFields {
  readonly debtor: Message["debtor"];
  readonly company: Message["company"];
  readonly contact: Message["contact"];
  readonly user: Message["user"];
  readonly lastPromise: { readonly date: string; readonly amount: string };
  readonly paymentDeadline: string;
  /** What to write on the payment: the customer number and the documents. */
  readonly reference: string;
  readonly date: string;
  /** Days past due of the item that is late longest. */
  readonly days: string;
  readonly level: string;
  readonly total: string;
  readonly currency: string;
  readonly count: string;
  readonly items: readonly MergeItem[];
  /** Open credits, their total, and what is left to pay when they are set off. */
  readonly credits: readonly { readonly name: string; readonly amount: string }[];
  readonly credit: string;
  readonly net: string;
}

export interface MergeItem {
  readonly name: string;
  readonly invoice: string;
  readonly instalment: string;
  readonly issuedOn: string;
  readonly dueDate: string;
  readonly daysPastDue: string;
  readonly level: string;
  readonly amount: string;
  readonly openAmount: string;
  /** Charges of the item; "" for none. */
  readonly charges: string;
}

const mergeItem = (item: ToldItem, language: Language): MergeItem => ({
  name: item.name, invoice: item.documentNumber, instalment: String(item.instalment),
  issuedOn: item.issuedOn === null ? "" : formatDay(item.issuedOn, language), dueDate: formatDay(item.dueOn, language),
  daysPastDue: String(item.daysPastDue), level: String(item.level),
  amount: formatMoney(item.amount, language), openAmount: formatMoney(item.open, language),
  charges: isPositive(item.charges) ? formatMoney(item.charges, language) : "",
});

function creditFields({ total, credits = [] }: Message, language: Language): Pick<MergeFields, "credits" | "credit" | "net"> {
  const credit = sum(credits.map((one) => one.amount), total.currency);
  return { credits: credits.map(({ name, amount }) => ({ name, amount: formatMoney(amount, language) })), credit: formatMoney(credit, language), net: formatMoney(subtract(total, credit), language) };
}

/** Merge fields of a message: {{debtor.name}}, {{total}}, {{#items}}{{invoice}} {{openAmount}}{{/items}} … */
export const mergeFields = (message: Message, language: Language): MergeFields => ({
  debtor: message.debtor, company: message.company, contact: message.contact, user: message.user,
  lastPromise: { date: message.lastPromise === null ? "" : formatDay(message.lastPromise.on, language), amount: message.lastPromise === null ? "" : formatMoney(message.lastPromise.amount, language) },
  paymentDeadline: message.paymentDeadline === null ? "" : formatDay(message.paymentDeadline, language),
  reference: [message.debtor.number, ...new Set(message.items.map((item) => item.documentNumber))].join(" "),
  date: formatDay(message.asOf, language), level: String(message.level),
  days: String(Math.max(...message.items.map((item) => item.daysPastDue))),
  total: formatMoney(message.total, language), ...chargeFields(message.total, message.charges, language), currency: message.total.currency.code,
  count: String(message.items.length), items: message.items.map((item) => mergeItem(item, language)), ...creditFields(message, language),
});
