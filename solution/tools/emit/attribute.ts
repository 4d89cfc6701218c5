import type { ColumnIr } from "../ir/column";
import { element, type Element, leaf } from "../xml/element";
import { typePart } from "./part";
import { descriptions, introduced, labelled } from "./texts";

function displayMask(column: ColumnIr): string {
  if (column.primaryName) return "PrimaryName|ValidForAdvancedFind|ValidForForm|ValidForGrid|RequiredForForm";
  if (column.part.type === "primarykey") return "ValidForAdvancedFind|RequiredForGrid";
  return "ValidForAdvancedFind|ValidForForm|ValidForGrid";
}

const ones = (...names: readonly string[]): readonly Element[] => names.map((name) => leaf(name, 1));
const zeros = (...names: readonly string[]): readonly Element[] => names.map((name) => leaf(name, 0));
const flag = (name: string, value: boolean): Element => leaf(name, value ? 1 : 0);

/** Types in which an input method makes no sense. */
const plainKeyboard = new Set(["int", "decimal", "money", "primarykey", "lookup", "owner", "picklist", "bit", "state", "status"]);

/** `<attribute>` of one column; `table` is the logical name that local option sets carry. */
export const attribute = (column: ColumnIr, table: string): Element => element("attribute", { PhysicalName: column.schemaName }, [
  leaf("Type", column.part.type), leaf("Name", column.logicalName), leaf("LogicalName", column.logicalName),
  leaf("RequiredLevel", column.required), leaf("DisplayMask", displayMask(column)), leaf("ImeMode", plainKeyboard.has(column.part.type) ? "disabled" : "auto"),
  flag("ValidForUpdateApi", column.update), leaf("ValidForReadApi", 1), flag("ValidForCreateApi", column.create), flag("IsCustomField", column.custom),
  leaf("IsAuditEnabled", 0), flag("IsSecured", column.secured), leaf("IntroducedVersion", introduced),
  ...ones("IsCustomizable", "IsRenameable", "CanModifySearchSettings", "CanModifyRequirementLevelSettings", "CanModifyAdditionalSettings"),
  ...zeros("SourceType", "IsGlobalFilterEnabled", "IsSortableEnabled"), ...ones("CanModifyGlobalFilterSettings", "CanModifyIsSortableSettings"),
  leaf("IsDataSourceSecret", 0), leaf("AutoNumberFormat", ""), ...zeros("IsSearchable", "IsFilterable", "IsRetrievable", "IsLocalizable"),
  ...typePart(column, table),
  labelled("displaynames", "displayname", column.label), descriptions(column.description),
]);
