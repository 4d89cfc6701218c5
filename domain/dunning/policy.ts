import type { Calendar } from "../calendar/business";
import type { Zone } from "../calendar/zones";
import type { Channel } from "../contactpoints/contactpoint";
import type { ContactRule } from "../contactrules/contactrule";
import type { Fault } from "../messages/fault";
import type { Money } from "../money/money";
import type { Quoted } from "../money/exchange";
import type { Segment } from "../segments/segment";
import type { Strategy } from "../strategies/strategy";
import type { Language } from "../templates/language";
import type { Template } from "../templates/template";
import type { TemplateVariant } from "../templates/variant";
import type { Terms } from "./terms";

export interface CreditClass {
  readonly name: string;
  readonly dunnable: boolean;
  readonly strategyId: string | null;
  /** Goes before the step's channel. */
  readonly channel: Channel | null;
  /** Days that every step comes later. */
  readonly graceDays: number;
}

export interface PaymentType {
  readonly name: string;
  readonly dunnable: boolean;
  /** Goes before the debtor's and the step's channel. */
  readonly channel: Channel | null;
  readonly graceDays: number;
}

export interface Company {
  readonly id: string;
  readonly name: string;
  readonly language: Language;
  /** Decides which day it is. */
  readonly timeZone: Zone;
  readonly sender: string;
  readonly iban: string;
  readonly strategyId: string | null;
  /** null = unknown; then amounts of debtors are not added up. */
  readonly currency: Quoted | null;
  /** Items with less open are never dunned; null = no tolerance. */
  readonly tolerance: Money | null;
  readonly terms: Terms;
}

/** The rules of one company. */
export interface Policy {
  readonly company: Company;
  /** The company's. */
  readonly calendar: Calendar;
  /** All by id; one whose row is broken is a fault of the debtors that keep it. */
  readonly calendars: ReadonlyMap<string, Calendar | Fault>;
  /** Active ones by id, with their active steps in order. */
  readonly strategies: ReadonlyMap<string, Strategy>;
  /** In the order in which they are tried. */
  readonly segments: readonly Segment[];
  readonly creditClasses: ReadonlyMap<string, CreditClass>;
  readonly paymentTypes: ReadonlyMap<string, PaymentType>;
  readonly templates: ReadonlyMap<string, Template>;
  readonly templateVariants: readonly TemplateVariant[];
  /** Active ones, in the order of their codes. */
  readonly contactRules: readonly ContactRule[];
  /** Currencies by ISO code. */
  readonly currencies: ReadonlyMap<string, Quoted>;
}
