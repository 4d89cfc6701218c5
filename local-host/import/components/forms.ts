import { entryOf } from "../../entry";
import { tableNameOf } from "../model/table";
import { childOf, guidIn, itemsOf, named, numberOf, textOf, type Element } from "../xml/element";
import { renderXml } from "../xml/render";
import type { Component, ComponentReader } from "./component";
import { worded } from "./worded";

const DASHBOARD = 0;

/** Type of a group of forms -> number of the form type. */
const types: Readonly<Record<string, number>> = { dashboard: DASHBOARD, main: 2, quick: 6, quickCreate: 7, interactioncentricdashboard: 10, card: 11 };

function formOf(form: Element, place: { readonly table: string; readonly type: number; readonly first: boolean }): Component {
  const content = childOf(form, "form");
  return worded(form, place.table, {
    kind: "FormXml", table: "systemform", id: guidIn(textOf(form, "formid")),
    row: {
      objecttypecode: place.table, type: place.type,
      formxml: content === undefined ? "" : renderXml(content), isdefault: place.first, formpresentation: numberOf(form, "FormPresentation") ?? 0, formactivationstate: numberOf(form, "FormActivationState") ?? 1,
    },
  });
}

/** Dashboards are forms of no table. */
export const dashboards: ComponentReader = ({ customizations }) => named(itemsOf(customizations, "Dashboards"), "Dashboard").map((dashboard) => {
  const content = childOf(childOf(childOf(dashboard, "FormXml"), "forms"), "form");
  return worded(dashboard, "", { kind: "Dashboards", table: "systemform", id: guidIn(textOf(dashboard, "FormId")), row: {
    objecttypecode: "none", type: DASHBOARD,
    formxml: content === undefined ? "" : renderXml(content), isdefault: textOf(dashboard, "IsDefault") === "1", formpresentation: 0, formactivationstate: 1,
  } });
});

/** Forms of the tables; the first of each type is the preset one. */
export const forms: ComponentReader = (from) => named(itemsOf(from.customizations, "Entities"), "Entity").flatMap((entity) =>
  named(itemsOf(entity, "FormXml"), "forms").flatMap((group) => {
    const type = entryOf(types, group.attributes["type"] ?? "");
    if (type !== undefined) return named(group.children, "systemform").map((form, index) => formOf(form, { table: tableNameOf(entity), type, first: index === 0 }));
    from.ignored.push(`forms of type ${group.attributes["type"] ?? ""} of ${tableNameOf(entity)}`);
    return [];
  }));
