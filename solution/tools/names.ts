import type { Choice } from "../model/choice";
import type { Column } from "../model/column";
import { prefixed } from "../model/names";
import type { Table } from "../model/table";

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const typeOf = (column: Column): string => {
  switch (column.type) {
    case "whole": case "choice": return "number";
    case "yesno": return "boolean";
    case "lookup": return "Reference";
    default: return "string";
  }
};

const standardColumns = (table: Table): readonly string[] => [
  `  readonly ${prefixed(table.name)}id: string;`,
  "  readonly statecode: number;", "  readonly statuscode: number;", "  readonly createdon: string | null;", "  readonly modifiedon: string | null;",
  "  readonly ownerid?: Reference | null;",
  ...(Object.values(table.columns).some((column) => column.type === "money") ? ["  readonly transactioncurrencyid: Reference | null;"] : []),
];

/** `DebtorRow`: every column as the rules and controls see it; money and days are strings. */
const rowType = (table: Table): string => [
  `export interface ${pascal(table.name)}Row {`,
  ...standardColumns(table),
  ...Object.entries(table.columns).map(([key, column]) => `  readonly ${prefixed(key)}: ${typeOf(column)} | null;`),
  "}",
].join("\n");

const tableNames = (table: Table): string =>
  `  ${table.name}: { logicalName: "${prefixed(table.name)}", set: "${entitySet(table)}", id: "${prefixed(table.name)}id" },`;

const record = (name: string, entries: readonly (readonly [string, number])[]): string =>
  `export const ${name} = { ${entries.map(([key, value]) => `${key}: ${value}`).join(", ")} } as const;`;

const choiceValues = (choice: Choice): string =>
  record(choice.name, Object.entries(choice.options).map(([key, option]) => [key, option.value]));

const statusValues = (table: Table): string =>
  record(`${table.name}Status`, Object.entries(table.statuses).map(([key, status]) => [key, status.value]));

/** Kinds whose values JSON does not tell apart: an amount from a text, a choice from a number. */
const toldApart = new Set<Column["type"]>(["money", "decimal", "day", "instant", "choice"]);

/** `duly_promise: { money: "duly_amount", day: "duly_promisedate duly_takenon" }` */
function columnKinds(table: Table): string {
  const kinds = new Map<string, string[]>();
  for (const [key, { type }] of Object.entries(table.columns)) {
    if (toldApart.has(type)) kinds.set(type, [...kinds.get(type) ?? [], prefixed(key)]);
  }
  return `  ${prefixed(table.name)}: { ${[...kinds].map(([kind, columns]) => `${kind}: "${columns.join(" ")}"`).join(", ")} },`;
}

/** Names of the secured columns of all tables. */
const secured = (tables: readonly Table[]): readonly string[] =>
  [...new Set(tables.flatMap((table) => Object.entries(table.columns).filter(([, column]) => column.secured).map(([key]) => prefixed(key))))];

/** Entity set name: the plural without spaces, in lower case ("duly_openitems"). */
export const entitySet = (table: Table): string =>
  table.name.endsWith("y") ? `${prefixed(table.name).slice(0, -1)}ies` : /(s|x|ch|sh)$/.test(table.name) ? `${prefixed(table.name)}es` : `${prefixed(table.name)}s`;

/** Writes the lean module of names, option values and row types that bundles import instead of the schema with its labels. */
export function namesModule(tables: readonly Table[], choices: readonly Choice[]): string {
  return [
    "// Generated from solution/schema; not edited, not committed.",
    "export interface Reference { readonly logicalName: string; readonly id: string; readonly name?: string | null }",
    `export const tables = {\n${tables.map(tableNames).join("\n")}\n} as const;`,
    `export const columnKinds: Readonly<Record<string, Readonly<Record<string, string>>>> = {\n${tables.map(columnKinds).join("\n")}\n};`,
    `/** Columns that field security profiles give to some people only. */\nexport const securedColumns: readonly string[] = ${JSON.stringify(secured(tables))};`,
    ...choices.map(choiceValues),
    ...tables.map(statusValues),
    ...tables.map(rowType),
    `/** Logical name -> row. */\nexport interface TableRows {\n${tables.map((table) => `  readonly ${prefixed(table.name)}: ${pascal(table.name)}Row;`).join("\n")}\n}`,
    "",
  ].join("\n");
}
