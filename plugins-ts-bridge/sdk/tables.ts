import type { Reference, TableRows } from "#solution/generated/names";

/** The platform's currency table, as far as rules read it. */
export interface CurrencyRow {
  readonly transactioncurrencyid: string;
  readonly isocurrencycode: string | null;
  readonly currencyprecision: number | null;
  readonly exchangerate: string | null;
}

/** Columns that the platform's activities share. */
interface ActivityRow {
  readonly subject: string | null;
  readonly description: string | null;
  readonly scheduledstart: string | null;
  readonly scheduledend: string | null;
  readonly regardingobjectid: Reference | null;
  readonly ownerid?: Reference | null;
  readonly statecode: number;
  readonly statuscode: number;
}

/** The platform's phone call, as far as rules write it. */
export interface PhonecallRow extends ActivityRow { readonly phonenumber: string | null; readonly directioncode: boolean | null }

/** The platform's note, as far as rules write it. */
export interface AnnotationRow { readonly subject: string | null; readonly objectid: Reference | null }

/** Logical name -> columns, for reads that are checked when compiling. */
export interface Tables extends TableRows {
  readonly transactioncurrency: CurrencyRow;
  readonly phonecall: PhonecallRow;
  readonly task: ActivityRow;
  readonly annotation: AnnotationRow;
}

/** Columns of the platform's tables that rules write and whose values JSON does not tell apart; as `columnKinds` for ours. */
export const platformKinds: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  phonecall: { instant: "scheduledstart scheduledend" }, task: { instant: "scheduledstart scheduledend" },
};

export type TableName = keyof Tables;
export type ColumnOf<T extends TableName> = keyof Tables[T] & string;
