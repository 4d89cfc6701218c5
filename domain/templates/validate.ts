import { fault, type Fault } from "../messages/fault";
import type { Language } from "./language";

/** What a template is for; what its words must and must not say follows from that. */
export type TemplateKind = "message" | "formalNotice" | "envelope";

/** Words that order to pay, by language; the beginning of a word is enough. */
const orders: Readonly<Record<Language, readonly string[]>> = {
  english: ["pay"], hungarian: ["fizes", "fizet", "kiegyenlít", "megfizet"], italian: ["pagar", "pagh", "pagament", "versar", "saldar"], french: ["payer", "payez", "paiement", "régler", "réglez", "verser", "versez"],
  spanish: ["pagar", "pague", "pago", "abonar", "abone"], german: ["zahl", "bezahl", "begleich", "überweis"],
};

/** Words that tell a stranger about a debt, in all languages: an envelope is read by whoever finds it. */
const telling: readonly string[] = [
  "debt", "overdue", "reminder", "dunning", "collection", "arrears", "tartozás", "követelés", "felszólítás", "behajtás", "adós", "recupero", "credito", "debito", "sollecito", "insolut",
  "mora", "impagato", "dette", "impayé", "relance", "recouvrement", "créance", "deuda", "impagad", "morosidad", "cobro", "schuld", "mahn", "inkasso", "forderung", "überfällig",
];

const fields = (text: string, names: readonly string[]): boolean => names.some((name) => new RegExp(`\\{\\{\\{?[#&]?\\s*${name.replace(".", "\\.")}\\s*\\}`).test(text));

const words = (text: string): string => text.replace(/<[^>]*>/g, " ").replace(/\{\{[^}]*\}\}/g, " ").toLowerCase();

const says = (text: string, beginnings: readonly string[]): string | null =>
  words(text).split(/[^a-zà-öø-ÿőű]+/).map((word) => beginnings.find((begin) => word.startsWith(begin)) ?? null).find((found) => found !== null) ?? null;

interface Words { readonly language: Language; readonly subject: string; readonly body: string }

/** The four parts without which a notice does not interrupt limitation, and where each is looked for. Source: Cass. 17123/2015. */
const parts: readonly (readonly [part: string, present: (text: Words) => boolean])[] = [
  ["the debtor, {{debtor.name}}", ({ subject, body }) => fields(subject + body, ["debtor.name"])],
  ["the cause, {{invoice}} of every item", ({ body }) => fields(body, ["items"]) && fields(body, ["invoice"])],
  ["the exact amount, {{total}}", ({ body }) => fields(body, ["total", "net"])],
  ["an order to pay", ({ body, language }) => says(body, orders[language]) !== null],
];

/** What the words of a template lack for its kind; empty when nothing. `template` names it. */
export function textFaults(kind: TemplateKind, text: Words, template: string): readonly Fault[] {
  if (kind === "envelope") {
    const word = says(`${text.subject} ${text.body}`, telling);
    return word === null ? [] : [fault("DULY-TEMPLATE-004", { template, word })];
  }
  const missing = kind === "formalNotice" ? parts.filter(([, present]) => !present(text)).map(([part]) => part) : [];
  return missing.length === 0 ? [] : [fault("DULY-TEMPLATE-003", { template, parts: missing.join("; ") })];
}
