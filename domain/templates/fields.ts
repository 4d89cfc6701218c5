import type { brokenPromiseFields } from "../promises/view";
import { nearest } from "./near";
import type { MergeFields } from "./view";

/** A merge field or section as a text writes it: {{name}}, {{#name}}inner{{/name}}, {{^name}}inner{{/name}}. */
export interface Use {
  readonly name: string;
  /** "other" = what no message has: {{>partial}}. */
  readonly kind: "field" | "section" | "inverted" | "other";
  readonly inner: readonly Use[];
}

/** The names of a view: a text, further names, or a list whose section has names of its own. */
type Names<T> = { readonly [K in keyof T]-?: T[K] extends string ? "text" : T[K] extends readonly (infer One)[] ? readonly [Names<One>] : Names<T[K]> };
type Known = "text" | readonly [Known] | { readonly [name: string]: Known };

const party = { name: "text", number: "text" } as const;
const seller = { name: "text", iban: "text", sender: "text" } as const;

const reminder = {
  debtor: party, company: seller, contact: { salutation: "text" }, user: { name: "text" }, lastPromise: { date: "text", amount: "text" },
  paymentDeadline: "text", reference: "text", date: "text", days: "text", level: "text", total: "text", currency: "text", count: "text",
  items: [{ name: "text", invoice: "text", instalment: "text", issuedOn: "text", dueDate: "text", daysPastDue: "text", level: "text", amount: "text", openAmount: "text", charges: "text" }],
  credits: [{ name: "text", amount: "text" }], credit: "text", net: "text", fee: "text", interest: "text", flatCost: "text", charges: "text", grandTotal: "text",
} as const satisfies Names<MergeFields>;

const brokenPromise = {
  debtor: party, company: seller, date: "text", promise: { amount: "text", date: "text", paid: "text", missing: "text" },
  items: [{ name: "text", invoice: "text", dueDate: "text", daysPastDue: "text", openAmount: "text" }],
} as const satisfies Names<ReturnType<typeof brokenPromiseFields>>;

/** What a text may name, by what it is for. */
export const fieldsOf: Readonly<Record<"reminder" | "brokenPromise", Known>> = { reminder, brokenPromise };

const isList = (known: Known): known is readonly [Known] => Array.isArray(known);

/** What stands at a dotted name below a view. */
function below(known: Known | undefined, [first, ...rest]: readonly string[]): Known | undefined {
  if (first === undefined || known === undefined) return known;
  if (known === "text") return undefined;
  if (isList(known)) return first === "length" && rest.length === 0 ? "text" : undefined;
  return Object.keys(known).includes(first) ? below(known[first], rest) : undefined;
}

/** Looks a name up as the renderer does: in the innermost section first. */
const found = (name: string, scopes: readonly Known[]): Known | undefined =>
  (name === "." ? scopes[0] : scopes.map((scope) => below(scope, name.split("."))).find((one) => one !== undefined));

/** Names of texts below a view, dotted; those of lists stand in their own section. */
const textsOf = (known: Known, prefix = ""): readonly string[] =>
  (known === "text" || isList(known) ? [] : Object.entries(known).flatMap(([name, one]) => (one === "text" ? [prefix + name] : textsOf(one, `${prefix}${name}.`))));

const sectionsOf = (known: Known): readonly (readonly [section: string, names: readonly string[]])[] =>
  (known === "text" || isList(known) ? [] : Object.entries(known).flatMap(([name, one]) => (isList(one) ? [[name, textsOf(one[0])] as const] : [])));

const tag = (use: Pick<Use, "name" | "kind">): string => `{{${{ field: "", section: "#", inverted: "^", other: ">" }[use.kind]}${use.name}}}`;

/** What may have been meant: names that are written nearly so, or the section to which the name belongs; else every name that is known there. */
function meant({ name, kind }: Use, scopes: readonly Known[]): string {
  const texts = [...new Set(scopes.flatMap((scope) => textsOf(scope)))];
  const sections = scopes.flatMap(sectionsOf);
  const whole = sections.find(([, names]) => names.includes(name));
  if (whole !== undefined) return `{{#${whole[0]}}}{{${name}}}{{/${whole[0]}}}`;
  const names = kind === "section" || kind === "inverted" ? [...sections.map(([section]) => section), ...texts] : texts;
  const near = nearest(name, names);
  return (near.length > 0 ? near : names).map((one) => tag({ name: one, kind: kind === "other" ? "field" : kind })).join(", ");
}

/** A field that no message has, and what to write instead. */
export interface UnknownField { readonly field: string; readonly instead: string }

function firstUnknown(uses: readonly Use[], scopes: readonly Known[]): UnknownField | null {
  for (const use of uses) {
    const known = use.kind === "other" ? undefined : found(use.name, scopes);
    if (known === undefined) return { field: tag(use), instead: meant(use, scopes) };
    const inside = use.kind === "section" ? [isList(known) ? known[0] : known, ...scopes] : scopes;
    const unknown = firstUnknown(use.inner, inside);
    if (unknown !== null) return unknown;
  }
  return null;
}

/** The first merge field of a text that no message has, which would be an empty place in it; null = all are known. */
export const unknownField = (uses: readonly Use[], known: Known): UnknownField | null => firstUnknown(uses, [known]);
