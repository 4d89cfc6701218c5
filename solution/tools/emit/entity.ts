import type { KeyIr, TableIr } from "../ir/table";
import { element, type Element, group, leaf } from "../xml/element";
import { attribute } from "./attribute";
import { flags } from "./flags";
import { descriptions, introduced, labelled, localizedNames } from "./texts";

const key = (entry: KeyIr): Element => group("EntityKey", [
  leaf("Name", entry.logicalName), leaf("LogicalName", entry.logicalName), leaf("IntroducedVersion", introduced), leaf("IsCustomizable", 1),
  group("EntityKeyAttributes", entry.columns.map((column) => leaf("AttributeName", column))),
  labelled("displaynames", "displayname", entry.label),
]);

/** Entity.xml of the SolutionPackager folder; forms, views and ribbon are markers that their files fill. */
export const entity = (table: TableIr): Element => group("Entity", [
  element("Name", { LocalizedName: table.label[0]?.text ?? table.logicalName, OriginalName: table.label[0]?.text ?? table.logicalName }, [table.logicalName]),
  group("EntityInfo", [element("entity", { Name: table.logicalName }, [
    localizedNames(table.label), localizedNames(table.plural, "LocalizedCollectionNames"), descriptions(table.description),
    group("attributes", table.columns.map((column) => attribute(column, table.logicalName))),
    leaf("EntitySetName", table.setName),
    ...(table.keys.length === 0 ? [] : [group("EntityKeys", table.keys.map(key))]),
    ...flags(table),
  ])]),
  group("FormXml", []), group("SavedQueries", []), group("RibbonDiffXml", []),
  ...(table.charts.length === 0 ? [] : [group("Visualizations", [])]),
]);

/** The empty ribbon that every table and the solution carry. */
export const emptyRibbon = (): Element => group("RibbonDiffXml", [
  group("CustomActions", []), group("Templates", [element("RibbonTemplates", { Id: "Mscrm.Templates" })]), group("CommandDefinitions", []),
  group("RuleDefinitions", [group("TabDisplayRules", []), group("DisplayRules", []), group("EnableRules", [])]), group("LocLabels", []),
]);
