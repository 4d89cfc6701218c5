import type { Condition, FetchOperator } from "../views/fetch";
import { refusal } from "../xrm/refuse";

interface ConditionExpression { readonly attributeName: string; readonly conditionOperator: number; readonly value?: unknown; readonly entityAliasName?: string }
/** A filter as controls give it; filterOperator 0 = and, 1 = or. */
export interface FilterExpression { readonly filterOperator: number; readonly conditions: readonly ConditionExpression[]; readonly filters?: readonly FilterExpression[] }

const OPERATORS: Readonly<Record<number, FetchOperator>> = { 0: "eq", 1: "ne", 2: "gt", 3: "lt", 4: "ge", 5: "le", 6: "like", 12: "null", 13: "not-null" };

function readCondition({ attributeName, conditionOperator, value, entityAliasName }: ConditionExpression): Condition {
  const operator = OPERATORS[conditionOperator];
  if (!operator) throw refusal("dataset filter", `condition operator ${conditionOperator}`);
  if (entityAliasName) throw refusal("dataset filter", `entityAliasName ${entityAliasName}`);
  return { column: attributeName, operator, ...(operator.endsWith("null") ? {} : { value: String(value) }) };
}

/** Conditions of a control's filter, all of which must hold. Alternatives and nested filters are refused by name. */
export function readFilter(filter: FilterExpression): readonly Condition[] {
  if (filter.filterOperator !== 0 && filter.conditions.length > 1) throw refusal("dataset filter", "filterOperator or");
  if (filter.filters && filter.filters.length > 0) throw refusal("dataset filter", "nested filters");
  return filter.conditions.map(readCondition);
}
