import { prefixed } from "../../model/names";
import type { Table } from "../../model/table";
import type { RelationshipIr } from "../ir/table";
import { packFailure } from "../messages";
import { hasMoney } from "./standard";

/** Tables of the platform that lookups point to, as its relationships write them. */
const standardTargets: Readonly<Record<string, string>> = { account: "Account", contact: "Contact", systemuser: "SystemUser", team: "Team", queue: "Queue", phonecall: "PhoneCall" };

const onDelete = { restrict: "Restrict", parental: "Cascade", unlink: "RemoveLink" } as const;

/** Three segments, so that it can never be the name of a column or of another relationship. */
export const relationshipName = (table: string, column: string, target: string): string => prefixed(`${target}_${table}_${column}`);

function targetName(target: string, own: ReadonlySet<string>): string {
  const name = own.has(target) ? prefixed(target) : standardTargets[target];
  if (name === undefined) throw packFailure("DULY-PACK-004", target);
  return name;
}

function relationshipsOf(table: Table, own: ReadonlySet<string>): readonly RelationshipIr[] {
  const lookups = Object.entries(table.columns).flatMap(([key, column]): readonly RelationshipIr[] => column.type !== "lookup" ? [] : [{
    name: relationshipName(table.name, key, column.target), table: prefixed(table.name), column: prefixed(key),
    target: targetName(column.target, own), onDelete: onDelete[column.onDelete],
  }]);
  const currency: RelationshipIr = {
    name: `TransactionCurrency_${prefixed(table.name)}`, table: prefixed(table.name), column: "transactioncurrencyid", target: "TransactionCurrency", onDelete: "Restrict",
  };
  return hasMoney(table) ? [...lookups, currency] : lookups;
}

/** The relationship of every lookup; throws DULY-PACK-004 on a target that nobody knows. */
export function relationships(tables: readonly Table[]): readonly RelationshipIr[] {
  const own = new Set(tables.map((table) => table.name));
  return tables.flatMap((table) => relationshipsOf(table, own));
}
