import type { Table } from "../../model/table";
import type { ColumnIr, ColumnPart } from "../ir/column";
import { type Labels, onlyEnglish } from "../labels";

interface Standard { readonly name: string; readonly label: string; readonly part: ColumnPart; readonly create?: boolean; readonly update?: boolean; readonly required?: boolean }

const lookup: ColumnPart = { type: "lookup" };
const instant: ColumnPart = { type: "datetime", dateOnly: false };
const zone: ColumnPart = { type: "int", min: -1, max: 2147483647 };

/** The platform's own columns by schema name; those of every table. */
const everywhere: readonly Standard[] = [
  { name: "CreatedBy", label: "Created By", part: lookup },
  { name: "CreatedOn", label: "Created On", part: instant },
  { name: "CreatedOnBehalfBy", label: "Created By (Delegate)", part: lookup },
  { name: "ImportSequenceNumber", label: "Import Sequence Number", part: { type: "int", min: -2147483648, max: 2147483647 }, create: true },
  { name: "ModifiedBy", label: "Modified By", part: lookup },
  { name: "ModifiedOn", label: "Modified On", part: instant },
  { name: "ModifiedOnBehalfBy", label: "Modified By (Delegate)", part: lookup },
  { name: "OverriddenCreatedOn", label: "Record Created On", part: { type: "datetime", dateOnly: true }, create: true },
  { name: "TimeZoneRuleVersionNumber", label: "Time Zone Rule Version Number", part: zone, create: true, update: true },
  { name: "UTCConversionTimeZoneCode", label: "UTC Conversion Time Zone Code", part: zone, create: true, update: true },
];

const owned: Readonly<Record<Table["ownership"], readonly Standard[]>> = {
  user: [
    { name: "OwnerId", label: "Owner", part: { type: "owner" }, create: true, update: true, required: true },
    { name: "OwningBusinessUnit", label: "Owning Business Unit", part: lookup },
    { name: "OwningTeam", label: "Owning Team", part: lookup },
    { name: "OwningUser", label: "Owning User", part: lookup },
  ],
  organization: [{ name: "OrganizationId", label: "Organization", part: lookup, required: true }],
};

const currency: readonly Standard[] = [
  { name: "TransactionCurrencyId", label: "Currency", part: lookup, create: true, update: true },
  { name: "ExchangeRate", label: "Exchange Rate", part: { type: "decimal", precision: 12, min: 1e-12, max: 100000000000 } },
];

export const hasMoney = (table: Table): boolean => Object.values(table.columns).some((column) => column.type === "money");

/** The platform's columns of a table, without key, state and status. */
export function standardColumns(table: Table, labels: Labels): readonly ColumnIr[] {
  const wanted = [...everywhere, ...owned[table.ownership], ...(hasMoney(table) ? currency : [])];
  return wanted.map((standard) => ({
    logicalName: standard.name.toLowerCase(), schemaName: standard.name, part: standard.part,
    label: labels.say(`standard.${standard.name.toLowerCase()}`, standard.label), description: onlyEnglish(""),
    required: standard.required === true ? "systemrequired" : "none", custom: false, primaryName: false, secured: false,
    create: standard.create ?? false, update: standard.update ?? false,
  }));
}
