import { channel } from "#solution/generated/names";
import { debtorKinds, languages, type Language } from "./map";
import { also, dictionary, list, object, oneOf, optional, readJson, text, wholeNumber, yesNo, type Shape } from "./shape";
import { judgePack } from "./pack-rules";

export const channels = ["email", "letter", "sms", "phone"] as const;
/** Every means that a class or a payment type may choose, certified e-mail too. */
const means = Object.keys(channel) as readonly (keyof typeof channel)[];
type Means = (typeof means)[number];
export const tones = ["courteous", "neutral", "firm", "final"] as const;

export interface PackText {
  /** With merge fields. */
  readonly subject: string;
  /** Lines of HTML with merge fields. */
  readonly body: readonly string[];
}

export interface PackTemplate {
  readonly code: string;
  readonly name: string;
  readonly channel: (typeof channels)[number];
  readonly tone: (typeof tones)[number];
  /** Language -> words. */
  readonly texts: Readonly<Record<string, PackText>>;
}

export interface PackStep {
  readonly name: string;
  /** Days after the due date; negative = before it. */
  readonly offsetDays: number;
  readonly channel: (typeof channels)[number];
  /** Code of a template of the pack. */
  readonly template: string;
  readonly minimumAmount: { readonly amount: string; readonly currency: string } | null;
}

export interface PackStrategy {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  /** In the order in which an item climbs them. */
  readonly steps: readonly PackStep[];
}

export interface PackSegment {
  readonly code: string;
  readonly name: string;
  /** Segments are tried from the lowest number. */
  readonly order: number;
  readonly debtorKind: (typeof debtorKinds)[number] | null;
  readonly country: string | null;
  readonly strategy: string;
}

/** How debtors of a class, or items paid in a way, are treated otherwise than the step says. */
interface Treatment {
  readonly code: string;
  readonly name: string;
  readonly dunnable: boolean;
  /** Goes before the step's. */
  readonly channel: Means | null;
  /** Every step comes so many days later. */
  readonly graceDays: number | null;
}

export interface PackClass extends Treatment {
  readonly strategy: string | null;
}

export type PackPaymentType = Treatment;

/** Another template where the class or the payment type is as said. */
export interface PackVariant {
  /** Codes of templates of the pack: what is replaced, and what by. */
  readonly template: string;
  readonly variant: string;
  /** Codes; null = any. */
  readonly creditClass: string | null;
  readonly paymentType: string | null;
}

/** A policy as a file: who is reminded when, by which channel, in which words. */
export interface PolicyPack {
  readonly name: string;
  readonly description: string;
  /** Every template has a text in each of these. */
  readonly languages: readonly Language[];
  /** Code of the strategy that a company follows when nothing else applies. */
  readonly companyStrategy: string;
  readonly templates: readonly PackTemplate[];
  readonly strategies: readonly PackStrategy[];
  readonly segments: readonly PackSegment[];
  readonly creditClasses: readonly PackClass[];
  /** null = the pack says nothing about them. */
  readonly paymentTypes: readonly PackPaymentType[] | null;
  /** In the order in which they are tried; null = none. */
  readonly templateVariants: readonly PackVariant[] | null;
}

const code = text('a short code such as "standard" (at most 50 characters)', (value) => value.length <= 50);
const name = text("a name (at most 100 characters)", (value) => value.length <= 100);
const words = text("a text");

const amount: Shape<{ amount: string; currency: string }> = object({
  amount: text('an amount such as "20.00"', (value) => /^\d{1,9}(\.\d{1,4})?$/.test(value)),
  currency: text('an ISO 4217 code such as "EUR"', (value) => /^[A-Z]{3}$/.test(value)),
});

const template = object<PackTemplate>({
  code, name, channel: oneOf(channels), tone: oneOf(tones),
  texts: dictionary(object<PackText>({
    subject: text("a subject (at most 400 characters)", (value) => value.length <= 400),
    body: list(text("a line of HTML"), "the lines of the HTML body"),
  }), 'an object such as {"english": {"subject": …, "body": […]}}'),
});

const step = object<PackStep>({
  name, offsetDays: wholeNumber("days after the due date, such as 3"), channel: oneOf(channels), template: code, minimumAmount: optional(amount),
});

const segment = object<PackSegment>({
  code, name, order: wholeNumber("a whole number such as 10"), debtorKind: optional(oneOf(debtorKinds)),
  country: optional(text('two letters such as "HU"', (value) => /^[A-Z]{2}$/.test(value))), strategy: code,
});

const treatment = { code, name, dunnable: yesNo, channel: optional(oneOf(means)), graceDays: optional(wholeNumber("a number of days such as 5")) };

const variant = object<PackVariant>({ template: code, variant: code, creditClass: optional(code), paymentType: optional(code) });

const pack: Shape<PolicyPack> = also(object<PolicyPack>({
  name, description: words,
  languages: list(oneOf(languages), 'languages such as ["english", "hungarian"]'),
  companyStrategy: code,
  templates: list(template, "a list of templates"),
  strategies: list(object<PackStrategy>({ code, name, description: words, steps: list(step, "a list of steps") }), "a list of strategies"),
  segments: list(segment, "a list of segments, perhaps empty"),
  creditClasses: list(object<PackClass>({ ...treatment, strategy: optional(code) }), "a list of credit classes, perhaps empty"),
  paymentTypes: optional(list(object<PackPaymentType>(treatment), "a list of payment types")),
  templateVariants: optional(list(variant, "a list of template variants")),
}), judgePack);

/** Reads a policy pack. Throws LedgerError with every fault found (DULY-POLICY-…). */
export const readPack = (json: string): PolicyPack => readJson(json, "POLICY", pack);
