import { childOf, descendants, type Element, textOf } from "../xml/element";
import type { Contents, TableFiles } from "./contents";
import type { Finding } from "./finding";

const isCustom = (attribute: Element): boolean => textOf(attribute, "IsCustomField") === "1";
const isType = (attribute: Element, type: string): boolean => textOf(attribute, "Type") === type;

function lookups(table: TableFiles, contents: Contents): readonly Finding[] {
  const related = new Set(contents.relationships.filter((entry) => textOf(entry, "ReferencingEntityName") === table.name).map((entry) => textOf(entry, "ReferencingAttributeName")));
  return [...table.columns].filter(([name, attribute]) => isType(attribute, "lookup") && (isCustom(attribute) || name === "transactioncurrencyid") && !related.has(name))
    .map(([name]) => ({ code: "DULY-CHECK-003", where: table.path, message: `Lookup ${name} has no relationship in Other/Relationships; the platform would not know its target.` }));
}

function money(table: TableFiles): readonly Finding[] {
  const amounts = [...table.columns].filter(([, attribute]) => isType(attribute, "money") && textOf(attribute, "CalculationOf") === "");
  const needed = amounts.flatMap(([name]) => [`${name}_base`, "transactioncurrencyid", "exchangerate"]);
  return [...new Set(needed)].filter((name) => !table.columns.has(name))
    .map((name) => ({ code: "DULY-CHECK-004", where: table.path, message: `A money column needs ${name}, which is not there.` }));
}

function primaryName(table: TableFiles): readonly Finding[] {
  const names = [...table.columns.values()].filter((attribute) => textOf(attribute, "DisplayMask").includes("PrimaryName"));
  return names.length === 1 ? [] : [{ code: "DULY-CHECK-005", where: table.path, message: `The table has ${names.length} primary names; it needs exactly one column with the mask PrimaryName.` }];
}

function keyColumns(table: TableFiles): readonly Finding[] {
  return descendants(table.entity, "AttributeName").map((name) => textOf(name)).filter((name) => !table.columns.has(name))
    .map((name) => ({ code: "DULY-CHECK-006", where: table.path, message: `An alternate key names the column ${name}, which the table lacks.` }));
}

function optionSets(table: TableFiles, contents: Contents): readonly Finding[] {
  const known = new Set(contents.choices.map(({ root }) => root.attributes.Name));
  return [...table.columns].map(([column, attribute]) => [column, textOf(childOf(attribute, "OptionSetName"))] as const)
    .filter(([, name]) => name !== "" && !known.has(name))
    .map(([column, name]) => ({ code: "DULY-CHECK-007", where: table.path, message: `Column ${column} uses the choice ${name}, which is not in OptionSets/.` }));
}

/** What each table needs to be imported whole. */
export const tables = (contents: Contents): readonly Finding[] => [...contents.tables.values()].flatMap((table) =>
  [...lookups(table, contents), ...money(table), ...primaryName(table), ...keyColumns(table), ...optionSets(table, contents)]);
