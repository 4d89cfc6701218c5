import type { Row } from "../../service/contract";
import type { Call } from "../call";

/** Symbols of the currencies by id; read when the first money value asks. */
export class Currencies {
  private symbols: Map<string, string> | null = null;

  constructor(private readonly call: Call) {}

  symbol(row: Row): string {
    const currency = row["transactioncurrencyid"];
    if (typeof currency !== "object" || currency === null || !("id" in currency)) return "";
    this.symbols ??= this.read();
    return this.symbols.get(currency.id) ?? "";
  }

  private read(): Map<string, string> {
    const { metadata, host } = this.call;
    if (metadata.tables.get("transactioncurrency")?.columns.has("currencysymbol") !== true) return new Map();
    const rows = host.sql.all(`SELECT "transactioncurrencyid" AS id, "currencysymbol" AS symbol FROM "transactioncurrency"`);
    return new Map(rows.map((row) => [String(row["id"]), row["symbol"] === null ? "" : String(row["symbol"])]));
  }
}
