import type { SolutionIr } from "../ir/solution";
import { optionValueStart, prefix } from "../../model/names";
import { element, type Element, group, leaf } from "../xml/element";
import { descriptions, localizedNames } from "./texts";

/** A root component: a kind that the solution names, by schema name or by id, or an assembly by both. */
export type Root = { readonly type: number } & ({ readonly schemaName: string; readonly id?: string } | { readonly id: string });

const xsi = "http://www.w3.org/2001/XMLSchema-instance";
const nil = (name: string): Element => element(name, { "xsi:nil": "true" });

const addressParts = [
  "AddressTypeCode", "City", "County", "Country", "Fax", "FreightTermsCode", "ImportSequenceNumber", "Latitude", "Line1", "Line2", "Line3", "Longitude", "Name",
  "PostalCode", "PostOfficeBox", "PrimaryContactName", "ShippingMethodCode", "StateOrProvince", "Telephone1", "Telephone2", "Telephone3",
  "TimeZoneRuleVersionNumber", "UPSZone", "UTCOffset", "UTCConversionTimeZoneCode",
];

const address = (number: number): Element => group("Address", [leaf("AddressNumber", number), ...addressParts.map(nil)]);

const publisher = (solution: SolutionIr): Element => group("Publisher", [
  leaf("UniqueName", prefix), localizedNames(solution.label), group("Descriptions", []), nil("EMailAddress"), nil("SupportingWebsiteUrl"),
  leaf("CustomizationPrefix", prefix), leaf("CustomizationOptionValuePrefix", optionValueStart / 10000),
  group("Addresses", [address(1), address(2)]),
]);

const rootXml = (root: Root): Element => element("RootComponent", {
  type: root.type, ...(root.id === undefined ? {} : { id: `{${root.id}}` }), ...("schemaName" in root ? { schemaName: root.schemaName } : {}), behavior: 0,
});

/** Other/Solution.xml; Managed 2 = may be packed both ways. */
export const solutionManifest = (solution: SolutionIr, roots: readonly Root[]): Element => element("ImportExportXml", {
  version: "9.2.23024.174", SolutionPackageVersion: "9.2", languagecode: 1033, generatedBy: "CrmLive", "xmlns:xsi": xsi,
}, [group("SolutionManifest", [
  leaf("UniqueName", solution.uniqueName), localizedNames(solution.label), descriptions(solution.app.description), leaf("Version", solution.version), leaf("Managed", 2),
  publisher(solution),
  group("RootComponents", roots.map(rootXml)), group("MissingDependencies", []),
])]);
