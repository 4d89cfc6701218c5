import type { Day } from "../calendar/day";
import { daysPastDue, openOn } from "../receivables/open";
import { subtract } from "../money/money";
import type { Signal } from "../dunning/signal";
import { formatDay, formatMoney } from "../templates/format";
import type { Message } from "../templates/view";

/** What the message about a broken promise is written from. */
export interface Broken {
  readonly signal: Signal;
  readonly debtor: Message["debtor"];
  readonly company: Message["company"];
  readonly asOf: Day;
}

/** Merge fields of the message: {{promise.amount}}, {{promise.date}}, {{promise.paid}}, {{promise.missing}}, {{#items}}{{name}} {{openAmount}}{{/items}} … */
export function brokenPromiseFields({ signal, debtor, company, asOf }: Broken) {
  const { language } = signal.text;
  const { amount, paid, promisedOn } = signal;
  return {
    debtor: { name: debtor.name, number: debtor.number }, company: { name: company.name, iban: company.iban, sender: company.sender }, date: formatDay(asOf, language),
    promise: { amount: formatMoney(amount, language), date: formatDay(promisedOn, language), paid: formatMoney(paid, language), missing: formatMoney(subtract(amount, paid), language) },
    items: signal.items.map((item) => ({
      name: item.name, invoice: item.document.number, dueDate: item.dueOn === null ? "" : formatDay(item.dueOn, language),
      daysPastDue: item.dueOn === null ? "" : String(daysPastDue(item.dueOn, asOf)), openAmount: formatMoney(openOn(item, asOf), language),
    })),
  };
}
