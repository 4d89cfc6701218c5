import { share } from "#domain/collectors/balance";
import type { Reference } from "#solution/generated/names";
import { from } from "../../sdk/query";
import { read, type Reading } from "../../sdk/reading";

export const collectorQuery = (companyId: string) => from("duly_collector").select("duly_collectorid", "duly_name", "duly_user", "duly_capacity")
  .where(["duly_company", "eq", companyId], ["statecode", "eq", 0]);

/** How many debtors each collector of a company looks after. */
const caseload = (companyId: string): string =>
  `<fetch aggregate="true"><entity name="duly_debtor"><attribute name="duly_debtorid" alias="debtors" aggregate="count"/><attribute name="duly_collector" alias="collector" groupby="true"/>`
  + `<filter type="and"><condition attribute="duly_company" operator="eq" value="${companyId}"/><condition attribute="duly_collector" operator="not-null"/></filter></entity></fetch>`;

export interface Assigned { readonly collectorId: string; readonly user: Reference | null }

const idOf = (value: unknown): string => (typeof value === "object" && value !== null && "id" in value ? String(value.id) : String(value));

/** Chooses a collector for each of some debtors; nothing is read when there is none, and nobody is chosen where the company has no collector. */
export function* chooseCollectors(companyId: string, debtorIds: readonly string[]): Reading<ReadonlyMap<string, Assigned>> {
  if (debtorIds.length === 0) return new Map();
  const collectors = yield* read(collectorQuery(companyId));
  if (collectors.length === 0) return new Map();
  const [counted = []] = yield [caseload(companyId)];
  const taken = new Map(counted.map((row) => [idOf(row.collector), Number(row.debtors)]));
  const users = new Map(collectors.map((row) => [row.duly_collectorid, row.duly_user]));
  const shared = share(debtorIds, collectors.map((row) => ({ id: row.duly_collectorid, capacity: row.duly_capacity ?? 0, taken: taken.get(row.duly_collectorid) ?? 0 })));
  return new Map(shared.map(({ id, collectorId }) => [id, { collectorId, user: users.get(collectorId) ?? null }]));
}
