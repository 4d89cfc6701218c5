import { guidOf } from "../../metadata/ids";
import { childOf, guidIn, itemsOf, named, numberOf, textOf, type Element } from "../xml/element";
import { labelIn, labelsOf } from "../xml/labels";
import { renderXml } from "../xml/render";
import { to, type Component, type ComponentReader } from "./component";
import { worded } from "./worded";

const guidOrNull = (text: string): string | null => (/^[0-9a-f-]{36}$/.test(text) ? text : null);

function partOf(part: Element, appName: string): Component {
  const { type = "", id = "", schemaName = "" } = part.attributes;
  return {
    kind: "AppModuleComponents", table: "appmodulecomponent", id: guidOf("appmodulecomponent", appName, type, id, schemaName), part: true,
    row: { appmoduleid: to("appmodule", guidOf("appmodule", appName)), componenttype: Number(type), schemaname: schemaName, objectid: guidOrNull(guidIn(id)) },
  };
}

function appOf(app: Element): readonly Component[] {
  const name = textOf(app, "UniqueName");
  const own = worded(app, name, { kind: "AppModules", table: "appmodule", id: guidOf("appmodule", name), row: {
    uniquename: name, clienttype: numberOf(app, "ClientType") ?? 4,
    formfactor: numberOf(app, "FormFactor") ?? 1, navigationtype: numberOf(app, "NavigationType") ?? 0, webresourceid: guidOrNull(guidIn(textOf(app, "WebResourceId"))),
  } });
  return [own, ...itemsOf(app, "AppModuleComponents").map((part) => partOf(part, name))];
}

function siteMapOf(map: Element): Component {
  const name = textOf(map, "SiteMapUniqueName");
  const content = childOf(map, "SiteMap");
  return { kind: "AppModuleSiteMaps", table: "sitemap", id: guidOf("sitemap", name), row: {
    sitemapname: labelIn(labelsOf(map, "LocalizedNames"), name), sitemapnameunique: name, sitemapxml: content === undefined ? "" : renderXml(content) } };
}

export const apps: ComponentReader = ({ customizations }) => named(itemsOf(customizations, "AppModules"), "AppModule").flatMap(appOf);

export const siteMaps: ComponentReader = ({ customizations }) => named(itemsOf(customizations, "AppModuleSiteMaps"), "AppModuleSiteMap").map(siteMapOf);

export const roles: ComponentReader = ({ customizations }) => named(itemsOf(customizations, "Roles"), "Role").map((role) => ({
  kind: "Roles", table: "role", id: guidIn(role.attributes["id"] ?? ""), row: { name: role.attributes["name"] ?? "" } }));
