import { parseDay, type Day } from "#domain/calendar/day";
import { utc } from "#domain/calendar/zones";
import { weekendsOnly } from "#domain/calendar/business";
import type { DebtorFacts } from "#domain/dunning/facts";
import { noOutlook } from "#domain/dunning/outlook";
import type { Policy } from "#domain/dunning/policy";
import { usualTerms } from "#domain/dunning/terms";
import { money, type Currency } from "#domain/money/money";
import { parseRate } from "#domain/money/exchange";
import { emptyProfile } from "#domain/segments/profile";
import type { LadderPosition, OpenItem } from "#domain/receivables/item";
import type { Step, Strategy } from "#domain/strategies/strategy";

/** Facts for tests of the pure rules; everything has a plain beginning and is overridden where the test speaks of it. */
export const eur: Currency = { code: "EUR", decimals: 2 };
export const huf: Currency = { code: "HUF", decimals: 0 };

export const day = (text: string): Day => {
  const found = parseDay(text);
  if (found === null) throw new Error(`${text} is no day`);
  return found;
};

export function strategyOf(...offsets: readonly number[]): Strategy {
  return {
    id: "standard", name: "Standard",
    steps: offsets.map((offset, index) => stepOf(index + 1, offset)),
    ladder: "item", escalation: "oneStep", beginning: "firstStep", grouping: "highestLevel", end: "stop", repeatDays: 30, attempts: null, daysBetween: 1,
    policyChange: "keepLevel", version: "standard now", fault: null,
  };
}

/** A plain e-mail step, so many days after the due date. */
export const stepOf = (sequence: number, offset: number, parts: Partial<Step> = {}): Step => ({
  id: `step${sequence}`, sequence, offset, base: "dueDate", channel: "email", customChannelId: null, purpose: "dunning", templateId: "reminder", minimum: null, minimumShare: null,
  needsApproval: false, legal: false, deadlineDays: null, fee: "none", interest: false, variants: [], ...parts,
});

export function policyOf(strategy: Strategy = strategyOf(3, 10, 20), parts: Partial<Policy> = {}): Policy {
  return {
    company: { id: "company", name: "Seller", language: "english", timeZone: utc, sender: "ar@seller.example", iban: "", strategyId: strategy.id, currency: { currency: eur, rate: parseRate("1") }, tolerance: null, terms: usualTerms },
    calendar: weekendsOnly, calendars: new Map(), strategies: new Map([[strategy.id, strategy]]), segments: [], creditClasses: new Map(), paymentTypes: new Map(),
    contactRules: [],
    templateVariants: [], templates: new Map([["reminder", { id: "reminder", name: "Reminder", channel: null, texts: [{ name: "Reminder", language: "english", subject: "Reminder", body: "{{total}}" }] }]]),
    currencies: new Map([["EUR", { currency: eur, rate: parseRate("1") }], ["HUF", { currency: huf, rate: parseRate("400") }]]),
    ...parts,
  };
}

/** A position on the ladder of the first cycle. */
export const ladderAt = (level: number, lastActionOn: string | null, parts: Partial<LadderPosition> = {}): LadderPosition =>
  ({ level, cycle: 0, lastActionOn: lastActionOn === null ? null : day(lastActionOn), attempts: level, deadline: null, version: null, ...parts });

/** An item of 100.00 EUR, issued on 2 January 2026 and due on Monday 2 March 2026. */
export function itemOf(id: string, parts: Partial<OpenItem> & { readonly open?: bigint } = {}): OpenItem {
  const { open, ...rest } = parts;
  const amount = money(10_000n, eur);
  return {
    id, name: `${id}/1`, document: { number: id, kind: "invoice", status: "posted" }, instalment: 1, status: "open", issuedOn: day("2026-01-02"), dueOn: day("2026-03-02"),
    amount, openAmount: open === undefined ? amount : money(open, eur), allocations: [], ladder: ladderAt(0, null), paymentTypeId: null, strategyId: null, ...rest,
  };
}

export function factsOf(items: readonly OpenItem[], parts: Partial<Omit<DebtorFacts, "debtor">> & { readonly debtor?: Partial<DebtorFacts["debtor"]> } = {}): DebtorFacts {
  const { debtor, ...rest } = parts;
  return {
    debtor: {
      id: "debtor", number: "C-1", name: "Buyer", kind: "company", country: null, profile: emptyProfile, language: null, salutation: "", ownerName: "", lastPromise: null,
      preferredChannel: null, calendarId: null, creditClassId: null, segmentId: null, strategyId: null,
      level: 0, lastActionOn: null, outlook: noOutlook, lastOrderOn: null, lastPaymentOn: null, vulnerable: false, insolventOn: null, manualReview: false, zone: null, owner: null, ...debtor,
    },
    items, broken: [], promises: [], untold: [], plans: [], receipts: [], disputes: [], holds: [], optOuts: [], contacts: [], awaitingApproval: new Map(), unsent: new Map(), stored: new Map(),
    contactPoints: [{ address: "pay@buyer.example", channel: "email", purpose: "main", primary: true, bounced: false, invalid: false }], ...rest,
  };
}
