import type { Column } from "#solution/model/column";
import { prefixed } from "#solution/model/names";
import type { Table } from "#solution/model/table";
import { tables } from "#solution/schema/tables";
import { anchor, code, codes, escaped, grid, heading, link, page, yes } from "./markdown";

const own = new Set(tables.map((table) => table.name));

const onDelete = { restrict: "the target cannot be deleted", parental: "deleted with the target", unlink: "emptied when the target is deleted" } as const;

function targetOf(target: string): string {
  return own.has(target) ? link(prefixed(target), `#${prefixed(target)}`) : code(target);
}

/** Type of a column in words, with its length, range, choice or target. */
export function typeText(column: Column): string {
  switch (column.type) {
    case "text": return `text, ${column.maxLength} characters${column.format === "text" ? "" : `, ${column.format}`}`;
    case "memo": return `long text, ${column.maxLength} characters`;
    case "whole": return `whole number, ${column.min} to ${column.max}`;
    case "decimal": return `decimal, ${column.precision} places, ${column.min} to ${column.max}`;
    case "money": return "money";
    case "yesno": return `yes or no, initially ${column.initial ? "yes" : "no"}`;
    case "day": return "day (date only)";
    case "instant": return "date and time";
    case "choice": return `choice ${link(prefixed(column.choice.name), `choices.md#${prefixed(column.choice.name)}`)}${column.initial === null ? "" : `, initially ${escaped(column.choice.options[column.initial]?.label ?? "")}`}`;
    case "lookup": return `lookup to ${targetOf(column.target)}, ${onDelete[column.onDelete]}`;
  }
}

const columnRow = ([key, column]: readonly [string, Column]): readonly string[] =>
  [code(prefixed(key)), escaped(column.label), `${typeText(column)}${column.secured ? `; ${link("secured", "roles.md#field-security-profiles")}` : ""}`, yes(column.required), escaped(column.help)];

const facts = (table: Table): string => [
  table.ownership === "user" ? "Rows belong to users or teams." : "Rows belong to the organisation.",
  ...(table.notes ? ["Notes can be attached."] : []), ...(table.activities ? ["Activities can be attached."] : []),
].join(" ");

const keyRow = ([name, columns]: readonly [string, readonly string[]]): readonly string[] => [code(prefixed(name)), codes(columns.map(prefixed))];

const section = (table: Table): string => page(
  `${anchor(prefixed(table.name))}\n`,
  heading(2, table.label),
  `${code(prefixed(table.name))}. ${escaped(table.help)} ${facts(table)}\n`,
  grid(["Column", "Label", "Type", "Required", "Description"], Object.entries(table.columns).map(columnRow)),
  "Alternate keys\n",
  grid(["Key", "Columns"], Object.entries(table.keys).map(keyRow)),
  "Status reasons\n",
  grid(["Value", "Status reason", "State"], Object.values(table.statuses).map((status) => [String(status.value), escaped(status.label), status.state === 0 ? "active" : "inactive"])),
);

/** Every table with its columns, alternate keys and status reasons. */
export const tablesPage = (): string => page(
  heading(1, "Tables"),
  "Beside these columns every table has the platform's: its id (`<table>id`), owner, state, status reason, who created and changed it and when; tables with money also the currency, the exchange rate and a base amount for each money column.\n",
  grid(["Table", "Label", "Description"], tables.map((table) => [link(prefixed(table.name), `#${prefixed(table.name)}`), escaped(table.label), escaped(table.help)])),
  ...tables.map(section),
);
