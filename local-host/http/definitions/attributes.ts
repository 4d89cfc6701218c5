import type { Column, ColumnType, Table } from "../../metadata/model";
import { isChoice, isLookup } from "../../metadata/column-kinds";
import { label, managed } from "./labels";
import { guidOf } from "../../metadata/ids";
import type { Definition } from "./node";
import { columnOptions } from "./option-sets";

/** Name of the metadata type and of AttributeType. */
const TYPES: Readonly<Record<ColumnType, readonly [string, string]>> = {
  string: ["String", "String"], memo: ["Memo", "Memo"], integer: ["Integer", "Integer"], bigint: ["BigInt", "BigInt"], decimal: ["Decimal", "Decimal"], double: ["Double", "Double"],
  money: ["Money", "Money"], boolean: ["Boolean", "Boolean"], dateonly: ["DateTime", "DateTime"], datetime: ["DateTime", "DateTime"], picklist: ["Picklist", "Picklist"],
  multiselect: ["MultiSelectPicklist", "Virtual"], state: ["State", "State"], status: ["Status", "Status"], lookup: ["Lookup", "Lookup"], owner: ["Lookup", "Owner"],
  customer: ["Lookup", "Customer"], uniqueidentifier: ["UniqueIdentifier", "Uniqueidentifier"],
};
const REQUIRED = { none: "None", recommended: "Recommended", required: "ApplicationRequired", system: "SystemRequired" } as const;
const TYPE_NAMES: Readonly<Partial<Record<ColumnType, string>>> = { owner: "OwnerType", customer: "CustomerType", uniqueidentifier: "UniqueidentifierType" };

/** Names of rows, keys and what the platform fills in cannot be secured. */
function security(table: Table, column: Column): Record<string, unknown> {
  const { logicalName: name, type, isCustom } = column;
  const able = isCustom && !isLookup(column) && type !== "uniqueidentifier" && name !== table.primaryName && !table.keys.some(({ columns }) => columns.includes(name));
  return { IsSecured: column.secured === true, CanBeSecuredForRead: able, CanBeSecuredForCreate: able, CanBeSecuredForUpdate: able };
}

/** A column as AttributeMetadata of its kind. */
export function attribute(table: Table, column: Column, language: number): Definition {
  const [type, attributeType] = TYPES[column.type];
  const properties = {
    "@odata.type": `#Microsoft.Dynamics.CRM.${type}AttributeMetadata`,
    MetadataId: guidOf("attribute", table.logicalName, column.logicalName),
    LogicalName: column.logicalName, SchemaName: column.schemaName, EntityLogicalName: table.logicalName,
    AttributeType: attributeType, AttributeTypeName: { Value: TYPE_NAMES[column.type] ?? `${type}Type` }, AttributeOf: null,
    DisplayName: label(column.labels, language), Description: label(column.descriptions, language),
    RequiredLevel: { ...managed(REQUIRED[column.required]), ManagedPropertyLogicalName: "canmodifyrequirementlevelsettings" },
    IsPrimaryId: column.logicalName === table.primaryId, IsPrimaryName: column.logicalName === table.primaryName,
    IsValidForCreate: column.validForCreate, IsValidForUpdate: column.validForUpdate, IsValidForRead: true,
    IsCustomAttribute: column.isCustom, IsLogical: false, IsValidODataAttribute: true, ...security(table, column),
    ...details(column),
  };
  return { properties, related: options(table, column, language) };
}

function textFormat({ type, format }: Column): Record<string, unknown> {
  const name = format === "richtext" ? "RichText" : type === "string" ? "Text" : "TextArea";
  return { Format: name, FormatName: { Value: name } };
}

function details(column: Column): Record<string, unknown> {
  switch (column.type) {
    case "string": case "memo": return { MaxLength: column.maxLength ?? null, ...textFormat(column) };
    case "integer": case "bigint": return range(column);
    case "decimal": case "double": case "money": return { ...range(column), Precision: column.precision ?? 2, CalculationOf: column.calculationOf ?? null };
    case "dateonly": return { Format: "DateOnly", DateTimeBehavior: { Value: "DateOnly" } };
    case "datetime": return { Format: "DateAndTime", DateTimeBehavior: { Value: "UserLocal" } };
    case "lookup": case "owner": case "customer": return { Targets: column.targets ?? [] };
    case "boolean": return { DefaultValue: column.defaultValue === true };
    case "picklist": case "multiselect": case "state": case "status": return { DefaultFormValue: column.defaultValue ?? -1 };
    default: return {};
  }
}

const range = ({ minValue, maxValue }: Column): Record<string, unknown> => ({ MinValue: minValue ?? null, MaxValue: maxValue ?? null });

function options(table: Table, column: Column, language: number): Definition["related"] {
  const has = isChoice(column) || column.type === "multiselect" || column.type === "boolean";
  if (!has) return {};
  const set = (): Definition => columnOptions(table.logicalName, column, language);
  const isGlobal = column.globalChoice !== undefined;
  return { OptionSet: set, GlobalOptionSet: () => (isGlobal ? set() : null) };
}
