import { choice, decimal, flag, lookup, memo, readOnly, text, whole, type TableSpec } from "../notation";

/** The organisation, its units, people and currencies. */
export const organizationTables: readonly TableSpec[] = [
  { name: "organization", set: "organizations", primaryName: "name", ownership: "none", columns: {
    Name: text(160), LanguageCode: whole(0), BaseCurrencyId: readOnly(lookup("transactioncurrency", { cascadeDelete: "Restrict" })), BaseISOCurrencyCode: text(5), PricingDecimalPrecision: whole(0, 4), OrganizationVersion: text(40),
  } },
  { name: "businessunit", set: "businessunits", primaryName: "name", ownership: "none", columns: {
    Name: text(160), DivisionName: text(100), IsDisabled: flag(), ParentBusinessUnitId: lookup("businessunit", { relationships: ["business_unit_parent_business_unit"], cascadeDelete: "Restrict" }),
    OrganizationId: lookup("organization", { relationships: ["organization_business_units"] }), CreatedOn: { type: "datetime", validForCreate: false, validForUpdate: false },
    TransactionCurrencyId: lookup("transactioncurrency"),
  } },
  { name: "systemuser", set: "systemusers", primaryName: "fullname", ownership: "none", columns: {
    FullName: { ...text(200) }, FirstName: text(256), LastName: text(256), DomainName: text(1024), InternalEMailAddress: text(100), Title: text(128),
    IsDisabled: flag(), AccessMode: choice({ 0: "Read-Write", 1: "Administrative", 2: "Read", 3: "Support User", 4: "Non-interactive" }, 0), AzureActiveDirectoryObjectId: { type: "uniqueidentifier" },
    BusinessUnitId: lookup("businessunit", { relationships: ["business_unit_system_users"], cascadeDelete: "Restrict" }),
    ParentSystemUserId: lookup("systemuser", { relationships: ["user_parent_user"] }), TransactionCurrencyId: lookup("transactioncurrency"),
  } },
  { name: "team", set: "teams", primaryName: "name", ownership: "none", columns: {
    Name: text(160), Description: memo(2000), EMailAddress: text(100), IsDefault: flag(), TeamType: choice({ 0: "Owner", 1: "Access", 2: "Security Group", 3: "Office Group" }, 0),
    AdministratorId: lookup("systemuser", { relationships: ["lk_teambase_administratorid"], cascadeDelete: "Restrict" }),
    BusinessUnitId: lookup("businessunit", { relationships: ["business_unit_teams"], cascadeDelete: "Restrict" }),
  } },
  { name: "transactioncurrency", set: "transactioncurrencies", primaryName: "currencyname", ownership: "organization", columns: {
    CurrencyName: text(100), ISOCurrencyCode: { ...text(5), required: "system" }, CurrencySymbol: text(13), CurrencyPrecision: whole(0, 4), ExchangeRate: decimal(10, 0.0000000001, 9_000_000),
  } },
];
