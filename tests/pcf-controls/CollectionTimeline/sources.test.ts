import { communicationStatus, disputeStatus, invoiceStatus, paymentStatus, promiseStatus } from "#solution/generated/names";
import { kinds } from "../../../pcf-controls/CollectionTimeline/entry";
import type { Kind } from "../../../pcf-controls/CollectionTimeline/entry";
import { sources } from "../../../pcf-controls/CollectionTimeline/sources";
import { states } from "../../../pcf-controls/CollectionTimeline/states";
import { communication, debtorId, dispute, euro, invoice, payment, promise } from "../fakes/ledger";

const label = "@OData.Community.Display.V1.FormattedValue";

describe("rows become entries", () => {
  test.each([
    ["O-28: an invoice", "invoice", invoice("RE-1", "2026-11-01"), { kindKey: "Kind_Invoice", title: "RE-1", day: "2026-11-01", amount: 100, currencyId: euro, details: [] }],
    ["O-32: a credit note", "invoice", invoice("GS-1", "2026-11-01", { duly_kind: 591850001, duly_total: -20 }), { kindKey: "Kind_CreditNote", amount: -20 }],
    ["O-30: a payment with a rest", "payment", payment("TR-1", "2026-11-02", { duly_unapplied: 5 }), { kindKey: "Kind_Payment", amount: 60, details: [{ key: "Detail_Unapplied", money: 5 }] }],
    ["O-29: a letter that failed", "communication", communication("Reminder", "2026-11-03", { duly_channel: 591850001, duly_note: "No address", statuscode: 591850003 }),
      { kindKey: "Channel_Letter", state: { key: "State_Failed", label: "", tone: "bad" }, details: [{ key: "Detail_Level", count: 1 }, { words: "No address" }] }],
    ["a promise", "promise", promise("p", "2026-11-04", { duly_name: "50.00 EUR – 2026-11-09", duly_promisedate: "2026-11-09", duly_paidamount: 10 }),
      { title: "", details: [{ key: "Detail_PayBy", day: "2026-11-09" }, { key: "Detail_Paid", money: 10 }] }],
    ["O-31: a resolved dispute", "dispute", dispute("Damaged", "2026-11-05", { statuscode: 2, duly_resolvedon: "2026-11-08", _duly_openitem_value: "i", [`_duly_openitem_value${label}`]: "RE-1/1",
      _duly_disputereason_value: "r", [`_duly_disputereason_value${label}`]: "Quality" }),
      { amount: null, details: [{ words: "Quality" }, { words: "RE-1/1" }, { key: "Detail_Resolved", day: "2026-11-08" }], state: { key: "State_Resolved", label: "", tone: "good" } }],
    ["a row without a day", "invoice", invoice("RE-2", null), { day: "" }],
    ["a state that the organisation added", "payment", payment("TR-2", "2026-11-02", { statuscode: 7, [`statuscode${label}`]: "Returned" }), { state: { key: null, label: "Returned", tone: "plain" } }],
  ] as const)("%s", (_, kind, row, entry) => expect(sources[kind].toEntry(row)).toMatchObject(entry));

  test.each<[Kind, Readonly<Record<string, number>>]>([
    ["invoice", invoiceStatus], ["payment", paymentStatus], ["communication", communicationStatus], ["promise", promiseStatus], ["dispute", disputeStatus],
  ])("every state of %s has a text", (kind, all) => expect(Object.keys(states[kind]).map(Number).sort()).toEqual(Object.values(all).sort()));

  test("queries ask for the debtor's rows, newest first", () => {
    for (const kind of kinds) expect(sources[kind].options(debtorId)).toMatch(new RegExp(`\\$filter=_duly_debtor_value eq ${debtorId}&\\$orderby=duly_\\w+ desc,duly_${kind}id desc$`));
    expect(sources.payment.options("x")).toBe(
      "?$select=duly_paymentid,duly_name,statuscode,duly_valuedate,duly_amount,duly_unapplied,_transactioncurrencyid_value&$filter=_duly_debtor_value eq x&$orderby=duly_valuedate desc,duly_paymentid desc",
    );
  });
});
