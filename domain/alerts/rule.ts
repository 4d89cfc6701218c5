import type { Money } from "../money/money";
import type { Severity } from "../segments/severity";

export type AlertKind = "overdueAmount" | "daysPastDue" | "lateDispute" | "noAction";

/** What people are told of by themselves. */
export interface AlertRule {
  readonly id: string;
  readonly name: string;
  readonly kind: AlertKind;
  /** Overdue amount above which it speaks, in the company's currency; null = it does not look at the amount. */
  readonly amount: Money | null;
  /**
   * Amount and days past due: days past due above which it speaks. Disputes: days after the deadline from which it speaks, negative = before it.
   * Debtors without action: days without action from which it speaks. null = it does not look at days.
   */
  readonly days: number | null;
  /** Only debtors of at least this severity; null = any. */
  readonly severity: Severity | null;
  /** Days after which an open alert goes to the manager, 0 = at once; null = never. */
  readonly escalationDays: number | null;
  readonly managerId: string | null;
}

type Parts = Pick<AlertRule, "kind" | "amount" | "days" | "escalationDays" | "managerId">;

/** The column of a rule that is missing or wrong; null when it can watch. */
export function wrongColumn({ kind, amount, days, escalationDays, managerId }: Parts): "amount" | "days" | "manager" | null {
  if (kind === "overdueAmount" && amount === null) return "amount";
  if (kind !== "overdueAmount" && days === null) return "days";
  if (days !== null && days < 0 && kind !== "lateDispute") return "days";
  return escalationDays !== null && managerId === null ? "manager" : null;
}
