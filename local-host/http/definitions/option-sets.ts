import type { ChoiceOption, Column } from "../../metadata/model";
import { label } from "./labels";
import { guidOf } from "../../metadata/ids";
import type { Definition } from "./node";

const TYPES: Readonly<Record<string, string>> = { state: "State", status: "Status", boolean: "Boolean" };

/** The options of a choice or boolean column. */
export function columnOptions(table: string, column: Column, language: number): Definition {
  const name = column.globalChoice ?? `${table}_${column.logicalName}`;
  const type = TYPES[column.type] ?? "Picklist";
  const properties = { MetadataId: guidOf("optionset", name), Name: name, IsGlobal: column.globalChoice !== undefined, OptionSetType: type, DisplayName: label(column.labels, language) };
  const options = column.type === "boolean" ? twoOptions(column, language) : { Options: (column.options ?? []).map((option) => optionOf(option, language)) };
  return { properties: { ...properties, ...options }, related: {} };
}

function twoOptions(column: Column, language: number): object {
  const of = (value: number, text: string): object => optionOf(column.options?.find((option) => option.value === value) ?? { value, labels: { 1033: text } }, language);
  return { FalseOption: of(0, "No"), TrueOption: of(1, "Yes") };
}

function optionOf(option: ChoiceOption, language: number): object {
  return { Value: option.value, Label: label(option.labels, language), ...(option.state === undefined ? {} : { State: option.state }) };
}

/** A global choice. */
export function globalChoice(name: string, options: readonly ChoiceOption[], language: number): Definition {
  const properties = {
    "@odata.type": "#Microsoft.Dynamics.CRM.OptionSetMetadata", MetadataId: guidOf("optionset", name), Name: name, IsGlobal: true, OptionSetType: "Picklist",
    DisplayName: label({ 1033: name }, language), Options: options.map((option) => optionOf(option, language)),
  };
  return { properties, related: {} };
}
