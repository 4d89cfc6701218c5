import type { decisionreason } from "#solution/generated/names";
import { english } from "./en";
import { hungarian } from "./hu";

/** Name of a reason of a decision. */
export type Reason = keyof typeof decisionreason;

/** Every text of the form scripts in one language. */
export interface Labels {
  /** When a step acts, by its offset in days from the due date. */
  readonly offset: (days: number) => string;
  /** When a step acts that is counted from the previous one. */
  readonly offsetFromPrevious: (days: number) => string;
  /** Step and days of another step that stands in the wrong order. */
  readonly ladder: (other: { readonly name: string; readonly sequence: number; readonly plannedDays: number }) => string;
  readonly ladderUnknown: string;
  readonly promisePast: string;
  readonly messageKept: string;
  /** A day ("2026-11-30") written out. */
  readonly day: (day: string) => string;
  /** Number of items and their reason. */
  readonly counted: (count: number, reason: string) => string;
  readonly nextAction: (day: string | null, reasons: readonly string[]) => string;
  /** An item that a run reminded about. */
  readonly reminded: string;
  readonly totalsUnread: string;
  readonly notReadAgain: string;
  readonly explanationUnknown: string;
  readonly reasons: Readonly<Record<Reason, string>>;
}

const byLanguage: Readonly<Record<number, Labels>> = { 1033: english, 1038: hungarian };

/** Texts in the user's language; English when there are none. */
export const labelsOf = (languageId: number): Labels => byLanguage[languageId] ?? english;

/** Texts of the signed-in user. */
export const userLabels = (): Labels => labelsOf(Xrm.Utility.getGlobalContext().userSettings.languageId);
