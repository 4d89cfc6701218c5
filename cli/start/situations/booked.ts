import { addDays } from "#domain/calendar/arithmetic";
import { company, currency, debtor, inCurrency, item, all, makes, ofDebtor, ofItem, type Case, type Named, type Situation } from "./case";

/** Everything but a rest was paid, written with as many decimals as the open amount. */
const paidButFor = (rest: Named): Situation["happens"] => makes("duly_payment", (on) => ({
  ...debtor(on), ...item(on), ...currency(on), ...company(on), duly_name: `Short ${on.itemId}`, duly_valuedate: addDays(on.today, -5),
  duly_amount: (Number(on.open) - inCurrency(on, rest)).toFixed(on.open.split(".")[1]?.length ?? 0),
}));

const ofKeyAccount = ofDebtor(({ coded }) => ({ duly_creditclass: coded("creditclass", "KEY") }));

/** So much is open that the rest of a key account is little of it, and more than its least amount. */
const large = (on: Case): boolean => Number(on.open) >= inCurrency(on, { EUR: 800, HUF: 320_000 });

/** Written ahead for the month to come, as for rent. */
const writtenAhead = ({ today }: Case) => ({ duly_issuedon: addDays(today, 3) });

/** What the books say of an item. */
export const booked: readonly Situation[] = [
  { reason: "belowMinimumPercent", fits: large, happens: all(ofKeyAccount, paidButFor({ EUR: 30, HUF: 12_000 })) },
  { reason: "belowMinimum", happens: paidButFor({ EUR: 4.2, HUF: 1680 }) },
  { reason: "belowTolerance", happens: paidButFor({ EUR: 0.45, HUF: 180 }) },
  { reason: "paymentTypeNotDunnable", happens: ofItem(({ coded }) => ({ duly_paymenttype: coded("paymenttype", "CASH") })) },
  { reason: "noDueDate", happens: ofItem(() => ({ duly_duedate: null })) },
  {
    reason: "notIssued", happens: all(
      ofItem((on) => ({ ...writtenAhead(on), duly_duedate: addDays(on.today, 33), duly_originalduedate: addDays(on.today, 33) })),
      (service, on) => { service.update("duly_invoice", { id: on.invoiceId }, writtenAhead(on)); },
    ),
  },
];
