/** What open credits do to dunning: nothing, they are shown in the message, or nothing is dunned that they cover. */
export type CreditMode = "ignore" | "list" | "net";

/** How a company treats agreements and money that is on its way. */
export interface Terms {
  /** Part of a promised amount that makes the promise kept, in hundredths of a percent (10000 = all of it). */
  readonly keptShare: bigint;
  /** Business days after the promised day on which a payment is still in time. */
  readonly promiseGraceDays: number;
  /** Business days after the day of an instalment on which its payment is still in time. */
  readonly planGraceDays: number;
  /** Calendar days after its value date for which a payment that is not applied yet holds back the items that it covers; null = it holds back nothing. */
  readonly transitDays: number | null;
  readonly creditMode: CreditMode;
  /** Template of the message about a broken promise; null = debtors are not told. */
  readonly brokenPromiseTemplateId: string | null;
}

/** Terms of a company that says nothing. */
export const usualTerms: Terms = { keptShare: 10_000n, promiseGraceDays: 0, planGraceDays: 0, transitDays: null, creditMode: "ignore", brokenPromiseTemplateId: null };
