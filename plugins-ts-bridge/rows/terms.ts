import { usualTerms, type Terms } from "#domain/dunning/terms";
import type { CompanyRow } from "#solution/generated/names";
import { creditModeOf } from "./codes";

/** Columns of a company that say how it treats agreements and money on its way. */
export const termsColumns = ["duly_creditmode", "duly_transitdays", "duly_promisegracedays", "duly_promisetolerance", "duly_plangracedays"] as const;

export type TermsColumns = Pick<CompanyRow, (typeof termsColumns)[number]>;

/** Code of the template of the message about a broken promise. */
export const brokenPromiseCode = "promise-broken";

/** `words` = the texts of templates with the template's code. */
export const toTerms = (row: TermsColumns, words: readonly { readonly code: string | null; readonly templateId: string | null }[]): Terms => ({
  keptShare: row.duly_promisetolerance === null ? usualTerms.keptShare : BigInt(Math.round(Number(row.duly_promisetolerance) * 100)),
  promiseGraceDays: row.duly_promisegracedays ?? usualTerms.promiseGraceDays, planGraceDays: row.duly_plangracedays ?? usualTerms.planGraceDays,
  transitDays: row.duly_transitdays, creditMode: creditModeOf(row.duly_creditmode) ?? usualTerms.creditMode,
  brokenPromiseTemplateId: words.find(({ code }) => code === brokenPromiseCode)?.templateId ?? null,
});
