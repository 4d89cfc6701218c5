import type { Day } from "../shared/day";
import type { Tone } from "../shared/Pill";

/** What an entry of the timeline tells of. */
export type Kind = "invoice" | "payment" | "communication" | "promise" | "dispute";

/** Kinds in the order of the filter. */
export const kinds: readonly Kind[] = ["invoice", "payment", "communication", "promise", "dispute"];

/** A text of the resx with one value, or the row's own words; amounts and days are put into the user's format when it is shown. */
export type Phrase =
  | { readonly key: string; readonly day: Day }
  | { readonly key: string; readonly money: number }
  | { readonly key: string; readonly count?: number }
  | { readonly words: string };

/** One line of the timeline, free of format and language. */
export interface Entry {
  readonly kind: Kind;
  /** Key of the kind's name: a credit note is an invoice that is called otherwise. */
  readonly kindKey: string;
  readonly table: string;
  readonly id: string;
  /** "" = the row has no day; such entries come last. */
  readonly day: Day;
  readonly title: string;
  /** Amount in major units; null = the kind has none. */
  readonly amount: number | null;
  readonly currencyId: string;
  readonly state: { readonly key: string | null; readonly label: string; readonly tone: Tone };
  readonly details: readonly Phrase[];
}

/** On one day the later in the chain of events stands higher: the invoice is below its payment. */
const rank: Readonly<Record<Kind, number>> = { communication: 0, dispute: 1, promise: 2, payment: 3, invoice: 4 };

/** Order of the timeline: newest day first, then rank. Entries of one kind and day keep the order of their source. */
export const compare = (a: Entry, b: Entry): number => (a.day === b.day ? rank[a.kind] - rank[b.kind] : a.day < b.day ? 1 : -1);
