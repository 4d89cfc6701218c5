import type { DashboardIr, DashboardPartIr } from "../ir/solution";
import { braced, idOf } from "../ids";
import { element, type Element, group, leaf } from "../xml/element";
import { gridControl } from "./control";
import { descriptions, labelled, localizedNames } from "./texts";

/** Rows of the page's grid that a place takes up. */
const tall = 12;
const across = 2;

const cell = (part: DashboardPartIr, place: string): Element => element("cell", { id: braced(idOf("cell", `${place}/${part.key}`)), colspan: 1, rowspan: tall, showlabel: "true", auto: "false" }, [
  labelled("labels", "label", part.label), gridControl(part, part.key),
]);

function rowsOf(dashboard: DashboardIr, place: string): readonly Element[] {
  const starts = dashboard.parts.map((_, index) => index).filter((index) => index % across === 0);
  return starts.flatMap((start) => [
    group("row", dashboard.parts.slice(start, start + across).map((part) => cell(part, place))),
    ...Array.from({ length: tall - 1 }, () => group("row", [])),
  ]);
}

function page(dashboard: DashboardIr): Element {
  const place = `dashboard.${dashboard.key}`;
  const section = element("section", {
    name: "overview", id: braced(idOf("section", place)), showlabel: "false", showbar: "false", IsUserDefined: 0, columns: "11", layout: "varwidth",
  }, [labelled("labels", "label", dashboard.label), group("rows", rowsOf(dashboard, place))]);
  return element("tab", { name: "overview", id: braced(idOf("tab", place)), IsUserDefined: 0, locklevel: 0, showlabel: "false", expanded: "true", verticallayout: "true" }, [
    labelled("labels", "label", dashboard.label), group("columns", [element("column", { width: "100%" }, [group("sections", [section])])]),
  ]);
}

/** A dashboard (`Dashboards/{id}.xml`). */
export const dashboard = (entry: DashboardIr): Element => group("Dashboard", [
  localizedNames(entry.label), descriptions(entry.description), leaf("FormId", braced(entry.id)), leaf("IsCustomizable", 1), leaf("IsDefault", 0),
  group("FormXml", [element("forms", { type: "dashboard" }, [group("form", [group("tabs", [page(entry)])])])]),
]);
