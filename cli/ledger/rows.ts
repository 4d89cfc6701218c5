import type { Condition, Link, Query } from "../../local-host/query/ir";
import type { EntityReference, OrganizationService, Row, Value } from "../../local-host/service/contract";

export type Where = Pick<Partial<Query>, "filter" | "links">;

/** Reads whole tables or parts of them, page by page. Sorted by id, so that pages neither overlap nor leave gaps. */
export function* readAll(
  service: OrganizationService, table: string, columns: readonly string[], where: Where = {},
): Generator<Row> {
  const query: Query = {
    table, columns: [`${table}id`, ...columns].map((column) => ({ column })), filter: null, links: [],
    order: [{ ref: { link: null, column: `${table}id` }, descending: false }],
    aggregate: null, distinct: false, pageSize: 5000, page: 1, cookie: null, top: null, count: false, ...where,
  };
  for (let page = 1, cookie: string | null = null, more = true; more; page += 1) {
    const answer = service.retrieveMultiple({ ...query, page, cookie });
    yield* answer.rows;
    ({ more, cookie } = answer);
  }
}

export const equals = (column: string, value: string | number, link: string | null = null): Condition =>
  ({ kind: "compare", ref: { link, column }, operator: "eq", right: { kind: "value", value } });

/** Joins the rows to their debtor and keeps those of one company. */
export const ofCompanyByDebtor = (companyId: string): readonly Link[] => [{
  alias: "debtor", table: "duly_debtor", from: "duly_debtorid", to: "duly_debtor", parent: null, type: "inner",
  columns: [], filter: equals("duly_company", companyId, "debtor"), links: [],
}];

export const to = (logicalName: string, id: string): EntityReference => ({ logicalName, id });

export const isReference = (value: Value | undefined): value is EntityReference =>
  typeof value === "object" && value !== null && "logicalName" in value;

export const idIn = (row: Row, column: string): string => {
  const value = row[column];
  return isReference(value) ? value.id : "";
};

export const textIn = (row: Row, column: string): string => {
  const value = row[column];
  return typeof value === "string" ? value : "";
};

export const numberIn = (row: Row, column: string): number => {
  const value = row[column];
  return typeof value === "number" ? value : 0;
};

/** Properties of a file as columns: "validfrom" -> "duly_validfrom". */
export const prefixed = (values: object): Row => Object.fromEntries(Object.entries(values).map(([name, value]: [string, Row[string]]) => [`duly_${name}`, value]));
