import { decisionReason } from "#solution/schema/choices";
import { communication } from "#solution/schema/work";
import hungarianLabels from "../../solution/labels/1038.json";
import type { Night } from "./night";

type Heading = "debtors" | "items" | "communications" | "undecided" | "notReminded" | "failures";

const headings: Readonly<Record<"en" | "hu", Readonly<Record<Heading, string>>>> = {
  en: { debtors: "Debtors looked at", items: "Items reminded", communications: "Communications", undecided: "Debtors that could not be decided", notReminded: "Not reminded", failures: "Failed flow runs" },
  hu: { debtors: "Megnézett adósok", items: "Felszólított tételek", communications: "Megkeresések", undecided: "Adósok, akikről nem lehetett dönteni", notReminded: "Nem kapott felszólítást", failures: "Sikertelen folyamatfuttatások" },
};

const hungarian: Readonly<Record<string, string | undefined>> = hungarianLabels;
const options: Readonly<Record<string, { readonly label: string } | undefined>> = decisionReason.options;
const statuses: Readonly<Record<string, { readonly label: string } | undefined>> = communication.statuses;

/** What a night did, as lines of label and value in the language that a browser asks for (Accept-Language); English for all but Hungarian. */
export function nightInWords({ debtors, items, communications, undecided, outcomes, excluded, failures }: Night, acceptLanguage: string): Readonly<Record<string, number | string>> {
  const language = /^hu\b/i.test(acceptLanguage) ? "hu" : "en";
  const heading = headings[language];
  const named = (of: Heading, counts: Readonly<Record<string, number>>, nameOf: (key: string) => string): [string, number][] => Object.entries(counts).map(([key, count]) => [`${heading[of]}: ${nameOf(key)}`, count]);
  const reason = (key: string): string => (language === "hu" ? hungarian[`option.decisionreason.${key}`] : undefined) ?? options[key]?.label ?? key;
  const status = (key: string): string => (language === "hu" ? hungarian[`status.communication.${key}`] : undefined) ?? statuses[key]?.label ?? key;
  return Object.fromEntries<number | string>([
    [heading.debtors, debtors], [heading.items, items], [heading.communications, communications], [heading.undecided, undecided],
    ...named("communications", outcomes, status), ...named("notReminded", excluded, reason), ...(failures.length > 0 ? [[heading.failures, failures.join("; ")] as [string, string]] : []),
  ]);
}
