import { type Facets, flag, name, oneOf, optional } from "./allowed";

/** Operators of FetchXML, from Microsoft's page on condition operators. */
const operators = [
  "eq", "ne", "neq", "gt", "ge", "lt", "le", "like", "not-like", "in", "not-in", "between", "not-between", "null", "not-null", "begins-with", "not-begin-with", "ends-with", "not-end-with",
  "contain-values", "not-contain-values", "above", "under", "not-under", "eq-or-above", "eq-or-under",
  "eq-userid", "ne-userid", "eq-userteams", "eq-useroruserteams", "eq-useroruserhierarchy", "eq-useroruserhierarchyandteams", "eq-businessid", "ne-businessid", "eq-userlanguage",
  "on", "on-or-after", "on-or-before", "today", "tomorrow", "yesterday", "this-week", "this-month", "this-year", "last-week", "last-month", "last-year", "next-week", "next-month", "next-year",
  "last-seven-days", "next-seven-days", "this-fiscal-period", "this-fiscal-year", "last-fiscal-period", "last-fiscal-year", "next-fiscal-period", "next-fiscal-year",
  "in-fiscal-period", "in-fiscal-year", "in-fiscal-period-and-year", "in-or-after-fiscal-period-and-year", "in-or-before-fiscal-period-and-year",
  ...["hours", "days", "weeks", "months", "years"].flatMap((unit) => [`last-x-${unit}`, `next-x-${unit}`]), "last-x-fiscal-periods", "last-x-fiscal-years", "next-x-fiscal-periods", "next-x-fiscal-years",
  ...["minutes", "hours", "days", "weeks", "months", "years"].map((unit) => `olderthan-x-${unit}`),
];

const operator = { ...oneOf(...operators), says: "an operator of FetchXML such as eq, like or last-x-days" };
export const truth = optional(oneOf("true", "false", "1", "0"));

/** A query in a view or chart. */
export const query: Facets = {
  "condition@operator": operator, "filter@type": optional(oneOf("and", "or")), "filter@isquickfindfields": optional(flag), "order@descending": truth,
  "attribute@aggregate": optional(oneOf("avg", "count", "countcolumn", "max", "min", "sum")), "attribute@groupby": truth,
  "attribute@dategrouping": optional(oneOf("day", "week", "month", "quarter", "year", "fiscal-period", "fiscal-year")),
  "link-entity@link-type": optional(oneOf("inner", "outer", "any", "not any", "all", "not all", "exists", "in", "matchfirstrowusingcrossapply")), "entity@name": name,
};
