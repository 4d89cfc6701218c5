import type { RawRow } from "../../../pcf-controls/shared/row";

/** Id of the debtor that the tests' forms show. */
export const debtorId = "11111111-1111-4111-8111-111111111111";
/** Ids of the tests' currencies. */
export const euro = "eeeeeeee-0000-4000-8000-000000000001";
export const forint = "eeeeeeee-0000-4000-8000-000000000002";

/** Both currencies as rows of transactioncurrency. */
export const currencyRows: readonly RawRow[] = [
  { transactioncurrencyid: euro, isocurrencycode: "EUR", currencysymbol: "€", currencyprecision: 2 },
  { transactioncurrencyid: forint, isocurrencycode: "HUF", currencysymbol: "Ft", currencyprecision: 0 },
];

const owned = { _duly_debtor_value: debtorId, statecode: 0, statuscode: 1 };

/** Rows of one kind with what every test shares; `cells` win. */
export const invoice = (id: string, day: string | null, cells: RawRow = {}): RawRow =>
  ({ ...owned, duly_invoiceid: id, duly_name: id, duly_issuedon: day, duly_total: 100, duly_kind: 591850000, _transactioncurrencyid_value: euro, ...cells });
export const payment = (id: string, day: string, cells: RawRow = {}): RawRow =>
  ({ ...owned, duly_paymentid: id, duly_name: id, duly_valuedate: day, duly_amount: 60, duly_unapplied: 0, _transactioncurrencyid_value: euro, ...cells });
export const communication = (id: string, day: string, cells: RawRow = {}): RawRow =>
  ({ ...owned, duly_communicationid: id, duly_name: id, duly_plannedon: day, duly_total: 100, duly_channel: 591850000, duly_level: 1, _transactioncurrencyid_value: euro, ...cells });
export const promise = (id: string, day: string, cells: RawRow = {}): RawRow =>
  ({ ...owned, duly_promiseid: id, duly_name: null, duly_takenon: day, duly_promisedate: day, duly_amount: 50, duly_openitems: "", _transactioncurrencyid_value: euro, ...cells });
export const dispute = (id: string, day: string, cells: RawRow = {}): RawRow =>
  ({ ...owned, duly_disputeid: id, duly_name: id, duly_openedon: day, ...cells });
export const openItem = (id: string, due: string, cells: RawRow = {}): RawRow =>
  ({ ...owned, duly_openitemid: id, duly_name: id.toUpperCase(), duly_duedate: due, duly_openamount: 100, _transactioncurrencyid_value: euro, ...cells });
