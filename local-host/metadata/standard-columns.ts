import type { Column, Table } from "./model";
import { column, decimal, instant, lookup, readOnly, whole, type ColumnSpec } from "./notation";

type Specs = Readonly<Record<string, ColumnSpec>>;

const stamps: Specs = {
  CreatedOn: readOnly(instant()), CreatedBy: readOnly(lookup("systemuser")), CreatedOnBehalfBy: readOnly(lookup("systemuser")),
  ModifiedOn: readOnly(instant()), ModifiedBy: readOnly(lookup("systemuser")), ModifiedOnBehalfBy: readOnly(lookup("systemuser")),
  OverriddenCreatedOn: { ...instant(), validForUpdate: false }, ImportSequenceNumber: { ...whole(), validForUpdate: false },
  TimeZoneRuleVersionNumber: whole(-1), UTCConversionTimeZoneCode: whole(-1),
};

const owned: Readonly<Record<Table["ownership"], Specs>> = {
  user: {
    OwnerId: { type: "owner", targets: ["systemuser", "team"], required: "system" },
    OwningBusinessUnit: readOnly(lookup("businessunit")), OwningUser: readOnly(lookup("systemuser")), OwningTeam: readOnly(lookup("team")),
  },
  organization: { OrganizationId: readOnly(lookup("organization")) },
  none: {},
};

const currency: Specs = {
  TransactionCurrencyId: lookup("transactioncurrency"), ExchangeRate: readOnly(decimal(12)),
};

const version: Specs = { VersionNumber: readOnly({ type: "bigint" }) };

/** Lower-case names of the columns that every table gets from the platform, and the lookup targets that go with them. */
export const standardTargets: ReadonlyMap<string, readonly string[]> = new Map(
  [stamps, owned.user, owned.organization, currency].flatMap((specs) => Object.entries(specs))
    .flatMap(([name, spec]) => (spec.targets === undefined ? [] : [[name.toLowerCase(), spec.targets] as const])));

/** The columns that the platform gives a table of its own accord. */
export function standardColumns(ownership: Table["ownership"], hasMoney: boolean): readonly Column[] {
  const specs = { ...(ownership === "none" ? {} : stamps), ...owned[ownership], ...(hasMoney ? currency : {}), ...version };
  return Object.entries(specs).map(([schemaName, spec]) => column(schemaName, spec));
}

/** The computed twin of a money column, in the currency of the organisation. */
export const baseAmount = (of: Column): Column => ({
  ...of, logicalName: `${of.logicalName}_base`, schemaName: `${of.schemaName}_Base`, precision: 4, calculationOf: of.logicalName, required: "none",
  labels: Object.fromEntries(Object.entries(of.labels).map(([lcid, name]) => [lcid, `${name} (Base)`])), validForCreate: false, validForUpdate: false,
});
