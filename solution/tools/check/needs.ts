import { childOf, descendants, textOf } from "../xml/element";
import type { Contents, Located } from "./contents";
import { finding, type Finding } from "./finding";

/** Views that a person opens; others, such as filters of Outlook, have no layout. */
const shown = new Set(["0", "1", "2", "4", "64"]);

/** Kind of component -> elements of which it has at least one. */
const kinds = (contents: Contents): readonly (readonly [elements: readonly string[], parts: readonly Located[]])[] => {
  const tables = [...contents.tables.values()];
  return [
    [["tab", "column", "section", "row"], tables.flatMap(({ forms }) => forms)],
    [["fetch", "entity", "grid", "row", "cell"], tables.flatMap(({ views }) => views).filter(({ root }) => shown.has(textOf(root, "querytype")))],
    [["fetch", "entity", "category", "measure", "Chart"], tables.flatMap(({ charts }) => charts).filter(({ root }) => childOf(root, "webresourceid") === undefined)],
    [["tab"], contents.dashboards], [["RolePrivilege"], contents.roles], [["FieldPermission"], contents.profiles], [["PluginType"], contents.assemblies], [["option"], contents.choices],
    [["AppModuleComponent", "Role"], contents.apps], [["Area", "Group", "SubArea"], contents.siteMaps],
  ];
};

/** A step runs a type, which it calls by id or, from a plug-in package, by key. */
const typeless = ({ steps }: Contents): readonly Finding[] => steps.filter(({ root }) => textOf(root, "PluginTypeId") === "" && textOf(root, "PluginTypeExportKey") === "")
  .map((step) => finding("DULY-CHECK-113", step, "PluginTypeId"));

/** Components have the parts without which they are nothing. */
export const needs = (contents: Contents): readonly Finding[] => [
  ...kinds(contents).flatMap(([elements, parts]) => parts.flatMap((part) =>
    elements.filter((name) => descendants(part.root, name).length === 0).map((name) => finding("DULY-CHECK-113", part, name)))),
  ...typeless(contents),
];
