import { addDays } from "#domain/calendar/arithmetic";
import { channel, openitemStatus, paymentStatus } from "#solution/generated/names";
import { company, currency, debtor, item, makes, ofDebtor, ofItem, type Situation } from "./case";

/** What is agreed with a debtor, or known of it. */
export const agreed: readonly Situation[] = [
  { reason: "promised", happens: makes("duly_promise", (on) => ({ ...debtor(on), ...currency(on), duly_promisedate: addDays(on.today, 4), duly_openitems: on.itemId, duly_amount: on.open })) },
  { reason: "repaymentPlan", happens: makes("duly_plan", (on) => ({ ...debtor(on), ...currency(on), duly_count: 3, duly_firston: addDays(on.today, 14), duly_months: 1 })) },
  { reason: "held", happens: makes("duly_hold", (on) => ({ ...debtor(on), duly_name: "Water damage at the customer's premises", duly_startson: on.today, duly_endson: addDays(on.today, 20) })) },
  { reason: "disputed", happens: makes("duly_dispute", (on) => ({ ...debtor(on), ...item(on), duly_name: "Quantity delivered is not the one invoiced", duly_openedon: on.today })) },
  {
    reason: "paymentInTransit", happens: makes("duly_payment", (on) => ({
      ...debtor(on), ...item(on), ...currency(on), ...company(on), duly_name: `Announced ${on.itemId}`, duly_amount: on.open, duly_valuedate: on.today, statuscode: paymentStatus.announced,
    })),
  },
  { reason: "inLitigation", happens: ofItem(() => ({ statuscode: openitemStatus.inLitigation })) },
  { reason: "cancelled", happens: ofItem(() => ({ statecode: 1, statuscode: openitemStatus.cancelled })) },
  { reason: "vulnerable", happens: ofDebtor(() => ({ duly_vulnerable: true })) },
  { reason: "insolvent", happens: ofDebtor(({ today }) => ({ duly_insolventon: today })) },
  { reason: "awaitingApproval", happens: ofDebtor(() => ({ duly_manualreview: true })) },
  {
    reason: "contactDenied", happens: makes("duly_optout", (on) => ({
      ...debtor(on), duly_name: `STOP (email, ${on.today})`, duly_channel: channel.email, duly_startson: addDays(on.today, -3), duly_source: "Answered STOP to a message.",
    })),
  },
];
