import { childOf, childrenOf, descendants, textOf } from "../xml/element";
import { type Contents, controlManifest, type Located, type TableContents } from "./contents";
import { finding, type Finding } from "./finding";

type Kind = readonly [elements: readonly string[], parts: readonly Located[]];

/** Views that a person opens; others, such as filters of Outlook, have no layout. */
const shown = new Set(["0", "1", "2", "4", "64"]);

const entityOf = (table: TableContents): readonly Located[] => descendants(table.root, "EntityInfo").flatMap((info) => childrenOf(info, "entity")).map((root) => ({ ...table, root }));

const columnsOf = (table: TableContents): readonly Located[] => [...table.columns].map(([name, root]) => ({ component: `column ${name} of ${table.name}`, path: table.path, root }));

/** Kind of component -> elements of which it has at least one, however deep. */
const inside = (contents: Contents): readonly Kind[] => {
  const tables = [...contents.tables.values()];
  return [
    [["systemform", "savedquery"], tables.filter(({ name }) => name.startsWith(contents.prefix))],
    [["tab", "column", "section", "row"], tables.flatMap(({ forms }) => forms)],
    [["fetch", "entity", "grid", "row", "cell"], tables.flatMap(({ views }) => views).filter(({ root }) => shown.has(textOf(root, "querytype")))],
    [["fetch", "entity", "category", "measure", "Chart"], tables.flatMap(({ charts }) => charts).filter(({ root }) => childOf(root, "webresourceid") === undefined)],
    [["tab"], contents.dashboards], [["RolePrivilege"], contents.roles], [["FieldPermission"], contents.profiles], [["PluginType"], contents.assemblies], [["option"], contents.choices],
    [["AppModuleComponent", "Role"], contents.apps], [["Area", "Group", "SubArea"], contents.siteMaps],
    [["code"], contents.controls.flatMap((control) => [controlManifest(contents, control) ?? []].flat().map((root) => ({ ...control, root })))],
  ];
};

const optionsOf = (part: Located, name: string): readonly Located[] => ["option", "state", "status"].flatMap((kind) => descendants(part.root, kind)).filter(({ attributes }) => attributes.value !== undefined)
  .map((root) => ({ component: `option ${root.attributes.value ?? ""} of ${name}`, path: part.path, root }));

const tabsOf = (part: Located): readonly Located[] => descendants(part.root, "tab").map((root) => ({ component: `tab ${root.attributes.name ?? root.attributes.id ?? ""} of ${part.component}`, path: part.path, root }));

/** Kind of component -> children that it has: the names that people know it by. */
const named = (contents: Contents): readonly Kind[] => {
  const tables = [...contents.tables.values()];
  return [
    [["LocalizedNames", "LocalizedCollectionNames"], tables.flatMap(entityOf)], [["displaynames"], [...tables.flatMap(columnsOf), ...contents.choices]],
    [["LocalizedNames"], [...tables.flatMap(({ forms, views, charts }) => [...forms, ...views, ...charts]), ...contents.dashboards, ...contents.flows, ...contents.apps, ...contents.siteMaps]],
    [["labels"], [...contents.choices.flatMap((part) => optionsOf(part, part.root.attributes.Name ?? "")), ...tables.flatMap(columnsOf).flatMap((part) => optionsOf(part, part.component))]],
    [["labels"], [...tables.flatMap(({ forms }) => forms), ...contents.dashboards].flatMap(tabsOf)],
    [["displayname"], [...contents.apis, ...contents.variables]],
  ];
};

const lacking = (kinds: readonly Kind[], has: (part: Located, name: string) => boolean): readonly Finding[] =>
  kinds.flatMap(([elements, parts]) => parts.flatMap((part) => elements.filter((name) => !has(part, name)).map((name) => finding("DULY-CHECK-113", part, name))));

/** Of several elements one is enough: a type by id or key, a definition in either form. */
const either = (parts: readonly Located[], ...names: readonly string[]): readonly Finding[] => parts.filter(({ root }) => names.every((name) => textOf(root, name) === ""))
  .map((part) => finding("DULY-CHECK-113", part, names.join(" or ")));

/** Components have the parts without which they are nothing. */
export const needs = (contents: Contents): readonly Finding[] => [
  ...lacking(inside(contents), ({ root }, name) => descendants(root, name).length > 0), ...lacking(named(contents), ({ root }, name) => childOf(root, name) !== undefined),
  ...either(contents.steps, "PluginTypeId", "PluginTypeExportKey"), ...either(contents.flows, "JsonFileName", "XamlFileName"),
  ...either([...contents.webResources, ...contents.controls, ...contents.assemblies], "FileName"),
];
