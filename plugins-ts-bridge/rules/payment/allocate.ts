import { earlier, later, type Day } from "#domain/calendar/day";
import { stop } from "#domain/messages/fault";
import { decimalText, moneyText } from "#domain/money/decimal";
import { isPositive, type Money } from "#domain/money/money";
import { openAfter, statusAfter } from "#domain/receivables/open";
import { settle, type Part, type Remittance, type Settlement } from "#domain/receivables/settle";
import { openitemStatus, paymentStatus, type Reference } from "#solution/generated/names";
import { caseQuery, readCaseItems, remittanceOf } from "../../rows/case";
import { currencyQuery, toCurrencies, toMoney, type Currencies } from "../../rows/currencies";
import { create, set, update, type Effect } from "../../sdk/effect";
import { dayOf, todayOf } from "../../sdk/input";
import { read, readTogether, type Reading } from "../../sdk/reading";
import { defineStep, type StepContext } from "../../sdk/rule";
import { reference } from "../../sdk/value";
import { touch } from "../debtor/touch";
import { isPayable, lastBookings, openPayables, payableQuery, toPayable, type PayableItem, type PayableRow } from "./read";

const table = "duly_payment";

/** A payment with what its row must have. */
interface Payment {
  readonly id: string;
  readonly name: string;
  readonly debtor: Reference;
  readonly remittance: Remittance;
  readonly bookedOn: Day;
  readonly amount: Money;
  readonly currency: Reference;
}

/** A new payment is booked today, or on its value date where that is earlier, unless another day is given; one that is only announced is expected on its value date. Nothing is left over until it was applied. */
const completed = defineStep({ id: "payment.complete", message: "Create", table, stage: "PreOperation" }, function* (context) {
  const { target } = context;
  const today = todayOf(context);
  const valueOn = target.duly_valuedate == null ? today : dayOf(target.duly_valuedate);
  const bookedOn = target.statuscode === paymentStatus.announced ? valueOn : earlier(valueOn, today);
  return set(table, { duly_valuedate: valueOn, duly_bookedon: target.duly_bookedon ?? bookedOn, duly_unapplied: target.duly_unapplied ?? "0" });
});

/** An announced payment that comes before the day on which it was expected is booked today, unless another day is given with it. */
const arrived = defineStep(
  { id: "payment.arrived", message: "Update", table, stage: "PreOperation", filteringAttributes: ["statuscode"], images: { pre: ["statuscode", "duly_bookedon"] } },
  function* ({ target, preImage, today }) {
    const came = preImage.statuscode === paymentStatus.announced && target.statuscode === paymentStatus.posted;
    return came && target.duly_bookedon === undefined && (preImage.duly_bookedon ?? "") > today ? set(table, { duly_bookedon: today }) : [];
  },
);

function toPayment(context: StepContext<typeof table>, currencies: Currencies, remittance: Remittance): Payment {
  const row = { ...context.target, ...context.postImage };
  const name = row.duly_name ?? context.primaryId;
  const amount = toMoney(row.duly_amount, row.transactioncurrencyid, { currencies, row: `duly_payment ${name}`, column: "duly_amount" });
  if (!isPositive(amount)) stop("DULY-PAYMENT-001", { amount: moneyText(amount) });
  return {
    id: context.primaryId, name, amount, debtor: row.duly_debtor ?? stop("DULY-DEBTOR-001", { debtor: "" }), remittance,
    bookedOn: dayOf(row.duly_bookedon ?? row.duly_valuedate ?? context.today), currency: row.transactioncurrencyid ?? stop("DULY-MONEY-005", { row: name }),
  };
}

/** What a payment names, as the debtor owes it, and the currencies, which are read in the same go. */
interface Named { readonly remittance: Remittance; readonly rows: readonly PayableRow[]; readonly currencies: Currencies }

/** The item and the case that a payment names must be of the debtor who pays. */
function* readNamed(context: StepContext<typeof table>): Reading<Named> {
  const { duly_openitem: item = null, duly_collectioncase: ofCase = null, duly_debtor: debtor } = { ...context.target, ...context.postImage };
  const remittance = remittanceOf({ duly_openitem: item, duly_collectioncase: ofCase }, yield* readCaseItems([{ duly_collectioncase: ofCase }]));
  const [currencyRows, rows, cases] = yield* readTogether(currencyQuery(), payableQuery().where(["duly_openitemid", "in", [item?.id ?? noId, ...remittance.caseItemIds]]), caseQuery(ofCase?.id ?? noId));
  const isOwn = (row: { readonly duly_debtor: Reference | null }): boolean => row.duly_debtor?.id === debtor?.id;
  const foreign = rows.find((row) => row.duly_openitemid === item?.id && !isOwn(row));
  if (foreign !== undefined) stop("DULY-PAYMENT-002", { item: foreign.duly_name ?? "" });
  const other = cases.find((row) => !isOwn(row));
  return other === undefined ? { remittance, rows: rows.filter(isOwn), currencies: toCurrencies(currencyRows) } : stop("DULY-PAYMENT-007", { case: other.duly_name ?? "" });
}

/** An item that is named must be in the currency of the payment; of a case the others are left out. */
function checkCurrency({ remittance, rows, currencies }: Named, { amount }: Payment): void {
  const row = rows.find(({ duly_openitemid: id }) => id === remittance.itemId);
  if (row === undefined) return;
  const item = toPayable(row, currencies);
  const [own, paid] = [item.open.currency.code, amount.currency.code];
  if (own !== paid) stop("DULY-PAYMENT-003", { item: item.name, itemCurrency: own, currency: paid });
}

interface Applied extends Settlement { readonly items: ReadonlyMap<string, PayableItem> }

function apply(payment: Payment, rows: readonly PayableRow[], currencies: Currencies): Applied {
  const items = rows.filter(isPayable).map((row) => toPayable(row, currencies));
  return { ...settle(payment.amount, items, payment.remittance), items: new Map(items.map((item) => [item.id, item])) };
}

/** What is named alone when it can take everything, else all open items of the debtor. */
function* applied(payment: Payment, named: readonly PayableRow[], currencies: Currencies): Reading<Applied> {
  const alone = apply(payment, named, currencies);
  if (!isPositive(alone.unapplied)) return alone;
  const rows = yield* read(openPayables(payment.debtor.id, payment.currency.id, payment.bookedOn));
  return apply(payment, [...new Map([...named, ...rows].map((row) => [row.duly_openitemid, row])).values()], currencies);
}

function itemAfter({ amount, open, status: before }: PayableItem, part: Part, { bookedOn, last }: { readonly bookedOn: Day; readonly last: Day | undefined }) {
  const rest = openAfter(open, part.amount);
  const status = statusAfter(before, amount, rest);
  const closing = status === "paid" ? { statecode: 1, duly_settledon: last === undefined ? bookedOn : later(last, bookedOn) } : {};
  return { duly_openamount: decimalText(rest), statuscode: openitemStatus[status], ...closing };
}

function partEffects(payment: Payment, part: Part, item: PayableItem, last: Day | undefined): readonly Effect[] {
  return [
    create("duly_allocation", {
      duly_name: `${payment.name} – ${item.name}`.slice(0, 250), duly_payment: reference(table, payment.id), duly_openitem: reference("duly_openitem", item.id),
      duly_debtor: payment.debtor, duly_amount: decimalText(part.amount), duly_bookedon: payment.bookedOn, transactioncurrencyid: payment.currency,
    }),
    update("duly_openitem", item.id, itemAfter(item, part, { bookedOn: payment.bookedOn, last })),
  ];
}

function* allocationEffects(payment: Payment, { parts, unapplied, items }: Applied): Reading<readonly Effect[]> {
  const paidBefore = parts.flatMap(({ itemId }) => items.get(itemId) ?? []).filter((item) => item.open.minor !== item.amount.minor);
  const last = yield* lastBookings(paidBefore.map((item) => item.id));
  const effects = parts.flatMap((part) => {
    const item = items.get(part.itemId);
    return item === undefined ? [] : partEffects(payment, part, item, last.get(item.id));
  });
  return isPositive(unapplied) ? [...effects, update(table, payment.id, { duly_unapplied: decimalText(unapplied) })] : effects;
}

const images = { pre: ["statuscode"], post: ["duly_name", "duly_debtor", "duly_openitem", "duly_collectioncase", "duly_amount", "duly_valuedate", "duly_bookedon", "statuscode", "transactioncurrencyid"] };

/** Applies a payment to the item and the case that it names, then to the oldest due of its currency that were issued by then; what is left stays visible. */
function* applyPayment(context: StepContext<typeof table>): Reading<readonly Effect[]> {
  const named = yield* readNamed(context);
  const payment = toPayment(context, named.currencies, named.remittance);
  checkCurrency(named, payment);
  const effects = yield* allocationEffects(payment, yield* applied(payment, named.rows, named.currencies));
  return [...effects, ...(yield* touch([payment.debtor], { today: todayOf(context), from: payment.bookedOn }))];
}

/** A payment that is only announced, or arrives cancelled or returned, is not applied; the debtor is looked at, for it may cover items that wait for it. */
const allocated = defineStep({ id: "payment.allocate", message: "Create", table, stage: "PostOperation", images: { post: images.post } }, function* (context) {
  const status = context.target.statuscode ?? context.postImage.statuscode ?? paymentStatus.posted;
  if (status === paymentStatus.announced) {
    yield* readNamed(context);
    return yield* touch([context.target.duly_debtor], { today: todayOf(context), from: null });
  }
  return context.target.statecode === 1 || status !== paymentStatus.posted ? [] : yield* applyPayment(context);
});

/** An announced payment has come: it is applied. */
const posted = defineStep({ id: "payment.posted", message: "Update", table, stage: "PostOperation", filteringAttributes: ["statuscode"], images }, function* (context) {
  const came = context.preImage.statuscode === paymentStatus.announced && (context.postImage.statuscode ?? context.target.statuscode) === paymentStatus.posted;
  return came ? yield* applyPayment(context) : [];
});

/** Matches no row. */
const noId = "00000000-0000-0000-0000-000000000000";

export const allocationRules = [completed, arrived, allocated, posted];
