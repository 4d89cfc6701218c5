import type { Text } from "../../model/text";
import type { AppIr, AreaIr } from "../ir/solution";
import { braced } from "../ids";
import { element, type Element, group, leaf } from "../xml/element";
import { descriptions, introduced, localizedNames } from "./texts";

/** Id of the platform's own app icon, the same everywhere. */
const platformIcon = "953b9fac-1e5e-e611-80d6-00155ded156f";

/** The app (`AppModules/<name>/AppModule.xml`). */
export const appModule = (app: AppIr): Element => group("AppModule", [
  leaf("UniqueName", app.uniqueName), leaf("IntroducedVersion", introduced), leaf("WebResourceId", platformIcon), leaf("OptimizedFor", ""),
  leaf("statecode", 0), leaf("statuscode", 1), leaf("FormFactor", 1), leaf("ClientType", 4), leaf("NavigationType", 0),
  group("AppModuleComponents", [
    ...app.tables.map((table) => element("AppModuleComponent", { type: 1, schemaName: table })),
    ...app.dashboardIds.map((id) => element("AppModuleComponent", { type: 60, id: braced(id) })),
    element("AppModuleComponent", { type: 62, schemaName: app.uniqueName }),
  ]),
  group("AppModuleRoleMaps", app.roleIds.map((id) => element("Role", { id: braced(id) }))),
  localizedNames(app.label), descriptions(app.description),
]);

const titles = (text: Text): Element => group("Titles", text.map((entry) => element("Title", { LCID: entry.lcid, Title: entry.text })));

const everywhere = { Client: "All,Outlook,OutlookLaptopClient,OutlookWorkstationClient,Web", Sku: "All,OnPremise,Live,SPLA" };

/** The platform's own page of dashboards; the sub-area names the one that it opens with. */
const dashboardPage = "/workplace/home_dashboards.aspx";

const areaXml = (area: AreaIr): Element => element("Area", { Id: area.id, ShowGroups: "true" }, [
  titles(area.label),
  ...area.groups.map((entry) => element("Group", { Id: entry.id }, [
    titles(entry.label),
    ...entry.dashboards.map((dashboard) => element("SubArea", {
      Id: `${entry.id}_${dashboard.key}`, Url: dashboardPage, DefaultDashboard: braced(dashboard.id), ...everywhere,
    }, [titles(dashboard.label)])),
    ...entry.tables.map((table) => element("SubArea", { Id: `${entry.id}_${table}`, Entity: table, ...everywhere })),
  ])),
]);

/** Its site map (`AppModuleSiteMaps/<name>/AppModuleSiteMap.xml`). */
export const siteMap = (app: AppIr): Element => group("AppModuleSiteMap", [
  leaf("SiteMapUniqueName", app.uniqueName), leaf("EnableCollapsibleGroups", "False"),
  leaf("ShowHome", "True"), leaf("ShowPinned", "True"), leaf("ShowRecents", "True"),
  element("SiteMap", { IntroducedVersion: "7.0.0.0" }, app.areas.map(areaXml)),
  localizedNames(app.label),
]);
