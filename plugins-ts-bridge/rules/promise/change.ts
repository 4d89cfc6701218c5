import { fault } from "#domain/messages/fault";
import { moneyText } from "#domain/money/decimal";
import { compare, isPositive, sum } from "#domain/money/money";
import { daysFault } from "#domain/promises/validate";
import { currencyQuery, toCurrencies, toMoney } from "../../rows/currencies";
import { fail, remove, type Effect } from "../../sdk/effect";
import { dayOf, todayOf } from "../../sdk/input";
import { from } from "../../sdk/query";
import { read, readTogether, type Reading } from "../../sdk/reading";
import { defineStep, type StepContext } from "../../sdk/rule";
import { touch } from "../debtor/touch";

const table = "duly_promise";
const days = ["duly_takenon", "duly_promisedate"] as const;

/** A promise that is moved still ends after it was taken, and within the time that a promise may bind. */
const moved = defineStep(
  { id: "promise.moved", message: "Update", table, stage: "PreOperation", filteringAttributes: days, images: { pre: days } },
  function* ({ target, preImage }) {
    const [takenOn, day] = [target.duly_takenon ?? preImage.duly_takenon, target.duly_promisedate ?? preImage.duly_promisedate];
    if (day == null) return [fail(fault("DULY-PROMISE-008"))];
    const wrong = takenOn == null ? null : daysFault(dayOf(takenOn), dayOf(day));
    return wrong === null ? [] : [fail(wrong)];
  },
);

const substance = ["duly_debtor", "duly_openitems", "duly_amount"] as const;

const openWhenTaken = (promiseId: string) => from("duly_promiseline").select("duly_openamount", "transactioncurrencyid").where(["duly_promise", "eq", promiseId]);

/** The new amount of a promise against what was open on its items when it was taken. */
function* checkAmount(text: string | null, { primaryId }: StepContext<typeof table>): Reading<readonly Effect[]> {
  const [currencyRows, lines] = yield* readTogether(currencyQuery(), openWhenTaken(primaryId));
  const beside = { currencies: toCurrencies(currencyRows), row: "the promise", column: "duly_amount" };
  const [first] = lines;
  if (first === undefined) return [];
  const amount = toMoney(text, first.transactioncurrencyid, beside);
  const open = sum(lines.map((line) => toMoney(line.duly_openamount, line.transactioncurrencyid, beside)), amount.currency);
  if (!isPositive(amount)) return [fail(fault("DULY-PROMISE-003", { amount: moneyText(amount) }))];
  return compare(amount, open) > 0 ? [fail(fault("DULY-PROMISE-004", { amount: moneyText(amount), open: moneyText(open) }))] : [];
}

/** A promise keeps its debtor and items; its amount stays above zero and within what was open. */
const changedWithin = defineStep(
  { id: "promise.kept", message: "Update", table, stage: "PreOperation", filteringAttributes: substance, images: { pre: ["duly_debtor", "duly_openitems"] } },
  function* (context) {
    const { target, preImage } = context;
    const debtorMoved = target.duly_debtor !== undefined && target.duly_debtor?.id !== preImage.duly_debtor?.id;
    const itemsMoved = target.duly_openitems !== undefined && (target.duly_openitems ?? "") !== (preImage.duly_openitems ?? "");
    if (debtorMoved || itemsMoved) return [fail(fault("DULY-PROMISE-010"))];
    return target.duly_amount === undefined ? [] : yield* checkAmount(target.duly_amount, context);
  },
);

/** A promise was changed or cancelled from outside: its debtor is looked at. The run that judges it decides about the debtor itself. */
const changed = defineStep(
  {
    id: "promise.changed", message: "Update", table, stage: "PostOperation", images: { post: ["duly_debtor"] },
    filteringAttributes: [...days, "duly_amount", "statecode", "statuscode"],
  },
  function* (context) {
    if (context.depth > 1) return [];
    return yield* touch([context.postImage.duly_debtor ?? context.target.duly_debtor], { today: todayOf(context), from: null });
  },
);

const linesOf = (promiseId: string) => from("duly_promiseline").select("duly_promiselineid").where(["duly_promise", "eq", promiseId]);

/** Its lines go before it: by themselves they may not. */
const removed = defineStep({ id: "promise.removed", message: "Delete", table, stage: "PreOperation", images: { pre: ["duly_debtor"] } }, function* (context) {
  const lines = yield* read(linesOf(context.primaryId));
  return [...lines.map((row) => remove("duly_promiseline", row.duly_promiselineid)), ...(yield* touch([context.preImage.duly_debtor], { today: todayOf(context), from: null }))];
});

export const promiseChangeRules = [moved, changedWithin, changed, removed];
