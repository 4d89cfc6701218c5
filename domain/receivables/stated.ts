import { fault, type Fault } from "../messages/fault";
import { decimalText } from "../money/decimal";
import { add, compare, subtract, type Money } from "../money/money";

/** What an item says of its money; null = not said. */
export interface Stated { readonly amount: Money | null; readonly open: Money | null; readonly isPaid: boolean }

/** An item as somebody writes it from outside: how it stood (null: it is new) and what of it is written. */
export interface Statement { readonly item: string; readonly before: Stated | null; readonly written: Partial<Stated> }

/** Without the zeros behind the point: a row says its currency beside its amounts. */
const shown = (money: Money): string => decimalText(money).replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");

const isNegative = ({ minor }: Money): boolean => minor < 0n;

/** What is open of an item whose amount alone is corrected: the amount less what was paid of it before. */
const openAfter = (before: Stated | null, amount: Money): Money => (before?.amount == null || before.open === null ? amount : add(before.open, subtract(amount, before.amount)));

function correctedFault({ item, before }: Statement, amount: Money): Fault | null {
  if (isNegative(amount)) return fault("DULY-ITEM-006", { item, amount: shown(amount) });
  const open = openAfter(before, amount);
  return isNegative(open) ? fault("DULY-ITEM-007", { item, amount: shown(amount), paid: shown(subtract(amount, open)) }) : null;
}

function openFault({ item }: Statement, open: Money, amount: Money | null): Fault | null {
  if (isNegative(open)) return fault("DULY-ITEM-008", { item, open: shown(open) });
  return amount !== null && compare(open, amount) > 0 ? fault("DULY-ITEM-009", { item, open: shown(open), amount: shown(amount) }) : null;
}

function amountsFault(statement: Statement): Fault | null {
  const { before, written: { amount, open } } = statement;
  if (open == null) return amount == null ? null : correctedFault(statement, amount);
  if (amount != null && isNegative(amount)) return correctedFault(statement, amount);
  return openFault(statement, open, amount ?? before?.amount ?? null);
}

/**
 * What is wrong with the money of an item as it is written from outside; null = nothing. An amount is never negative, from zero to all of it can be open, and nothing is open of what is paid.
 * What stands wrong already hinders nobody from writing something else.
 */
export function statedFault(statement: Statement): Fault | null {
  const { item, before, written } = statement;
  const open = written.open ?? (before === null ? written.amount : before.open);
  const isPaid = written.isPaid ?? (written.open != null && before?.isPaid === true);
  return amountsFault(statement) ?? (isPaid && open != null && open.minor > 0n ? fault("DULY-ITEM-010", { item, open: shown(open) }) : null);
}
