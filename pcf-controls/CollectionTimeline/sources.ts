import type { CommunicationRow, DisputeRow, InvoiceRow, PaymentRow, PromiseRow } from "#solution/generated/names";
import { channel, invoicekind, tables } from "#solution/generated/names";
import type { Query } from "../shared/query";
import { ofDebtor, toOptions } from "../shared/query";
import type { RawRow, RowReader } from "../shared/row";
import { readRow } from "../shared/row";
import type { Entry, Kind, Phrase } from "./entry";
import { states } from "./states";

/** Where entries of one kind come from: a query, newest first, and the mapping of its rows. */
export interface Source {
  readonly table: string;
  options(debtorId: string): string;
  toEntry(row: RawRow): Entry;
}

interface Definition<R> {
  readonly kind: Kind;
  readonly id: keyof R & string;
  readonly day: keyof R & string;
  readonly amount?: keyof R & string;
  readonly query: Pick<Query<R>, "columns" | "lookups">;
  readonly kindKey: (row: RowReader<R>) => string;
  /** True when the row's name only repeats amount and day in one fixed format. */
  readonly nameless?: boolean;
  readonly details: (row: RowReader<R>) => readonly Phrase[];
}

interface Titled {
  readonly statuscode: number;
  readonly duly_name: string | null;
}

const source = <R extends Titled>(of: Definition<R>): Source => ({
  table: tables[of.kind].logicalName,
  options: (debtorId) => {
    const columns = [of.id, "duly_name", "statuscode", of.day, ...of.query.columns] as const;
    return toOptions<R>({ ...of.query, columns, filter: ofDebtor(debtorId), order: [`${of.day} desc`, `${of.id} desc`] });
  },
  toEntry: (raw) => {
    const row = readRow<R>(raw);
    const [key, tone] = states[of.kind][row.number("statuscode") ?? 0] ?? [null, "plain" as const];
    return {
      kind: of.kind, kindKey: of.kindKey(row), table: tables[of.kind].logicalName, id: row.text(of.id), day: row.text(of.day).slice(0, 10), title: of.nameless === true ? "" : row.text("duly_name"),
      amount: of.amount === undefined ? null : row.number(of.amount), currencyId: String(raw["_transactioncurrencyid_value"] ?? ""),
      state: { key, label: row.label("statuscode"), tone }, details: of.details(row),
    };
  },
});

const invoiceKeys: Readonly<Record<number, string>> = {
  [invoicekind.invoice]: "Kind_Invoice", [invoicekind.creditNote]: "Kind_CreditNote", [invoicekind.debitNote]: "Kind_DebitNote",
};
const channelKeys: Readonly<Record<number, string>> = {
  [channel.email]: "Channel_Email", [channel.letter]: "Channel_Letter", [channel.sms]: "Channel_Sms", [channel.phone]: "Channel_Phone",
  [channel.pec]: "Channel_Pec", [channel.fax]: "Channel_Fax", [channel.other]: "Channel_Other",
};
const dated = (key: string, day: string): readonly Phrase[] => (day === "" ? [] : [{ key, day }]);
const worded = (words: string): readonly Phrase[] => (words === "" ? [] : [{ words }]);
const counted = (key: string, count: number | null): readonly Phrase[] => (count === null ? [] : [{ key, count }]);
const moneyed = (key: string, money: number | null): readonly Phrase[] => (money ? [{ key, money }] : []);

/** The five sources of the timeline. */
export const sources: Readonly<Record<Kind, Source>> = {
  invoice: source<InvoiceRow>({
    kind: "invoice", id: tables.invoice.id, day: "duly_issuedon", amount: "duly_total",
    query: { columns: ["duly_total", "duly_kind"], lookups: ["transactioncurrencyid"] },
    kindKey: (row) => invoiceKeys[row.number("duly_kind") ?? invoicekind.invoice] ?? "Kind_Invoice",
    details: () => [],
  }),
  payment: source<PaymentRow>({
    kind: "payment", id: tables.payment.id, day: "duly_valuedate", amount: "duly_amount",
    query: { columns: ["duly_amount", "duly_unapplied"], lookups: ["transactioncurrencyid"] },
    kindKey: () => "Kind_Payment",
    details: (row) => moneyed("Detail_Unapplied", row.number("duly_unapplied")),
  }),
  communication: source<CommunicationRow>({
    kind: "communication", id: tables.communication.id, day: "duly_plannedon", amount: "duly_total",
    query: { columns: ["duly_total", "duly_channel", "duly_level", "duly_note"], lookups: ["transactioncurrencyid"] },
    kindKey: (row) => channelKeys[row.number("duly_channel") ?? 0] ?? "Kind_Communication",
    details: (row) => [...counted("Detail_Level", row.number("duly_level")), ...worded(row.text("duly_note"))],
  }),
  promise: source<PromiseRow>({
    kind: "promise", nameless: true, id: tables.promise.id, day: "duly_takenon", amount: "duly_amount",
    query: { columns: ["duly_amount", "duly_promisedate", "duly_paidamount"], lookups: ["transactioncurrencyid"] },
    kindKey: () => "Kind_Promise",
    details: (row) => [...dated("Detail_PayBy", row.text("duly_promisedate")), ...moneyed("Detail_Paid", row.number("duly_paidamount"))],
  }),
  dispute: source<DisputeRow>({
    kind: "dispute", id: tables.dispute.id, day: "duly_openedon",
    query: { columns: ["duly_resolvedon"], lookups: ["duly_openitem", "duly_disputereason"] },
    kindKey: () => "Kind_Dispute",
    details: (row) => [
      ...worded(row.lookup("duly_disputereason")?.name ?? ""), ...worded(row.lookup("duly_openitem")?.name ?? ""),
      ...dated("Detail_Resolved", row.text("duly_resolvedon")),
    ],
  }),
};
