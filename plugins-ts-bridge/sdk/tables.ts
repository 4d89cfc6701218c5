import type {
  AllocationRow, CommunicationRow, CommunicationlineRow, CompanyRow, ContactpointRow, CreditclassRow, DebtorRow, DisputeRow, HoldRow, InvoiceRow,
  OpenitemRow, PaymentRow, PromiselineRow, PromiseRow, RunRow, SegmentRow, StrategyRow, StrategystepRow, TemplateRow, TemplatetextRow,
} from "#solution/generated/names";

/** The platform's currency table, as far as rules read it. */
export interface CurrencyRow {
  readonly transactioncurrencyid: string;
  readonly isocurrencycode: string | null;
  readonly currencyprecision: number | null;
  readonly exchangerate: string | null;
}

/** Logical name -> columns, for reads that are checked when compiling. */
export interface Tables {
  readonly transactioncurrency: CurrencyRow;
  readonly duly_company: CompanyRow;
  readonly duly_debtor: DebtorRow;
  readonly duly_contactpoint: ContactpointRow;
  readonly duly_invoice: InvoiceRow;
  readonly duly_openitem: OpenitemRow;
  readonly duly_payment: PaymentRow;
  readonly duly_allocation: AllocationRow;
  readonly duly_creditclass: CreditclassRow;
  readonly duly_segment: SegmentRow;
  readonly duly_strategy: StrategyRow;
  readonly duly_strategystep: StrategystepRow;
  readonly duly_template: TemplateRow;
  readonly duly_templatetext: TemplatetextRow;
  readonly duly_run: RunRow;
  readonly duly_communication: CommunicationRow;
  readonly duly_communicationline: CommunicationlineRow;
  readonly duly_promise: PromiseRow;
  readonly duly_promiseline: PromiselineRow;
  readonly duly_dispute: DisputeRow;
  readonly duly_hold: HoldRow;
}

export type TableName = keyof Tables;
export type ColumnOf<T extends TableName> = keyof Tables[T] & string;
