import { type Element, textOf } from "../xml/element";
import type { Contents, TableContents } from "./contents";
import { finding, type Finding } from "./finding";

/** What a customer column points to: each by a relationship of its own. */
const targets = "account and contact";

const isCustomer = (attribute: Element | undefined): boolean => textOf(attribute, "Type") === "customer";
const targetOf = (relationship: Element): string => textOf(relationship, "ReferencedEntityName").toLowerCase();

/** Name by which a row's lookup is reached; a customer column has one for each table that it points to. */
export function lookupNavigation({ tables }: Contents, relationship: Element): string {
  const column = textOf(relationship, "ReferencingAttributeName");
  return isCustomer(tables.get(textOf(relationship, "ReferencingEntityName"))?.columns.get(column)) ? `${column}_${targetOf(relationship)}` : column;
}

function targetsOf(contents: Contents, table: TableContents, column: string): string {
  const own = contents.relationships.filter(({ root }) => textOf(root, "ReferencingEntityName") === table.name && textOf(root, "ReferencingAttributeName") === column);
  return own.map(({ root }) => targetOf(root)).sort().join(" and ") || "nothing";
}

/** Columns for customers without a relationship to accounts and one to contacts, or with more than these. */
export const customers = (contents: Contents): readonly Finding[] => [...contents.tables.values()].flatMap((table) => [...table.columns]
  .filter(([, attribute]) => isCustomer(attribute)).map(([column]) => ({ column, found: targetsOf(contents, table, column) }))
  .filter(({ found }) => found !== targets).map(({ column, found }) => finding("DULY-CHECK-150", table, column, found, targets)));
