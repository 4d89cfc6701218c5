import { entryOf } from "../../entry";
import type { ChoiceOption, Column, ColumnType } from "../../metadata/model";
import { DataverseError } from "../../service/error";
import { childOf, flagOf, numberOf, textOf, type Element } from "../xml/element";
import { labelsOf } from "../xml/labels";
import { optionsOf } from "./options";

const types: Readonly<Record<string, ColumnType>> = {
  nvarchar: "string", ntext: "memo", int: "integer", bigint: "bigint", decimal: "decimal", float: "double", money: "money", bit: "boolean", datetime: "datetime",
  picklist: "picklist", multiselectpicklist: "multiselect", state: "state", status: "status", lookup: "lookup", owner: "owner", customer: "customer",
  primarykey: "uniqueidentifier", uniqueidentifier: "uniqueidentifier",
};

/** Types that exist on the platform and that the host leaves out. */
const leftOut: ReadonlySet<string> = new Set(["file", "image", "partylist", "virtual", "entityname", "managedproperty", "calendarrules"]);

const required: Readonly<Record<string, Column["required"]>> = {
  systemrequired: "system", required: "required", applicationrequired: "required", recommended: "recommended",
};

export interface ColumnSource {
  readonly table: string;
  readonly attribute: Element;
  readonly globalChoices: ReadonlyMap<string, readonly ChoiceOption[]>;
}

export const logicalNameOf = (attribute: Element): string => (textOf(attribute, "LogicalName") || textOf(attribute, "Name") || attribute.attributes["PhysicalName"] || "").toLowerCase();

/** Why the host leaves a column out; null when it takes it. */
export function reasonToLeaveOut(attribute: Element): string | null {
  const type = textOf(attribute, "Type").toLowerCase();
  if (leftOut.has(type)) return `columns of type ${type}`;
  const source = numberOf(attribute, "SourceType") ?? 0;
  return source > 0 ? "calculated and rollup columns" : null;
}

function typeOf({ table, attribute }: ColumnSource): ColumnType {
  const text = textOf(attribute, "Type").toLowerCase();
  const type = entryOf(types, text);
  if (type === undefined) throw new DataverseError("0x80048067", `The column '${logicalNameOf(attribute)}' of '${table}' has the unknown type '${text}'. Use an export type such as nvarchar, int or lookup.`);
  return type === "datetime" && textOf(attribute, "Behavior") === "2" ? "dateonly" : type;
}

const limits: Readonly<Record<string, "maxLength" | "minValue" | "maxValue" | "precision">> = { MaxLength: "maxLength", MinValue: "minValue", MaxValue: "maxValue", Accuracy: "precision" };

function limitsOf(attribute: Element): Partial<Column> {
  return Object.fromEntries(Object.entries(limits).flatMap(([element, name]) => {
    const value = numberOf(attribute, element);
    return value === null ? [] : [[name, value]];
  }));
}

const formatOf = (attribute: Element): Partial<Column> => (textOf(attribute, "Format").toLowerCase() === "richtext" ? { format: "richtext" } : {});

function choiceOf({ table, attribute, globalChoices }: ColumnSource, type: ColumnType): Partial<Column> {
  const globalChoice = textOf(attribute, "OptionSetName");
  const local = childOf(attribute, "optionset");
  if (globalChoice === "" || local !== undefined) return local === undefined ? {} : { options: optionsOf(local) };
  const options = globalChoices.get(globalChoice);
  if (options !== undefined) return { options, globalChoice };
  if (type !== "picklist" && type !== "multiselect") return {};
  throw new DataverseError("0x80048067", `The column '${logicalNameOf(attribute)}' of '${table}' uses the choice '${globalChoice}', which neither the package nor the store has. Add the choice to the package.`);
}

function initialOf(attribute: Element, type: ColumnType): Partial<Column> {
  const value = numberOf(attribute, "AppDefaultValue");
  if (type === "boolean") return { defaultValue: value === 1 };
  return type === "picklist" && value !== null && value !== -1 ? { defaultValue: value } : {};
}

/** A column as a package writes it; targets of lookups come with the relationships. */
export function columnOf(source: ColumnSource): Column {
  const { attribute } = source;
  const type = typeOf(source);
  const logicalName = logicalNameOf(attribute);
  const schemaName = attribute.attributes["PhysicalName"] ?? logicalName;
  const calculationOf = textOf(attribute, "CalculationOf").toLowerCase();
  return {
    logicalName, schemaName, type, labels: labelsOf(attribute, "displaynames", schemaName), descriptions: labelsOf(attribute, "Descriptions"),
    required: entryOf(required, textOf(attribute, "RequiredLevel").toLowerCase()) ?? "none", ...limitsOf(attribute), ...formatOf(attribute), ...choiceOf(source, type), ...initialOf(attribute, type),
    ...(calculationOf === "" ? {} : { calculationOf }), ...(flagOf(attribute, "IsSecured") ? { secured: true } : {}),
    validForCreate: textOf(attribute, "ValidForCreateApi") !== "0", validForUpdate: textOf(attribute, "ValidForUpdateApi") !== "0", isCustom: flagOf(attribute, "IsCustomField"),
  };
}
