import { childOf, childrenOf, descendants, type Element, textOf } from "../../xml/element";
import type { Contents, TableContents } from "../contents";
import { finding, type Finding } from "../finding";
import { type Facets, flag, like, misfits, number, oneOf, optional, whole } from "./allowed";

const masks = ["None", "PrimaryName", "ObjectTypeCode", "ValidForAdvancedFind", "ValidForForm", "ValidForGrid", "RequiredForForm", "RequiredForGrid", "DenormalizedChild", "PrimaryImage"];
const mask = `(${masks.join("|")})`;

/** Of every column, also the platform's own. */
const common: Facets = {
  RequiredLevel: oneOf("none", "recommended", "required", "systemrequired"), ImeMode: oneOf("auto", "inactive", "active", "disabled"),
  ValidForUpdateApi: flag, ValidForReadApi: flag, ValidForCreateApi: flag, IsCustomField: flag, IsAuditEnabled: flag, IsSecured: flag, SourceType: optional(oneOf("0", "1", "2", "3")),
  DisplayMask: like(new RegExp(`^(${mask}(\\|${mask})*)?$`), `${masks.join(", ")}, with | between`), "optionset>OptionSetType": optional(oneOf("picklist", "bit", "state", "status")),
};

const span = (most: number): Facets => ({ MinValue: number(-most, most), MaxValue: number(-most, most) });
const integer = whole(-2147483648, 2147483647);

/** Largest numbers and finest fractions that the platform's types hold. */
const byType: Readonly<Record<string, Facets>> = {
  nvarchar: { MaxLength: optional(whole(1, 4000)) },
  ntext: { MaxLength: optional(whole(1, 1048576)) },
  int: { MinValue: integer, MaxValue: integer },
  decimal: { ...span(100000000000), Accuracy: whole(0, 10) },
  float: { ...span(100000000000), Accuracy: whole(0, 5) },
  money: { ...span(922337203685477), Accuracy: whole(0, 4), AccuracySource: oneOf("0", "1", "2") },
  datetime: { Behavior: optional(oneOf("1", "2", "3")) },
  bit: { AppDefaultValue: optional(flag) },
  lookup: { LookupStyle: optional(oneOf("single", "multi")) },
  file: { MaxValue: optional(whole(1, 10485760)) },
};

/** Of the platform's own columns; its exchange rate is finer than anybody's decimal may be. */
const platform: Readonly<Record<string, Facets>> = {
  int: { MinValue: optional(integer), MaxValue: optional(integer) },
  decimal: { Accuracy: optional(whole(0, 12)) },
};

const facetsOf = (type: string, isCustom: boolean): Facets => ({ ...common, ...(isCustom ? byType[type] : platform[type]) });

const values = (table: TableContents): readonly Finding[] => [...table.columns].flatMap(([name, attribute]) => {
  const type = textOf(attribute, "Type");
  return misfits(attribute, facetsOf(type, textOf(attribute, "IsCustomField") === "1"))
    .map(({ at, value, says }) => finding("DULY-CHECK-106", table, name, type, at, value, says));
});

const ranges = (table: TableContents): readonly Finding[] => [...table.columns].flatMap(([name, attribute]) => {
  const [least, most] = [textOf(attribute, "MinValue"), textOf(attribute, "MaxValue")];
  return Number(least) > Number(most) ? [finding("DULY-CHECK-107", table, name, least, most)] : [];
});

const optionsOf = (attribute: Element): readonly string[] => ["option", "state", "status"].flatMap((kind) => descendants(childOf(attribute, "optionset") ?? { name: "", attributes: {}, children: [] }, kind))
  .map((option) => option.attributes.value ?? "");

/** Types that live of their options -> does the column bring what it needs? */
const needsOptions: Readonly<Record<string, (attribute: Element) => boolean>> = {
  bit: (attribute) => [...optionsOf(attribute)].sort().join() === "0,1",
  picklist: (attribute) => textOf(attribute, "OptionSetName") !== "" || optionsOf(attribute).length > 0,
  multiselectpicklist: (attribute) => textOf(attribute, "OptionSetName") !== "" || optionsOf(attribute).length > 0,
  state: (attribute) => optionsOf(attribute).length > 0,
  status: (attribute) => optionsOf(attribute).length > 0,
};

const choices = (table: TableContents): readonly Finding[] => [...table.columns].filter(([, attribute]) => needsOptions[textOf(attribute, "Type")]?.(attribute) === false)
  .map(([name, attribute]) => finding("DULY-CHECK-108", table, name, textOf(attribute, "Type")));

/** Schema name, name and logical name differ in capitals only; the logical name has none. */
const names = (table: TableContents): readonly Finding[] => [...table.columns].flatMap(([logical, attribute]) =>
  [attribute.attributes.PhysicalName ?? "", textOf(attribute, "Name")].filter((other) => other.toLowerCase() !== logical).map((other) => finding("DULY-CHECK-109", table, logical, other)));

const tableName = (table: TableContents): readonly Finding[] => descendants(table.root, "EntityInfo").flatMap((info) => childrenOf(info, "entity"))
  .map((entity) => entity.attributes.Name ?? "").filter((other) => other !== table.name).map((other) => finding("DULY-CHECK-109", table, table.name, other));

const formats: Readonly<Record<string, readonly string[]>> = {
  nvarchar: ["", "text", "textarea", "email", "url", "phone", "tickersymbol", "phoneticguide", "versionnumber", "richtext", "json"],
  ntext: ["", "text", "textarea", "email", "richtext", "json", "internalextentdata"],
  int: ["", "none", "duration", "timezone", "language", "locale"],
  datetime: ["date", "datetime"],
};

/** A day without a time cannot be shown with one. */
const formatsOf = (attribute: Element): readonly string[] | undefined => (textOf(attribute, "Type") === "datetime" && textOf(attribute, "Behavior") === "2" ? ["date"] : formats[textOf(attribute, "Type")]);

/** Formats are written small in an export; the importer refuses `Text`. */
const format = (table: TableContents): readonly Finding[] => [...table.columns].filter(([, attribute]) => formatsOf(attribute)?.includes(textOf(childOf(attribute, "Format"))) === false)
  .map(([name, attribute]) => finding("DULY-CHECK-086", table, name, textOf(childOf(attribute, "Format"))));

const placeholder = /\{(SEQNUM:([1-9]|1[0-6])|RANDSTRING:[1-6]|DATETIMEUTC:[^{}]+)\}/g;

/** A format numbers rows by a sequence or at random, beside plain text and the day. */
const counts = (text: string): boolean => /\{(SEQNUM|RANDSTRING):/.test(text) && !/[{}]/.test(text.replace(placeholder, ""));

const autoNumbers = (table: TableContents): readonly Finding[] => [...table.columns].map(([name, attribute]) => [name, textOf(attribute, "AutoNumberFormat"), textOf(attribute, "Type")] as const)
  .filter(([, text, type]) => text !== "" && (type !== "nvarchar" || !counts(text))).map(([name, text, type]) => finding("DULY-CHECK-111", table, name, type, text));

/** A twin in the currency of the organisation is reckoned from its column. */
const reckoned = (table: TableContents): readonly Finding[] => [...table.columns].map(([name, attribute]) => [name, textOf(attribute, "CalculationOf")] as const)
  .filter(([, of]) => of !== "" && !table.columns.has(of.toLowerCase())).map(([name, of]) => finding("DULY-CHECK-148", table, name, of));

/** What a column says of itself fits its type. */
export const columns = (contents: Contents): readonly Finding[] => [...contents.tables.values()].flatMap((table) =>
  [...values(table), ...ranges(table), ...choices(table), ...tableName(table), ...names(table), ...format(table), ...autoNumbers(table), ...reckoned(table)]);
