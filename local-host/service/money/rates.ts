import type { Engine } from "../../store/engine";
import { missing } from "../missing";

/** Places that the store keeps of a currency's exchange rate. */
export const RATE_PLACES = 10;

/** Exchange rates (units of the currency for one unit of the organisation's currency) x 10^10, read once. */
export class Rates {
  private readonly rates = new Map<string, bigint>();
  private baseId: string | null = null;

  constructor(private readonly engine: Engine) {
    engine.afterRollback(() => this.forget());
  }

  of(currencyId: string): bigint {
    let rate = this.rates.get(currencyId);
    if (rate === undefined) {
      const row = this.engine.get(`SELECT exchangerate FROM transactioncurrency WHERE transactioncurrencyid = ?`, [currencyId]);
      if (row === null) throw missing("transactioncurrency", currencyId);
      this.rates.set(currencyId, (rate = BigInt(row["exchangerate"] == null ? 10 ** RATE_PLACES : (row["exchangerate"] as number | bigint))));
    }
    return rate;
  }

  /** Id of the organisation's currency. */
  base(): string {
    this.baseId ??= String(this.engine.get(`SELECT basecurrencyid FROM organization LIMIT 1`)?.["basecurrencyid"]);
    return this.baseId;
  }

  /** Called when a currency or the organisation changes. */
  forget(): void {
    this.rates.clear();
    this.baseId = null;
  }
}
