import { add, isPositive, type Money } from "../money/money";
import { formatMoney } from "../templates/format";
import type { Language } from "../templates/language";

/** Charges that a message tells, by kind. */
export interface ToldCharges { readonly fee: Money; readonly interest: Money; readonly flatCost: Money }

/** Merge fields of charges; "" where there is none, so that a section of that name is left out. */
export interface ChargeFields {
  readonly fee: string;
  readonly interest: string;
  readonly flatCost: string;
  readonly charges: string;
  /** Open amount and charges together. */
  readonly grandTotal: string;
}

const field = (amount: Money, language: Language): string => (isPositive(amount) ? formatMoney(amount, language) : "");

/** {{fee}}, {{interest}}, {{flatCost}}, {{charges}} and {{grandTotal}} of a message. */
export function chargeFields(total: Money, { fee, interest, flatCost }: ToldCharges, language: Language): ChargeFields {
  const charges = add(add(fee, interest), flatCost);
  return {
    fee: field(fee, language), interest: field(interest, language), flatCost: field(flatCost, language), charges: field(charges, language),
    grandTotal: formatMoney(add(total, charges), language),
  };
}
