import { addDays } from "../calendar/arithmetic";
import { later, type Day } from "../calendar/day";
import type { Line } from "../dunning/actions";
import { isFault, stop, type Fault } from "../messages/fault";
import { moneyText } from "../money/decimal";
import { isPositive, subtract, sum } from "../money/money";
import type { Allocation, OpenItem } from "../receivables/item";
import type { DebtorKind } from "../segments/segment";
import { isAskedFor, type Charge, type ItemCharges, type NewCharge } from "./charge";
import { feeOf, noFee } from "./fee";
import { byDailyRate, flatCostRule } from "./flatcost";
import { interestOf, interestPeriods, periodText } from "./interest";
import type { ChargePolicy } from "./policy";
import type { Claim, InterestRule } from "./rule";

/** What charges are made from, for one debtor. */
export interface Levy {
  readonly policy: ChargePolicy;
  readonly debtorKind: DebtorKind;
  /** Made before on the debtor's items, whatever became of them. */
  readonly charges: readonly Charge[];
  /** All allocations of the items, by item id. */
  readonly allocations: ReadonlyMap<string, readonly Allocation[]>;
  readonly asOf: Day;
  /** No = the message makes no charges, it only tells those made before. */
  readonly adds: boolean;
}

const sound = <T extends object>(value: T | Fault): T => (isFault(value) ? stop(value.code, value.parameters) : value);

const rulesOf = ({ policy }: Levy): readonly InterestRule[] => policy.rules.map(sound);

const claimOf = ({ item }: Line, { policy, debtorKind }: Levy): Claim =>
  ({ country: policy.country, debtorKind, currencyCode: item.openAmount.currency.code });

/** What every charge of a line has. */
const shared = ({ item, step }: Line): Pick<NewCharge, "itemId" | "itemName" | "stepId"> => ({ itemId: item.id, itemName: item.name, stepId: step.id });

const stepKey = (kind: NewCharge["kind"], { item, step }: Line): string => [kind, item.id, step.id, item.ladder.cycle].join("|");

function fee(line: Line, { policy, asOf }: Levy): NewCharge | null {
  if (line.step.fee === "none") return null;
  const amount = feeOf(sound(policy.fees.get(line.step.id) ?? noFee), line.open, policy.currencies);
  return { ...shared(line), kind: "fee", key: stepKey("fee", line), amount, startsOn: asOf, endsOn: asOf, rates: "" };
}

const withAllocations = ({ item, dueOn }: Line, { allocations }: Levy): OpenItem & { readonly dueOn: Day } =>
  ({ ...item, dueOn, allocations: allocations.get(item.id) ?? item.allocations });

/** Interest up to the day, less what was charged of it before, so that the charges add up to the whole. */
function interest(line: Line, levy: Levy): NewCharge | null {
  const { item, dueOn } = line;
  const before = levy.charges.filter((one) => one.kind === "interest" && one.itemId === item.id);
  const periods = interestPeriods(withAllocations(line, levy), { rules: rulesOf(levy), rates: sound(levy.policy.rates), claim: claimOf(line, levy) }, levy.asOf);
  const whole = interestOf(periods);
  if (whole === null) return null;
  const startsOn = before.reduce<Day>((day, { endsOn }) => (endsOn === null ? day : later(day, addDays(endsOn, 1))), addDays(dueOn, 1));
  const own = periods.filter(({ to }) => to >= startsOn).map((period) => ({ ...period, from: later(period.from, startsOn) }));
  const amount = subtract(whole, sum(before.map((one) => one.amount), whole.currency));
  return { ...shared(line), kind: "interest", key: stepKey("interest", line), amount, startsOn, endsOn: levy.asOf, rates: own.map(periodText).join("\n") };
}

/** Once for each late invoice, whatever instalment of it is late. */
function flatCost(line: Line, levy: Levy): NewCharge | null {
  const firstDay = addDays(line.dueOn, 1);
  const rule = flatCostRule(rulesOf(levy), claimOf(line, levy), firstDay);
  if (rule === null) return null;
  const amount = byDailyRate(rule.flat, line.open.currency, { day: firstDay, rates: levy.policy.dailyRates.map(sound) });
  const key = ["flatCost", levy.policy.companyId, line.item.document.number].join("|");
  return { ...shared(line), kind: "flatCost", key, amount, startsOn: firstDay, endsOn: firstDay, rates: `${moneyText(rule.flat)}, ${rule.code}` };
}

function chargesOf(line: Line, levy: Levy): readonly NewCharge[] {
  const statutory = line.step.interest && line.daysPastDue > 0;
  return [fee(line, levy), ...(statutory ? [interest(line, levy), flatCost(line, levy)] : [])]
    .flatMap((charge) => (charge !== null && isPositive(charge.amount) ? [charge] : []));
}

/**
 * Charges that messages tell, line by line: those made before that are still asked for, and those that the steps make now.
 * Nothing is charged twice: neither under a key that was used before, nor twice among the lines.
 */
export function levied(lines: readonly Line[], levy: Levy): readonly ItemCharges[] {
  const used = new Set(levy.charges.map(({ key }) => key));
  return lines.map((line) => {
    const added = levy.adds ? chargesOf(line, levy).filter(({ key }) => !used.has(key)) : [];
    added.forEach(({ key }) => used.add(key));
    const earlier = levy.charges.filter((one) => one.itemId === line.item.id && isAskedFor(one));
    return { itemId: line.item.id, earlier, added };
  });
}
