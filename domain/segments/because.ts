import { daysBetween } from "../calendar/arithmetic";
import type { Day } from "../calendar/day";
import { messageText, type Catalogue } from "../messages/text";
import { english, type MessageCode } from "../messages/english";
import { moneyText, percentText } from "../money/decimal";
import type { Money } from "../money/money";
import type { DebtorKind, Range, Segment, Traits } from "./segment";

/** Writes texts of one language. */
type Say = (code: MessageCode, parameters?: Readonly<Record<string, string>>) => string;

const kinds: Readonly<Record<DebtorKind, MessageCode>> = { company: "segment.kind.company", naturalPerson: "segment.kind.naturalPerson", publicBody: "segment.kind.publicBody" };

const same = (what: MessageCode, own: string | null, say: Say): readonly string[] => (own === null ? [] : [say("segment.same", { what: say(what), own })]);

const bound = <T>(value: T | null, shown: (value: T) => string): string => (value === null ? "" : shown(value));

/** A value with the bounds that it lies in; nothing for a range without bounds. */
function ranged<T>(what: MessageCode, own: T | null, { range: { from, to }, shown, say }: { readonly range: Range<T>; readonly shown: (value: T) => string; readonly say: Say }): readonly string[] {
  if (from === null && to === null) return [];
  const code = from === null ? "segment.atMost" : to === null ? "segment.atLeast" : "segment.between";
  return [say(code, { what: say(what), own: bound(own, shown), from: bound(from, shown), to: bound(to, shown) })];
}

const percent = (hundredths: number): string => `${percentText(hundredths)} %`;
const ago = (day: Day | null, asOf: Day): number | null => (day === null ? null : daysBetween(day, asOf));

/** The conditions of a segment with the values of a debtor that matched, in the words of the form: "Days past due 9 (from 7)"; empty for a segment without conditions. */
export function because(segment: Segment, traits: Traits, asOf: Day, catalogue: Catalogue = english): string {
  const say: Say = (code, parameters) => messageText(code, parameters, catalogue);
  const money = (range: Range<Money>) => ({ range, shown: moneyText, say });
  const numbers = (range: Range<number>, shown: (value: number) => string = String) => ({ range, shown, say });
  return [
    ...same("segment.trait.kind", segment.kind === null ? null : say(kinds[segment.kind]), say), ...same("segment.trait.country", segment.country, say),
    ...same("segment.trait.company", segment.companyId === null ? null : segment.companyName, say), ...same("segment.trait.creditClass", segment.creditClassId === null ? null : segment.creditClassName, say),
    ...ranged("segment.trait.openAmount", traits.openAmount, money(segment.openAmount)), ...ranged("segment.trait.overdueAmount", traits.overdueAmount, money(segment.overdueAmount)),
    ...ranged("segment.trait.daysPastDue", ago(traits.oldestDueOn, asOf), numbers(segment.daysPastDue)), ...ranged("segment.trait.openItems", traits.openItems, numbers(segment.openItems)),
    ...ranged("segment.trait.unpaid", traits.unpaid, numbers(segment.unpaid, percent)), ...ranged("segment.trait.exposure", traits.exposure, numbers(segment.exposure, percent)),
    ...ranged("segment.trait.score", traits.score, numbers(segment.score, percentText)), ...ranged("segment.trait.customerDays", ago(traits.customerSince, asOf), numbers(segment.customerDays)),
    ...(segment.fetchXml === null ? [] : [say("segment.trait.view")]),
  ].join("; ");
}
