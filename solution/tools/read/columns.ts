import type { Column } from "../../model/column";
import { prefixed } from "../../model/names";
import type { StatusReason, Table } from "../../model/table";
import type { Text } from "../../model/text";
import type { ColumnIr, ColumnPart, StateOption, StatusOption } from "../ir/column";
import { type Labels, onlyEnglish } from "../labels";
import { standardColumns } from "./standard";

function partOf(column: Column, labels: Labels): ColumnPart {
  switch (column.type) {
    case "text": return { type: "nvarchar", format: column.format, maxLength: column.maxLength };
    case "memo": return { type: "ntext", maxLength: column.maxLength, format: column.rich ? "richtext" : "text" };
    case "whole": return { type: "int", min: column.min, max: column.max };
    case "decimal": return { type: "decimal", precision: column.precision, min: column.min, max: column.max };
    case "money": return { type: "money", calculationOf: null };
    case "yesno": return { type: "bit", initial: column.initial, no: labels.say("standard.no", "No"), yes: labels.say("standard.yes", "Yes") };
    case "day": return { type: "datetime", dateOnly: true };
    case "instant": return { type: "datetime", dateOnly: false };
    case "choice": return {
      type: "picklist", optionSet: prefixed(column.choice.name),
      initial: column.initial === null ? null : column.choice.options[column.initial]?.value ?? null,
    };
    case "lookup": return { type: "lookup" };
  }
}

/** The text with "{0}" of the pattern filled in, language by language. */
export const filled = (pattern: Text, words: Text, change: (word: string) => string = (word) => word): Text =>
  pattern.flatMap(({ lcid, text }) => words.filter((word) => word.lcid === lcid).map((word) => ({ lcid, text: text.replace("{0}", change(word.text)) })));

function ownColumns(table: Table, labels: Labels): readonly ColumnIr[] {
  return Object.entries(table.columns).flatMap(([key, column]): readonly ColumnIr[] => {
    const name = prefixed(key);
    const label = labels.say(`column.${table.name}.${key}`, column.label);
    const own: ColumnIr = {
      logicalName: name, schemaName: name, part: partOf(column, labels), label, description: labels.say(`column.${table.name}.${key}.help`, column.help),
      required: column.required ? "required" : "none", custom: true, primaryName: key === "name", secured: column.secured, create: true, update: true,
    };
    return column.type === "money" ? [own, inHomeCurrency(own, labels)] : [own];
  });
}

/** The twin that the platform keeps of a money column, in the organisation's currency. */
const inHomeCurrency = (money: ColumnIr, labels: Labels): ColumnIr => ({
  ...money, logicalName: `${money.logicalName}_base`, schemaName: `${money.schemaName}_base`,
  part: { type: "money", calculationOf: money.logicalName }, label: filled(labels.say("standard.base", "{0} (base)"), money.label),
  required: "none", create: false, update: false,
});

const primaryKey = (table: Table, label: Text, labels: Labels): ColumnIr => ({
  logicalName: `${prefixed(table.name)}id`, schemaName: `${prefixed(table.name)}id`, part: { type: "primarykey" }, label, description: labels.say("standard.key.help", "Unique id of the row."),
  required: "systemrequired", custom: false, primaryName: false, secured: false, create: true, update: false,
});

const firstOf = (statuses: readonly StatusReason[], state: number): number => statuses.find((status) => status.state === state)?.value ?? -1;

function lifecycle(table: Table, labels: Labels): readonly ColumnIr[] {
  const reasons = Object.entries(table.statuses);
  const values = reasons.map(([, reason]) => reason);
  const states: readonly StateOption[] = [
    { value: 0, name: "Active", label: labels.say("standard.active", "Active"), initialStatus: firstOf(values, 0) },
    { value: 1, name: "Inactive", label: labels.say("standard.inactive", "Inactive"), initialStatus: firstOf(values, 1) },
  ];
  const statuses: readonly StatusOption[] = reasons.map(([key, { value, state, label }]) =>
    ({ value, state, label: labels.say(`status.${table.name}.${key}`, label) }));
  const shared = { description: onlyEnglish(""), custom: false, primaryName: false, secured: false, create: true, update: true };
  return [
    { ...shared, logicalName: "statecode", schemaName: "statecode", part: { type: "state", states }, label: labels.say("standard.statecode", "Status"), required: "systemrequired" },
    { ...shared, logicalName: "statuscode", schemaName: "statuscode", part: { type: "status", statuses }, label: labels.say("standard.statuscode", "Status Reason"), required: "none" },
  ];
}

/** Every column of a table: key, ours, money twins, life cycle and the platform's. */
export const columnsOf = (table: Table, label: Text, labels: Labels): readonly ColumnIr[] =>
  [primaryKey(table, label, labels), ...ownColumns(table, labels), ...lifecycle(table, labels), ...standardColumns(table, labels)];
