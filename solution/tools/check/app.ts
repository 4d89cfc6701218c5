import { descendants, type Element, textOf } from "../xml/element";
import { type Contents, unbraced } from "./contents";
import { finding, type Finding } from "./finding";

const idsOf = (root: Element, type: string): readonly string[] =>
  descendants(root, "AppModuleComponent").filter((part) => part.attributes.type === type).map((part) => part.attributes.schemaName ?? unbraced(part.attributes.id ?? ""));

/** What of the package an app may list, by type of component. */
const shipped = (contents: Contents): ReadonlyMap<string, ReadonlySet<string>> => {
  const tables = [...contents.tables.values()];
  const forms = [...tables.flatMap((table) => table.forms.map(({ root }) => textOf(root, "formid"))), ...contents.dashboards.map(({ root }) => textOf(root, "FormId"))];
  return new Map([
    ["1", new Set(contents.tables.keys())],
    ["26", new Set(tables.flatMap((table) => table.views.map(({ root }) => unbraced(textOf(root, "savedqueryid")))))],
    ["59", new Set(tables.flatMap((table) => table.charts.map(({ root }) => unbraced(textOf(root, "savedqueryvisualizationid")))))],
    ["60", new Set(forms.map(unbraced))],
  ]);
};

/** An app lists its site map, and only tables, parts and roles of the package; the site map leads only to what is in the app. */
export function apps(contents: Contents): readonly Finding[] {
  const roles = new Set(contents.roles.map(({ root }) => unbraced(root.attributes.id ?? "")));
  const siteMaps = new Set(contents.siteMaps.map(({ root }) => textOf(root, "SiteMapUniqueName")));
  const known = shipped(contents);
  return contents.apps.flatMap((app) => {
    const areas = contents.siteMaps.flatMap((map) => descendants(map.root, "SubArea").map(({ attributes }) => ({ map, attributes })));
    const [tables, pages] = [idsOf(app.root, "1"), idsOf(app.root, "60")];
    return [
      ...(idsOf(app.root, "62").some((name) => siteMaps.has(name)) ? [] : [finding("DULY-CHECK-028", app)]),
      ...[...known].flatMap(([type, names]) => idsOf(app.root, type).filter((name) => !names.has(name)).map((name) => finding("DULY-CHECK-029", app, name))),
      ...areas.filter(({ attributes }) => attributes.Entity !== undefined && !tables.includes(attributes.Entity)).map(({ map, attributes }) => finding("DULY-CHECK-030", map, attributes.Entity ?? "")),
      ...areas.filter(({ attributes }) => attributes.DefaultDashboard !== undefined && !pages.includes(unbraced(attributes.DefaultDashboard)))
        .map(({ map, attributes }) => finding("DULY-CHECK-048", map, attributes.DefaultDashboard ?? "")),
      ...descendants(app.root, "Role").map((role) => unbraced(role.attributes.id ?? "")).filter((id) => !roles.has(id)).map((id) => finding("DULY-CHECK-031", app, id)),
    ];
  });
}
