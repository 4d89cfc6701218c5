import { decisionReason } from "#solution/schema/choices";
import { communication } from "#solution/schema/work";
import hungarianLabels from "../../solution/labels/1038.json";
import type { Skipped } from "./days";
import type { Night } from "./night";

type Heading = "debtors" | "items" | "communications" | "undecided" | "notReminded" | "failures";

const headings: Readonly<Record<"en" | "hu", Readonly<Record<Heading, string>>>> = {
  en: { debtors: "Debtors looked at", items: "Items reminded", communications: "Communications", undecided: "Debtors that could not be decided", notReminded: "Not reminded", failures: "Failed flow runs" },
  hu: { debtors: "Megnézett adósok", items: "Felszólított tételek", communications: "Megkeresések", undecided: "Adósok, akikről nem lehetett dönteni", notReminded: "Nem kapott felszólítást", failures: "Sikertelen folyamatfuttatások" },
};

const skippedWords: Readonly<Record<"en" | "hu", Readonly<Record<"heading" | Skipped["because"], string>>>> = {
  en: { heading: "Days without a night", free: "no company works", laterDayNamed: "a later day was asked for" },
  hu: { heading: "Lejátszatlan napok", free: "egyetlen cég sem dolgozik", laterDayNamed: "későbbi nap kérése" },
};

const languageOf = (acceptLanguage: string): "en" | "hu" => (/^hu\b/i.test(acceptLanguage) ? "hu" : "en");

/** The days that were passed over, and why, as a line of label and value; none where no day was. */
export function skippedInWords(skipped: Skipped | null, acceptLanguage: string): Readonly<Record<string, string>> {
  if (skipped === null) return {};
  const { from, to, because } = skipped;
  const words = skippedWords[languageOf(acceptLanguage)];
  return { [words.heading]: `${from === to ? from : `${from} – ${to}`}: ${words[because]}` };
}

const hungarian: Readonly<Record<string, string | undefined>> = hungarianLabels;
const options: Readonly<Record<string, { readonly label: string } | undefined>> = decisionReason.options;
const statuses: Readonly<Record<string, { readonly label: string } | undefined>> = communication.statuses;

/** What a night did, as lines of label and value in the language that a browser asks for (Accept-Language); English for all but Hungarian. */
export function nightInWords({ debtors, items, communications, undecided, outcomes, excluded, failures }: Night, acceptLanguage: string): Readonly<Record<string, number | string>> {
  const language = languageOf(acceptLanguage);
  const heading = headings[language];
  const named = (of: Heading, counts: Readonly<Record<string, number>>, nameOf: (key: string) => string): [string, number][] => Object.entries(counts).map(([key, count]) => [`${heading[of]}: ${nameOf(key)}`, count]);
  const reason = (key: string): string => (language === "hu" ? hungarian[`option.decisionreason.${key}`] : undefined) ?? options[key]?.label ?? key;
  const status = (key: string): string => (language === "hu" ? hungarian[`status.communication.${key}`] : undefined) ?? statuses[key]?.label ?? key;
  return Object.fromEntries<number | string>([
    [heading.debtors, debtors], [heading.items, items], [heading.communications, communications], [heading.undecided, undecided],
    ...named("communications", outcomes, status), ...named("notReminded", excluded, reason), ...(failures.length > 0 ? [[heading.failures, failures.join("; ")] as [string, string]] : []),
  ]);
}
