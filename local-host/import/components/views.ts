import { tableNameOf } from "../model/table";
import { childOf, flagOf, guidIn, itemsOf, named, numberOf, textOf, type Element } from "../xml/element";
import { renderXml } from "../xml/render";
import type { Component, ComponentReader } from "./component";
import { worded } from "./worded";

/** XML that stands in an element as such or as text. */
const xmlIn = (parent: Element, name: string): string => {
  const child = childOf(parent, name)?.children[0];
  return child === undefined ? textOf(parent, name) : renderXml(child);
};

const viewOf = (view: Element, table: string): Component => worded(view, textOf(view, "name") || table, {
  kind: "SavedQueries", table: "savedquery", id: guidIn(textOf(view, "savedqueryid")),
  row: {
    returnedtypecode: table, fetchxml: xmlIn(view, "fetchxml"), layoutxml: xmlIn(view, "layoutxml"), querytype: numberOf(view, "querytype") ?? 0,
    isdefault: flagOf(view, "isdefault"), isquickfindquery: flagOf(view, "isquickfindquery"), isprivate: flagOf(view, "isprivate"),
  },
});

const chartOf = (chart: Element, table: string): Component => worded(chart, table, {
  kind: "Visualizations", table: "savedqueryvisualization", id: guidIn(textOf(chart, "savedqueryvisualizationid")),
  row: {
    primaryentitytypecode: table, datadescription: xmlIn(chart, "datadescription"),
    presentationdescription: xmlIn(chart, "presentationdescription"), isdefault: flagOf(chart, "isdefault"),
  },
});

const entitiesOf: (customizations: Element) => readonly Element[] = (customizations) => named(itemsOf(customizations, "Entities"), "Entity");

export const views: ComponentReader = ({ customizations }) => entitiesOf(customizations).flatMap((entity) =>
  itemsOf(entity, "SavedQueries").flatMap((group) => (group.name === "savedquery" ? [group] : group.children)).map((view) => viewOf(view, tableNameOf(entity))));

export const charts: ComponentReader = ({ customizations }) => entitiesOf(customizations).flatMap((entity) =>
  named(itemsOf(entity, "Visualizations"), "visualization").map((chart) => chartOf(chart, tableNameOf(entity))));
