import { stop } from "#domain/messages/fault";
import { parseMoney } from "#domain/money/decimal";
import type { Money } from "#domain/money/money";
import { statedFault, type Stated, type Statement } from "#domain/receivables/stated";
import { openitemStatus, type OpenitemRow, type Reference } from "#solution/generated/names";
import { currencyQuery, toCurrencies, toMoney } from "../../rows/currencies";
import { set } from "../../sdk/effect";
import { read, type Reading } from "../../sdk/reading";
import { defineStep } from "../../sdk/rule";
import { differs } from "../../sdk/value";

const table = "duly_openitem";
const columns = ["duly_amount", "duly_openamount", "statecode", "statuscode"] as const;
type Columns = Partial<Pick<OpenitemRow, (typeof columns)[number]>>;
type Amounts = Pick<Columns, "duly_amount" | "duly_openamount">;

/** Amounts of one row are compared with one another, in as many places as the platform keeps. */
const places = { code: "", decimals: 4 };

function amountIn(text: string | null | undefined): Money | null {
  const amount = parseMoney(text ?? "", places);
  return "code" in amount ? null : amount;
}

/** A state alone brings its first status. */
const statusIn = ({ statecode, statuscode }: Columns): number | null => statuscode ?? (statecode === 1 ? openitemStatus.paid : null);

function written(target: Columns, before: Columns | null): Partial<Stated> {
  const says = (...some: readonly (keyof Columns)[]): boolean => some.some((column) => target[column] != null && (before === null || differs(target[column], before[column])));
  // An open amount that is sent again beside another amount does not follow it.
  const money = says("duly_amount", "duly_openamount");
  return {
    ...(money && target.duly_amount != null ? { amount: amountIn(target.duly_amount) } : {}), ...(money && target.duly_openamount != null ? { open: amountIn(target.duly_openamount) } : {}),
    ...(says("statecode", "statuscode") ? { isPaid: statusIn(target) === openitemStatus.paid } : {}),
  };
}

function refuse(statement: Statement): void {
  const fault = statedFault(statement);
  if (fault !== null) stop(fault.code, fault.parameters);
}

const hasFraction = (text: string | null | undefined): boolean => /\.\d*[1-9]/.test(text ?? "");

/** Refuses amounts with more decimals than their currency, which no decision could read; the currency is asked for only where there are decimals. */
function* refuseDecimals(says: Amounts, currency: Reference | null | undefined, item: string): Reading<void> {
  const broken = (["duly_amount", "duly_openamount"] as const).filter((column) => hasFraction(says[column]));
  if (broken.length === 0 || currency == null) return;
  const currencies = toCurrencies(yield* read(currencyQuery().where(["transactioncurrencyid", "eq", currency.id])));
  if (!currencies.byId.has(currency.id)) return;
  for (const column of broken) toMoney(says[column], currency, { currencies, row: `${table} ${item}`, column });
}

/** Refuses a new item with impossible amounts. */
export function* checkNew(target: Columns & Partial<Pick<OpenitemRow, "duly_name" | "transactioncurrencyid">>): Reading<void> {
  yield* refuseDecimals(target, target.transactioncurrencyid, target.duly_name ?? "");
  refuse({ item: target.duly_name ?? "", before: null, written: written(target, null) });
}

/** An item that is closed as paid keeps the status that it had: a payment that is taken back gives it that again. */
const remembered = (target: Columns, before: Columns) =>
  (statusIn(target) === openitemStatus.paid && before.statecode === 0 ? set(table, { duly_statusbefore: before.statuscode ?? null }) : []);

/** Amounts and states that others write, persons and ledgers; rules reckon theirs from payments. */
export const stated = defineStep(
  { id: "openitem.stated", message: "Update", table, stage: "PreOperation", filteringAttributes: columns, images: { pre: ["duly_name", "transactioncurrencyid", ...columns] } },
  function* ({ target, preImage, primaryId, depth }) {
    if (depth > 1) return remembered(target, preImage);
    const before = { amount: amountIn(preImage.duly_amount), open: amountIn(preImage.duly_openamount ?? preImage.duly_amount), isPaid: preImage.statuscode === openitemStatus.paid };
    const item = preImage.duly_name ?? primaryId;
    yield* refuseDecimals(target, target.transactioncurrencyid ?? preImage.transactioncurrencyid, item);
    refuse({ item, before, written: written(target, preImage) });
    return remembered(target, preImage);
  },
);
