import type { Day } from "../calendar/day";
import { partsOf } from "../money/decimal";
import type { DecimalParts } from "../money/digits";
import type { Money } from "../money/money";
import { habits, type Language } from "./language";

/** Digits in the manner of a language: "1,234.50", "1 234,50". */
function inManner({ sign, whole, fraction }: DecimalParts, language: Language): string {
  const { group, decimal: point } = habits[language];
  const grouped = whole.length <= 3 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, group);
  return `${sign}${grouped}${fraction === "" ? "" : point + fraction}`;
}

/** An amount with its currency code: English "EUR 1,234.50", other languages "1 234,50 EUR" (the space does not break). */
export function formatMoney(amount: Money, language: Language): string {
  const number = inManner(partsOf(amount), language);
  return language === "english" ? `${amount.currency.code}\u00a0${number}` : `${number}\u00a0${amount.currency.code}`;
}

/** A day in words where the language has them here: "5 March 2026", "2026. március 5.". */
export function formatDay(day: Day, language: Language): string {
  const { months, day: write } = habits[language];
  const month = day.slice(5, 7);
  return write(day.slice(0, 4), months?.[Number(month) - 1] ?? month, day.slice(8, 10));
}
