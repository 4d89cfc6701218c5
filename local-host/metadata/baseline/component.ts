import { choice, flag, guid, localized, lookup, memo, text, whole, type TableSpec } from "../notation";

/** Components of packages that the app shows. */
export const componentTables: readonly TableSpec[] = [
  { name: "publisher", set: "publishers", primaryName: "friendlyname", ownership: "none", columns: {
    UniqueName: text(256), FriendlyName: text(256), CustomizationPrefix: text(8), CustomizationOptionValuePrefix: whole(0, 99_999),
  } },
  { name: "solution", set: "solutions", primaryName: "friendlyname", ownership: "none", columns: {
    UniqueName: text(65), FriendlyName: text(256), Version: text(256), IsManaged: flag(), PublisherId: lookup("publisher", { relationships: ["publisher_solution"] }), InstalledOn: { type: "datetime" },
  } },
  { name: "systemform", set: "systemforms", id: "formid", primaryName: "name", ownership: "none", columns: {
    Name: localized(text(100)), ObjectTypeCode: text(128), Type: choice({ 0: "Dashboard", 2: "Main", 6: "Quick View Form", 7: "Quick Create", 10: "Interactive Experience Dashboard", 11: "Card" }), FormXml: memo(), Description: localized(memo(2000)), IsDefault: flag(),
    FormActivationState: choice({ 0: "Inactive", 1: "Active" }, 1), FormPresentation: whole(0, 10),
  } },
  { name: "savedquery", set: "savedqueries", primaryName: "name", ownership: "none", columns: {
    Name: localized(text(200)), ReturnedTypeCode: text(128), FetchXml: memo(), LayoutXml: memo(), QueryType: whole(0), IsDefault: flag(), IsQuickFindQuery: flag(), IsPrivate: flag(), Description: localized(memo(2000)),
  } },
  { name: "savedqueryvisualization", set: "savedqueryvisualizations", primaryName: "name", ownership: "none", columns: {
    Name: localized(text(100)), PrimaryEntityTypeCode: text(128), DataDescription: memo(), PresentationDescription: memo(), IsDefault: flag(), Description: localized(memo(2000)),
  } },
  { name: "appmodule", set: "appmodules", primaryName: "name", ownership: "none", states: [["Active", { 1: "Active" }], ["Inactive", { 2: "Inactive" }]], columns: {
    Name: localized(text(100)), UniqueName: text(100), Description: localized(memo(2000)), ClientType: whole(0), FormFactor: whole(0), NavigationType: whole(0), WebResourceId: guid(), AppModuleVersion: text(48),
  } },
  { name: "appmodulecomponent", set: "appmodulecomponents", primaryName: null, ownership: "none", columns: {
    AppModuleId: { ...lookup("appmodule", { relationships: ["appmodule_appmodulecomponent"], cascadeDelete: "Cascade" }) }, ComponentType: whole(0), ObjectId: guid(), SchemaName: text(256),
  } },
  { name: "sitemap", set: "sitemaps", primaryName: "sitemapname", ownership: "none", columns: {
    SiteMapName: text(100), SiteMapNameUnique: text(100), SiteMapXml: memo(), IsAppAware: flag(true),
  } },
  { name: "webresource", set: "webresourceset", id: "webresourceid", primaryName: "name", ownership: "none", columns: {
    Name: text(256), DisplayName: text(200), Description: memo(2000), LanguageCode: whole(0), Content: memo(1_073_741_823), IsHidden: flag(), WebResourceType: choice({
      1: "Webpage (HTML)", 2: "Style Sheet (CSS)", 3: "Script (JScript)", 4: "Data (XML)", 5: "PNG format", 6: "JPG format", 7: "GIF format", 8: "Silverlight (XAP)",
      9: "Style Sheet (XSL)", 10: "ICO format", 11: "Vector format (SVG)", 12: "String (RESX)" }),
  } },
  { name: "customcontrol", set: "customcontrols", primaryName: "name", ownership: "none", columns: {
    Name: text(256), Version: text(100), Manifest: memo(), CompatibleDataTypes: text(1000),
  } },
];
