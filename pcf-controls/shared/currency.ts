import type { Rows } from "./rows";
import { readAll } from "./rows";

/** A row of the standard table transactioncurrency. */
export interface Currency {
  readonly id: string;
  readonly code: string;
  readonly symbol: string;
  /** Number of decimals. */
  readonly precision: number;
}

/** Currencies by id. */
export type Currencies = ReadonlyMap<string, Currency>;

const columns = ["transactioncurrencyid", "isocurrencycode", "currencysymbol", "currencyprecision"];

/** Reads all currencies of the organisation: a handful of rows. */
export async function loadCurrencies(rows: Rows): Promise<Currencies> {
  const all = await readAll(rows, "transactioncurrency", `?$select=${columns.join(",")}`);
  return new Map(all.map((row) => {
    const code = String(row["isocurrencycode"] ?? "");
    const id = String(row["transactioncurrencyid"]);
    return [id, { id, code, symbol: String(row["currencysymbol"] ?? code), precision: Number(row["currencyprecision"] ?? 2) }];
  }));
}
