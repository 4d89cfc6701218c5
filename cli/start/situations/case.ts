import { addDays } from "#domain/calendar/arithmetic";
import type { Day } from "#domain/calendar/day";
import type { ReasonCode } from "#domain/dunning/reasons";
import type { EntityReference, OrganizationService, Row } from "../../../local-host/service/contract";

/** A debtor with an overdue item, and the days around the night to come. */
export interface Case {
  readonly debtorId: string;
  readonly itemId: string;
  readonly invoiceId: string;
  readonly currencyId: string;
  readonly currency: string;
  readonly companyId: string;
  readonly dueOn: Day;
  readonly open: string;
  readonly today: Day;
  /** The row of a policy by its code. */
  readonly coded: (table: "creditclass" | "paymenttype" | "strategy", code: string) => EntityReference;
}

/** Something that happens to a debtor, and why it is left alone for it. */
export interface Situation {
  readonly reason: ReasonCode;
  readonly happens: (service: OrganizationService, on: Case) => void;
  /** Whether it is likely to happen to this one; when absent, to any. */
  readonly fits?: (on: Case) => boolean;
}

type Happens = Situation["happens"];

export const debtor = ({ debtorId }: Case) => ({ duly_debtor: { logicalName: "duly_debtor", id: debtorId } });
export const item = ({ itemId }: Case) => ({ duly_openitem: { logicalName: "duly_openitem", id: itemId } });
export const currency = ({ currencyId }: Case) => ({ transactioncurrencyid: { logicalName: "transactioncurrency", id: currencyId } });
export const company = ({ companyId }: Case) => ({ duly_company: { logicalName: "duly_company", id: companyId } });

export const ofDebtor = (row: (on: Case) => Row): Happens => (service, on) => { service.update("duly_debtor", { id: on.debtorId }, row(on)); };
export const ofItem = (row: (on: Case) => Row): Happens => (service, on) => { service.update("duly_openitem", { id: on.itemId }, row(on)); };
export const makes = (table: string, row: (on: Case) => Row): Happens => (service, on) => { service.create(table, row(on)); };

/** One after the other. */
export const all = (...happen: readonly Happens[]): Happens => (service, on) => { for (const each of happen) each(service, on); };

/** Late for more than so many days. */
export const later = (days: number) => ({ dueOn, today }: Case): boolean => dueOn < addDays(today, -days);

/** Amounts as people name them: euros, and forints beside them. */
export interface Named { readonly EUR: number; readonly HUF: number }

export const inCurrency = ({ currency: code }: Case, { EUR, HUF }: Named): number => (code === "HUF" ? HUF : EUR);
