import { childOf, descendants, type Element, textOf } from "../xml/element";
import type { Contents, TableContents } from "./contents";
import { finding, type Finding } from "./finding";

const isCustom = (attribute: Element): boolean => textOf(attribute, "IsCustomField") === "1";
const isType = (attribute: Element, type: string): boolean => textOf(attribute, "Type") === type;

const types = new Set([
  "nvarchar", "ntext", "int", "bigint", "decimal", "float", "money", "datetime", "bit", "picklist", "multiselectpicklist", "lookup", "customer", "owner", "partylist",
  "primarykey", "uniqueidentifier", "state", "status", "file", "image",
]);

function lookups(table: TableContents, contents: Contents): readonly Finding[] {
  const related = new Set(contents.relationships.filter(({ root }) => textOf(root, "ReferencingEntityName") === table.name).map(({ root }) => textOf(root, "ReferencingAttributeName")));
  return [...table.columns].filter(([name, attribute]) => isType(attribute, "lookup") && (isCustom(attribute) || name === "transactioncurrencyid") && !related.has(name))
    .map(([name]) => finding("DULY-CHECK-003", table, name));
}

function money(table: TableContents): readonly Finding[] {
  const amounts = [...table.columns].filter(([, attribute]) => isType(attribute, "money") && textOf(attribute, "CalculationOf") === "");
  const needed = amounts.flatMap(([name]) => [`${name}_base`, "transactioncurrencyid", "exchangerate"]);
  return [...new Set(needed)].filter((name) => !table.columns.has(name)).map((name) => finding("DULY-CHECK-004", table, name));
}

function primaryName(table: TableContents): readonly Finding[] {
  const names = [...table.columns.values()].filter((attribute) => textOf(attribute, "DisplayMask").includes("PrimaryName"));
  return names.length === 1 ? [] : [finding("DULY-CHECK-005", table, String(names.length))];
}

const keyColumns = (table: TableContents): readonly Finding[] => descendants(table.root, "AttributeName").map((name) => textOf(name))
  .filter((name) => !table.columns.has(name)).map((name) => finding("DULY-CHECK-006", table, name));

function optionSets(table: TableContents, contents: Contents): readonly Finding[] {
  const known = new Set(contents.choices.map(({ root }) => root.attributes.Name));
  return [...table.columns].map(([column, attribute]) => [column, textOf(childOf(attribute, "OptionSetName"))] as const)
    .filter(([, name]) => name !== "" && !known.has(name)).map(([column, name]) => finding("DULY-CHECK-007", table, column, name));
}

const shapes = (table: TableContents): readonly Finding[] => [...table.columns].flatMap(([name, attribute]) => [
  ...(types.has(textOf(attribute, "Type")) ? [] : [finding("DULY-CHECK-066", table, name, textOf(attribute, "Type"))]),
  ...(/^n(varchar|text)$/.test(textOf(attribute, "Type")) && !(Number(textOf(attribute, "MaxLength")) > 0) ? [finding("DULY-CHECK-067", table, name)] : []),
]);

/** What each table needs to be imported whole. */
export const tables = (contents: Contents): readonly Finding[] => [...contents.tables.values()].flatMap((table) =>
  [...lookups(table, contents), ...money(table), ...primaryName(table), ...keyColumns(table), ...optionSets(table, contents), ...shapes(table)]);
