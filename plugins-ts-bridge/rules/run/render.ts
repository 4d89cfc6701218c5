import { chargesTotal } from "#domain/charges/charge";
import type { PlanCommunication } from "#domain/dunning/actions";
import type { Debtor } from "#domain/dunning/facts";
import type { Company, Policy } from "#domain/dunning/policy";
import { stop, type Fault } from "#domain/messages/fault";
import type { TemplateText } from "#domain/templates/template";
import { mergeFields, type Message } from "#domain/templates/view";
import { showsText, withoutMarkup, withPlainSpaces } from "#domain/templates/visible";
import type { Day } from "#domain/calendar/day";
import { asHtml, filled } from "../template/fill";
import { fieldFault, type Purpose } from "../template/uses";

/** Letters of the subject column. */
const subjectLength = 400;

/** Letters of the body column. */
const bodyLength = 1_000_000;

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim().slice(0, subjectLength);

/** What a message is written from. */
export interface Writing {
  readonly communication: PlanCommunication;
  /** Name of its template. */
  readonly template: string;
  readonly debtor: Debtor;
  readonly company: Company;
  readonly asOf: Day;
}

const toldCharges = ({ charges, total: { currency } }: PlanCommunication): Message["charges"] => ({
  fee: chargesTotal(charges, currency, "fee"), interest: chargesTotal(charges, currency, "interest"), flatCost: chargesTotal(charges, currency, "flatCost"),
});

const toMessage = ({ communication, debtor, company, asOf }: Writing): Message => ({
  debtor: { name: debtor.name, number: debtor.number }, contact: { salutation: debtor.salutation }, user: { name: debtor.ownerName },
  lastPromise: debtor.lastPromise, paymentDeadline: communication.deadline, company: { name: company.name, iban: company.iban, sender: company.sender },
  asOf, level: communication.step.sequence, total: communication.total, credits: communication.credits, charges: toldCharges(communication),
  items: communication.lines.map(({ item, step, dueOn, daysPastDue, open }, index) => ({
    name: item.name, documentNumber: item.document.number, instalment: item.instalment, issuedOn: item.issuedOn, dueOn, daysPastDue,
    level: step.sequence, amount: item.amount, open, charges: chargesTotal(communication.charges.slice(index, index + 1), open.currency),
  })),
});

/** Name of a template as its row has it. */
export const templateName = (id: string, { templates }: Pick<Policy, "templates">): string => templates.get(id)?.name ?? id;

export interface Written { readonly subject: string; readonly body: string }

/** Answers by text: a page writes the same few to all its debtors. */
const faults = new WeakMap<TemplateText, Fault | null>();

/** A text with a field that no message has, stored before such texts were refused, is not sent with an empty place in it. */
function faultIn(text: TemplateText, purpose: Purpose): Fault | null {
  const known = faults.get(text);
  const found = known === undefined ? fieldFault(text, purpose) : known;
  if (known === undefined) faults.set(text, found);
  return found;
}

/** For what a text is written, and the name of its template. */
interface Use { readonly purpose: Purpose; readonly as: "html" | "plain"; readonly template: string }

/** The words of a template with their fields filled in. The body is HTML, or plain text without markup, in plain spaces. Stops with a fault when a field is not closed, or is one that no message has, and when nothing is left to read. */
export function written(text: TemplateText, fields: object, { purpose, as, template }: Use): Written {
  const wrong = faultIn(text, purpose);
  if (wrong !== null) return stop(wrong.code, wrong.parameters);
  const body = as === "html" ? filled(text.body, fields, asHtml) : withPlainSpaces(filled(withoutMarkup(text.body), fields, String)).trim();
  if (!showsText(body)) return stop("DULY-TEMPLATE-006", { text: text.name, template });
  return { subject: oneLine(filled(text.subject, fields, String)), body };
}

function rendered(writing: Writing): Written {
  const { communication: { text, channel }, template } = writing;
  return written(text, mergeFields(toMessage(writing), text.language), { purpose: "reminder", template, as: channel === "sms" ? "plain" : "html" });
}

/** Subject (plain text, one line) and body (plain for SMS, else HTML, every field escaped) of a message. Stops with a fault when the template cannot be read, or writes nothing or more than the row holds. */
export function render(writing: Writing): Written {
  const { text } = writing.communication;
  const whole = rendered(writing);
  return whole.body.length <= bodyLength ? whole : stop("DULY-TEMPLATE-002", { text: text.name, most: bodyLength });
}
