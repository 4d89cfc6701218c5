import type { Strategy } from "./strategy";

/** Who may name a strategy, in the order of precedence. */
export type StrategySource = "item" | "debtor" | "creditClass" | "segment" | "company";

/** Ids of the strategies that are named; null = that source names none. */
export type Named = Readonly<Record<StrategySource, string | null>>;

export interface Choice { readonly strategy: Strategy; readonly source: StrategySource }

const precedence: readonly StrategySource[] = ["item", "debtor", "creditClass", "segment", "company"];

/** The strategy of an item: its own, else the debtor's, the credit class's, the segment's, the company's. One with a fault, such as one that is inactive, is not passed over, lest a firmer one decide in its place; only one that is no more (not in `strategies`) is. */
export function chooseStrategy(named: Named, strategies: ReadonlyMap<string, Strategy>): Choice | null {
  for (const source of precedence) {
    const id = named[source];
    const strategy = id === null ? undefined : strategies.get(id);
    if (strategy !== undefined) return { strategy, source };
  }
  return null;
}
