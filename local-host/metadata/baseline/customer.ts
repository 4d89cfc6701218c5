import { choice, day, flag, lookup, memo, money, text, whole, type ColumnSpec, type TableSpec } from "../notation";

const address: Readonly<Record<string, ColumnSpec>> = {
  Address1_Line1: text(250), Address1_Line2: text(250), Address1_Line3: text(250), Address1_City: text(80), Address1_PostalCode: text(20),
  Address1_StateOrProvince: text(50), Address1_Country: text(80), Address1_Name: text(200), Address1_Telephone1: text(50),
};

const reachable: Readonly<Record<string, ColumnSpec>> = {
  EMailAddress1: text(100), EMailAddress2: text(100), EMailAddress3: text(100), Telephone1: text(50), Telephone2: text(50), Fax: text(50), WebSiteUrl: text(200), Description: memo(2000),
  DoNotEMail: flag(false, ["Allow", "Do Not Allow"]), DoNotPhone: flag(false, ["Allow", "Do Not Allow"]), DoNotPostalMail: flag(false, ["Allow", "Do Not Allow"]),
  DoNotBulkEMail: flag(false, ["Allow", "Do Not Allow"]), CreditLimit: money(), CreditOnHold: flag(),
  PreferredContactMethodCode: choice({ 1: "Any", 2: "Email", 3: "Phone", 4: "Fax", 5: "Mail" }, 1),
  PaymentTermsCode: choice({ 1: "Net 30", 2: "2% 10, Net 30", 3: "Net 45", 4: "Net 60" }),
};

/** Companies and people. */
export const customerTables: readonly TableSpec[] = [
  { name: "account", set: "accounts", primaryName: "name", ownership: "user", columns: {
    Name: { ...text(160), required: "required" }, AccountNumber: text(20), ...reachable, ...address, Telephone3: text(50), NumberOfEmployees: whole(0, 1_000_000_000), Revenue: money(),
    TickerSymbol: text(10), SIC: text(20), AccountCategoryCode: choice({ 1: "Preferred Customer", 2: "Standard" }), CustomerTypeCode: choice({
      1: "Competitor", 2: "Consultant", 3: "Customer", 4: "Investor", 5: "Partner", 6: "Influencer", 7: "Press", 8: "Prospect", 9: "Reseller", 10: "Supplier", 11: "Vendor", 12: "Other" }),
    ParentAccountId: lookup("account", { relationships: ["account_parent_account"] }),
    PrimaryContactId: lookup("contact", { relationships: ["account_primary_contact"] }),
  } },
  { name: "contact", set: "contacts", primaryName: "fullname", ownership: "user", columns: {
    FullName: { ...text(160), validForCreate: false, validForUpdate: false }, FirstName: text(50), MiddleName: text(50), LastName: { ...text(50), required: "required" },
    Salutation: text(100), JobTitle: text(100), Department: text(100), MobilePhone: text(50), BirthDate: day(), ...reachable, ...address,
    GenderCode: choice({ 1: "Male", 2: "Female" }), EmployeeId: text(50), GovernmentId: text(50),
    ParentCustomerId: { ...lookup(["account", "contact"], { relationships: ["contact_customer_accounts", "contact_customer_contacts"], cascadeDelete: "Cascade" }), type: "customer" },
  } },
];
