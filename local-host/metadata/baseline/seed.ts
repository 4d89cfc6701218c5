import type { EntityReference, Row } from "../../service/contract";
import { guidOf } from "../ids";

const to = (logicalName: string, id: string): EntityReference => ({ logicalName, id });

const organizationId = guidOf("organization");
/** The business unit that has no parent; the system user belongs to it. */
export const rootUnitId = guidOf("businessunit");
export const systemUserId = guidOf("systemuser");
const baseCurrencyId = guidOf("transactioncurrency", "EUR");

/** Message name -> id; the same in every organisation. */
export const messageIds: Readonly<Record<"Create" | "Update" | "Delete", string>> = {
  Create: "9ebdbb1b-ea3e-db11-86a7-000a3a5473e8", Update: "20bebb1b-ea3e-db11-86a7-000a3a5473e8", Delete: "a1bdbb1b-ea3e-db11-86a7-000a3a5473e8",
};

/** Template of the role System Administrator; the same in every organisation. */
export const administratorTemplateId = "627090ff-40a3-4053-8790-584edc5be201";

/** The role whose holders see and write every secured column. */
export const administratorRole: Row = {
  roleid: guidOf("role", "System Administrator"), name: "System Administrator", roletemplateid: administratorTemplateId, businessunitid: to("businessunit", rootUnitId),
};

interface Currency { readonly code: string; readonly name: string; readonly symbol: string; readonly precision: number; readonly rate: string }

const currency = ({ code, name, symbol, precision, rate }: Currency): readonly [string, Row] => ["transactioncurrency", {
  transactioncurrencyid: guidOf("transactioncurrency", code), currencyname: name, isocurrencycode: code, currencysymbol: symbol, currencyprecision: precision, exchangerate: rate,
}];

const currencies: readonly Currency[] = [
  { code: "EUR", name: "Euro", symbol: "€", precision: 2, rate: "1" },
  { code: "HUF", name: "Hungarian Forint", symbol: "Ft", precision: 0, rate: "400" },
];

/** ISO codes of the currencies that a new store has. */
export const currencyCodes: readonly string[] = currencies.map(({ code }) => code);

/** The rows that a new store starts with, in an order in which references exist. */
export const seedRows: readonly (readonly [table: string, row: Row])[] = [
  ["organization", { organizationid: organizationId, name: "Local", languagecode: 1033, baseisocurrencycode: "EUR", pricingdecimalprecision: 2, organizationversion: "9.2.0.0" }],
  ["businessunit", { businessunitid: rootUnitId, name: "Local", organizationid: to("organization", organizationId) }],
  ["systemuser", { systemuserid: systemUserId, fullname: "Local Administrator", firstname: "Local", lastname: "Administrator", domainname: "admin@localhost", internalemailaddress: "admin@localhost", businessunitid: to("businessunit", rootUnitId) }],
  ...currencies.map(currency),
  ...Object.entries(messageIds).map(([name, id]): readonly [string, Row] => ["sdkmessage", { sdkmessageid: id, name }]),
];

/** What can only be said once all of the rows exist. */
export const seedChanges: readonly (readonly [table: string, id: string, row: Row])[] = [
  ["organization", organizationId, { basecurrencyid: to("transactioncurrency", baseCurrencyId) }],
];
