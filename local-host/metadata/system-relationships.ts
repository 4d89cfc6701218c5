import type { ManyToOne, Table } from "./model";

/** Column that the platform adds to a table -> name of its relationship to each target. */
const names: Readonly<Record<string, (table: string, target: string) => string>> = {
  createdby: (table) => `lk_${table}_createdby`,
  createdonbehalfby: (table) => `lk_${table}_createdonbehalfby`,
  modifiedby: (table) => `lk_${table}_modifiedby`,
  modifiedonbehalfby: (table) => `lk_${table}_modifiedonbehalfby`,
  ownerid: (table, target) => (target === "systemuser" ? `owner_${table}` : `owner_${table}_${target}`),
  owningbusinessunit: (table) => `business_unit_${table}`,
  owninguser: (table) => `user_${table}`,
  owningteam: (table) => `team_${table}`,
  organizationid: (table) => `organization_${table}`,
  transactioncurrencyid: (table) => `TransactionCurrency_${table}`,
};

/** The relationships that every table has to users, teams, business unit and currency. */
export function systemRelationships(table: Table): readonly ManyToOne[] {
  return Object.entries(names).flatMap(([column, nameOf]) =>
    (table.columns.get(column)?.targets ?? []).map((target): ManyToOne => ({
      schemaName: nameOf(table.logicalName, target), referencingTable: table.logicalName, referencingColumn: column, referencedTable: target,
      lookupNavigation: column, collectionNavigation: nameOf(table.logicalName, target),
      cascadeDelete: column === "transactioncurrencyid" ? "Restrict" : "NoCascade",
    })));
}
