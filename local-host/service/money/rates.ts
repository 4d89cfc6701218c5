import type { Engine } from "../../store/engine";
import type { SqlValue } from "../../store/sql";
import { unscaled } from "../../query/decimal";
import { missing } from "../missing";

/** Places that the store keeps of a currency's exchange rate. */
export const RATE_PLACES = 10;

/** Units of a currency for one unit of the organisation's currency. */
export interface Rate {
  /** x 10^10. */
  readonly scaled: bigint;
  readonly text: string;
}

function rateOf(stored: SqlValue | undefined): Rate {
  const scaled = BigInt(stored == null ? 10 ** RATE_PLACES : (stored as number | bigint));
  return { scaled, text: unscaled(scaled, RATE_PLACES) };
}

/** Exchange rates, read once. */
export class Rates {
  private readonly rates = new Map<string, Rate>();
  private baseId: string | null = null;

  constructor(private readonly engine: Engine) {
    engine.afterRollback(() => this.forget());
  }

  of(currencyId: string): Rate {
    let rate = this.rates.get(currencyId);
    if (rate === undefined) {
      const row = this.engine.get(`SELECT exchangerate FROM transactioncurrency WHERE transactioncurrencyid = ?`, [currencyId]);
      if (row === null) throw missing("transactioncurrency", currencyId);
      this.rates.set(currencyId, (rate = rateOf(row["exchangerate"])));
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
