import { exchange, type Quoted } from "../money/exchange";
import type { Money } from "../money/money";

/** How serious a delinquency is, from the least. */
export const severities = ["low", "medium", "high", "critical"] as const;
export type Severity = (typeof severities)[number];

/** What is overdue, how long the oldest of it is past due, and on how many items. */
export interface Delinquent {
  /** In the base currency of the currency table, two decimals. */
  readonly overdue: Money;
  readonly daysPastDue: number;
  readonly items: number;
}

/** Bounds in cents of the base currency and in days, and from how many items on the severity rises by one. */
const smallBelow = 100_000n;
const mediumBelow = 1_000_000n;
const shortUpTo = 30;
const middlingUpTo = 90;
const manyItems = 10;

/** Rows: overdue below 1,000, below 10,000, from 10,000 on. Columns: up to 30 days past due, up to 90, more. */
const table: readonly (readonly Severity[])[] = [
  ["low", "low", "medium"],
  ["low", "medium", "high"],
  ["medium", "high", "critical"],
];

const bandOf = (minor: bigint): number => (minor < smallBelow ? 0 : minor < mediumBelow ? 1 : 2);
const spanOf = (days: number): number => (days <= shortUpTo ? 0 : days <= middlingUpTo ? 1 : 2);

const base: Quoted = { currency: { code: "(base)", decimals: 2 }, rate: 1_000_000_000_000n };

/** An amount in the base currency that severities are told by. */
export const inBase = (amount: Money, from: Quoted): Money => exchange(amount, { from, to: base }, "halfUp");

/** Severity by overdue amount and days past due; ten items or more raise it by one, critical at most. */
export function severityOf({ overdue, daysPastDue, items }: Delinquent): Severity {
  const found = table[bandOf(overdue.minor)]?.[spanOf(daysPastDue)] ?? "low";
  const raised = severities.indexOf(found) + (items >= manyItems ? 1 : 0);
  return severities[raised] ?? "critical";
}

/** Below zero when left is milder than right; null (not delinquent) is the mildest. */
export const compareSeverity = (left: Severity | null, right: Severity | null): number =>
  (left === null ? -1 : severities.indexOf(left)) - (right === null ? -1 : severities.indexOf(right));
