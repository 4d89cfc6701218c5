import { stop } from "../messages/fault";
import { exchange, type Quoted } from "../money/exchange";
import { zero, add, isPositive, smaller, subtract, type Currency, type Money } from "../money/money";
import { hundredPercent, type Percent } from "./percent";
import { payable } from "./round";

/** A band of the open amount. */
export interface FeeBand {
  /** Upper end, included; null = no end. */
  readonly upTo: Money | null;
  /** Fee for reaching the band; null = none. */
  readonly amount: Money | null;
  /** Of the part of the open amount that lies in the band; null = none. */
  readonly percent: Percent | null;
}

/** How the fee of a step is reckoned. */
export type Fee =
  | { readonly base: "none" }
  | { readonly base: "fixed"; readonly amount: Money }
  | { readonly base: "percent"; readonly percent: Percent }
  | { readonly base: "bands"; readonly bands: readonly FeeBand[] };

export const noFee: Fee = { base: "none" };

type Currencies = ReadonlyMap<string, Quoted>;

function converted(amount: Money, to: Currency, currencies: Currencies): Money {
  const quoted = (code: string): Quoted => currencies.get(code) ?? stop("DULY-MONEY-005", { row: code });
  const own = exchange(amount, { from: quoted(amount.currency.code), to: quoted(to.code) }, "halfUp");
  return payable(own.minor, 1n, own.currency);
}

const shareOf = (amount: Money, percent: Percent): Money => payable(amount.minor * percent, hundredPercent, amount.currency);

/** Bands add up: each that the open amount reaches gives its amount and its percent of the part within it. */
function byBands(open: Money, bands: readonly FeeBand[], currencies: Currencies): Money {
  const own = bands.map((band) => ({ ...band, upTo: band.upTo === null ? open : smaller(open, converted(band.upTo, open.currency, currencies)) }));
  let [fee, lower] = [zero(open.currency), zero(open.currency)];
  for (const { upTo, amount, percent } of own) {
    const part = subtract(upTo, lower);
    if (!isPositive(part)) break;
    if (amount !== null) fee = add(fee, converted(amount, open.currency, currencies));
    if (percent !== null) fee = add(fee, shareOf(part, percent));
    lower = upTo;
  }
  return fee;
}

/** Fee of a step on what is open of an item, in the item's currency at the currency table's rate; zero for none. */
export function feeOf(fee: Fee, open: Money, currencies: Currencies): Money {
  switch (fee.base) {
    case "none": return zero(open.currency);
    case "fixed": return converted(fee.amount, open.currency, currencies);
    case "percent": return shareOf(open, fee.percent);
    case "bands": return byBands(open, fee.bands, currencies);
  }
}
