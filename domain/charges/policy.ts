import type { Fault } from "../messages/fault";
import type { Quoted } from "../money/exchange";
import type { Fee } from "./fee";
import type { DailyRate } from "./flatcost";
import type { BaseRates, InterestRule } from "./rule";

/** What the charges of a company follow from. A row that cannot be read is its fault, met only by who needs it. */
export interface ChargePolicy {
  readonly companyId: string;
  readonly country: string | null;
  /** By step id; a step without an entry has none. */
  readonly fees: ReadonlyMap<string, Fee | Fault>;
  readonly rules: readonly (InterestRule | Fault)[];
  readonly rates: BaseRates | Fault;
  readonly dailyRates: readonly (DailyRate | Fault)[];
  /** Currencies by ISO code. */
  readonly currencies: ReadonlyMap<string, Quoted>;
}
