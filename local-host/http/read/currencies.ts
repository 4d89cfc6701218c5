import type { Row } from "../../service/contract";
import type { Call } from "../call";

/** How amounts of a currency are written. */
export interface CurrencyStyle { readonly symbol: string; readonly places: number | null }

const plain: CurrencyStyle = { symbol: "", places: null };

/** Styles of the currencies by id; read when the first money value asks. */
export class Currencies {
  private styles: Map<string, CurrencyStyle> | null = null;

  constructor(private readonly call: Call) {}

  style(row: Row): CurrencyStyle {
    const currency = row["transactioncurrencyid"];
    if (typeof currency !== "object" || currency === null || !("id" in currency)) return plain;
    this.styles ??= this.read();
    return this.styles.get(currency.id) ?? plain;
  }

  private read(): Map<string, CurrencyStyle> {
    const { metadata, host } = this.call;
    if (metadata.tables.get("transactioncurrency")?.columns.has("currencysymbol") !== true) return new Map();
    const rows = host.sql.all(`SELECT "transactioncurrencyid" AS id, "currencysymbol" AS symbol, "currencyprecision" AS places FROM "transactioncurrency"`);
    return new Map(rows.map((row) => [String(row["id"]), { symbol: String(row["symbol"] ?? ""), places: row["places"] === null ? null : Number(row["places"]) }]));
  }
}
