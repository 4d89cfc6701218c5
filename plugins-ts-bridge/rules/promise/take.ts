import { stop } from "#domain/messages/fault";
import { decimalText, moneyText } from "#domain/money/decimal";
import { isPositive } from "#domain/money/money";
import { validatePromise, type Promisable } from "#domain/promises/validate";
import type { PromiseRow } from "#solution/generated/names";
import { currencyQuery, currencyReference, toCurrencies, toMoney, type Currencies } from "../../rows/currencies";
import { create, fail, set } from "../../sdk/effect";
import { dayOf, idListOf, todayOf } from "../../sdk/input";
import { from } from "../../sdk/query";
import { read, readTogether } from "../../sdk/reading";
import { defineStep } from "../../sdk/rule";
import { reference } from "../../sdk/value";
import { touch } from "../debtor/touch";
import { coveredDays, coveredQuery, isPromisable, promisableQuery, toPromisable } from "./read";

const table = "duly_promise";

/** Currency of the promise: its own, else that of the chosen items; refused when these have several. */
function currencyOf(target: Partial<PromiseRow>, chosen: readonly Promisable[], currencies: Currencies): string {
  const own = currencies.byId.get(target.transactioncurrencyid?.id ?? "");
  if (own !== undefined) return own.currency.code;
  const codes = [...new Set(chosen.map((item) => item.open.currency.code))].sort();
  return codes.length > 1 ? stop("DULY-PROMISE-009", { currencies: codes.join(", ") }) : codes[0] ?? "";
}

const refusedItem = (item: string, currency: string): never =>
  (currency === "" ? stop("DULY-PROMISE-011", { item }) : stop("DULY-PROMISE-002", { item, currency }));

/** The named items, all open and in the currency; without names every open item in the currency that is not promised, or all of them when every one is: then the promise is refused for that. */
function chosenItems(ids: readonly string[], items: readonly Promisable[], currency: string): readonly Promisable[] {
  const own = items.filter((item) => item.open.currency.code === currency && isPositive(item.open));
  if (ids.length === 0) return own.every((item) => item.promisedBy !== null) ? own : own.filter((item) => item.promisedBy === null);
  return ids.map((id) => own.find((item) => item.id === id) ?? refusedItem(items.find((item) => item.id === id)?.name ?? id, currency));
}

/** Checks a promise before it is stored, and fills what follows: day taken, amount, items, name. */
const validated = defineStep({ id: "promise.validate", message: "Create", table, stage: "PreOperation" }, function* ({ target, today }) {
  const debtorId = target.duly_debtor?.id ?? stop("DULY-PROMISE-007");
  const [currencyRows, rows, covered] = yield* readTogether(currencyQuery(), promisableQuery(debtorId), coveredQuery(debtorId));
  const currencies = toCurrencies(currencyRows);
  const days = coveredDays(covered);
  const open = rows.filter(isPromisable).map((row) => toPromisable(row, currencies, days.get(row.duly_openitemid) ?? null));
  const ids = idListOf(target.duly_openitems);
  const currency = currencyOf(target, ids.length === 0 ? open : open.filter((item) => ids.includes(item.id)), currencies);
  const items = chosenItems(ids, open, currency);
  const takenOn = dayOf(target.duly_takenon ?? today);
  const promisedOn = dayOf(target.duly_promisedate ?? stop("DULY-PROMISE-008"));
  const reference = items[0] === undefined ? target.transactioncurrencyid : currencyReference(items[0].open, currencies);
  const amount = target.duly_amount == null ? null : toMoney(target.duly_amount, reference, { currencies, row: "the promise", column: "duly_amount" });
  const verdict = validatePromise({ amount, takenOn, promisedOn, items }, currency);
  if (!verdict.ok) return [fail(verdict.fault)];
  return set(table, {
    duly_takenon: takenOn, duly_amount: decimalText(verdict.amount), duly_openitems: items.map((item) => item.id).join(","),
    duly_name: target.duly_name ?? `${moneyText(verdict.amount)} – ${promisedOn}`, transactioncurrencyid: currencyReference(verdict.amount, currencies),
  });
});

/** Stores which items a promise covers, with what was open then, and has its debtor looked at. */
const linked = defineStep({ id: "promise.link", message: "Create", table, stage: "PostOperation" }, function* (context) {
  const { target, primaryId } = context;
  const ids = idListOf(target.duly_openitems);
  const rows = ids.length === 0 ? [] : yield* read(from("duly_openitem").select("duly_openitemid", "duly_name", "duly_openamount", "transactioncurrencyid").where(["duly_openitemid", "in", ids]));
  const lines = rows.map((row) => create("duly_promiseline", {
    duly_name: (row.duly_name ?? "").slice(0, 150), duly_promise: reference(table, primaryId), duly_openitem: reference("duly_openitem", row.duly_openitemid),
    duly_openamount: row.duly_openamount, transactioncurrencyid: row.transactioncurrencyid,
  }));
  return [...lines, ...(yield* touch([target.duly_debtor], { today: todayOf(context), from: dayOf(target.duly_takenon ?? context.today) }))];
});

export const takingRules = [validated, linked];
