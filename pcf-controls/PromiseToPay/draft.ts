import { tables } from "#solution/generated/names";
import type { NumberSigns } from "../shared/amount";
import { parseAmount, toMajor } from "../shared/amount";
import type { Currency } from "../shared/currency";
import type { Day } from "../shared/day";
import { parseDay } from "../shared/day";
import type { OpenItem } from "./item";

/** What was entered so far. */
export interface Draft {
  readonly chosen: ReadonlySet<string>;
  /** Null = not touched: the sum of the chosen items. */
  readonly amount: string | null;
  readonly day: string;
}

/** What the entries are checked against. */
export interface DraftFacts {
  /** Items of the chosen currency. */
  readonly items: readonly OpenItem[];
  readonly precision: number;
  readonly signs: NumberSigns;
  readonly today: Day;
  /** 2033-11-22 in the user's format. */
  readonly daySample: string;
}

/** Fields of the form in the order in which they stand. */
export type Field = "items" | "amount" | "day";

/** Faults by field: keys of texts. */
export type Faults = Partial<Record<Field, string>>;

/** A draft that can be saved; the amount is in minor units. */
export interface Checked {
  readonly itemIds: readonly string[];
  readonly amount: number;
  readonly day: Day;
}

/** An empty form. */
export const emptyDraft: Draft = { chosen: new Set(), amount: null, day: "" };

/** Open amount of the chosen items, in minor units. */
export const sumChosen = (chosen: ReadonlySet<string>, items: readonly OpenItem[]): number =>
  items.reduce((sum, item) => (chosen.has(item.id) ? sum + item.open : sum), 0);

function amountFault(amount: number | null, sum: number): string | null {
  if (amount === null) return "Fault_AmountUnreadable";
  if (amount <= 0) return "Fault_AmountZero";
  return amount > sum ? "Fault_AmountTooHigh" : null;
}

function dayFault(text: string, day: Day | null, today: Day): string | null {
  if (text.trim() === "") return "Fault_DayMissing";
  if (day === null) return "Fault_DayUnreadable";
  return day < today ? "Fault_DayPast" : null;
}

/** Checks every field at once, so that all faults are seen together. */
export function checkDraft(draft: Draft, facts: DraftFacts): { readonly checked: Checked } | { readonly faults: Faults } {
  const itemIds = facts.items.filter((item) => draft.chosen.has(item.id)).map((item) => item.id);
  const sum = sumChosen(draft.chosen, facts.items);
  const amount = draft.amount === null ? sum : parseAmount(draft.amount, facts.signs, facts.precision);
  const day = parseDay(draft.day, facts.daySample);
  const found: readonly (readonly [Field, string | null])[] = [
    ["items", itemIds.length === 0 ? "Fault_NoItems" : null],
    ["amount", itemIds.length === 0 ? null : amountFault(amount, sum)],
    ["day", dayFault(draft.day, day, facts.today)],
  ];
  const faults = Object.fromEntries(found.filter(([, fault]) => fault !== null)) as Faults;
  return Object.keys(faults).length > 0 || amount === null || day === null ? { faults } : { checked: { itemIds, amount, day } };
}

/** The one row that is written; rules of the server make its lines. */
export function toPromiseRow(checked: Checked, of: { readonly debtorId: string; readonly currency: Currency }): Readonly<Record<string, unknown>> {
  return {
    "duly_debtor@odata.bind": `/${tables.debtor.set}(${of.debtorId})`,
    "transactioncurrencyid@odata.bind": `/transactioncurrencies(${of.currency.id})`,
    duly_amount: toMajor(checked.amount, of.currency.precision),
    duly_promisedate: checked.day,
    duly_openitems: checked.itemIds.join(","),
  };
}
