import type { Calendar } from "../calendar/business";
import type { Quoted } from "../money/exchange";
import type { Segment } from "../segments/segment";
import type { Strategy } from "../strategies/strategy";
import type { Language } from "../templates/language";
import type { Template } from "../templates/template";

export interface CreditClass {
  readonly name: string;
  readonly dunnable: boolean;
  readonly strategyId: string | null;
}

export interface Company {
  readonly id: string;
  readonly name: string;
  readonly language: Language;
  readonly sender: string;
  readonly iban: string;
  readonly strategyId: string | null;
}

/** The rules of one company. */
export interface Policy {
  readonly company: Company;
  readonly calendar: Calendar;
  /** Active ones by id, with their active steps in order. */
  readonly strategies: ReadonlyMap<string, Strategy>;
  readonly segments: readonly Segment[];
  readonly creditClasses: ReadonlyMap<string, CreditClass>;
  readonly templates: ReadonlyMap<string, Template>;
  /** Currencies by ISO code. */
  readonly currencies: ReadonlyMap<string, Quoted>;
}
