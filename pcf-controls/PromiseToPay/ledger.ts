import type { PromiseRow } from "#solution/generated/names";
import { promiseStatus, tables } from "#solution/generated/names";
import type { Currencies } from "../shared/currency";
import { loadCurrencies } from "../shared/currency";
import { ofDebtor, toOptions } from "../shared/query";
import type { Rows } from "../shared/rows";
import { readAll } from "../shared/rows";
import type { OpenItem } from "./item";
import { itemOptions, toItem } from "./item";
import type { TakenPromise } from "./promise";
import { promiseColumns, toPromise } from "./promise";

/** All that the control knows of a debtor. */
export interface Ledger {
  readonly items: readonly OpenItem[];
  /** Newest first. */
  readonly promises: readonly TakenPromise[];
  readonly currencies: Currencies;
}

const promiseOptions = (debtorId: string): string => toOptions<PromiseRow>({
  columns: promiseColumns, lookups: ["transactioncurrencyid"], filter: ofDebtor(debtorId), order: ["duly_takenon desc", "duly_promisedate desc", `${tables.promise.id} desc`],
});

/** Reads items, promises and currencies of a debtor. */
export async function loadLedger(rows: Rows, debtorId: string): Promise<Ledger> {
  const [currencies, items, promises] = await Promise.all([
    loadCurrencies(rows),
    readAll(rows, tables.openitem.logicalName, itemOptions(debtorId)),
    readAll(rows, tables.promise.logicalName, promiseOptions(debtorId)),
  ]);
  return { currencies, items: items.map((row) => toItem(row, currencies)), promises: promises.map(toPromise) };
}

/** Writes the promise and gives its id. */
export const savePromise = (rows: Rows, row: Readonly<Record<string, unknown>>): Promise<string> => rows.create(tables.promise.logicalName, row);

/** Cancels an open promise. */
export const cancelPromise = (rows: Rows, id: string): Promise<void> =>
  rows.update(tables.promise.logicalName, id, { statecode: 1, statuscode: promiseStatus.cancelled });
