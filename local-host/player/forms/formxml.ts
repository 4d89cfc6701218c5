import { attribute, child, children, flag, guid, parseXml, path, textOf } from "../xml/element";
import { readLabels } from "../xml/labels";
import { readCustomControls } from "./customcontrols";
import type { CustomControl, FormCell, FormControl, FormModel, FormSection, FormTab } from "./form.types";
import { readHandlers } from "./handlers";

type Customs = ReadonlyMap<string, CustomControl>;

/** "1" -> 1, "11" -> 2: the platform writes one digit a column; older forms write the number. */
const columnCount = (text: string): number => (/^1+$/.test(text) ? text.length : Math.min(4, Math.max(1, Number(text) || 1)));

function readControl(control: Element, customs: Customs): FormControl {
  const parameters = Array.from(child(control, "parameters")?.children ?? []);
  return {
    id: attribute(control, "id"),
    classId: guid(attribute(control, "classid")).toUpperCase(),
    column: attribute(control, "datafieldname") || null,
    disabled: flag(control, "disabled", false),
    isSubgrid: flag(control, "indicationOfSubgrid", false),
    parameters: new Map(parameters.map((each) => [each.tagName, textOf(each)])),
    custom: customs.get(guid(attribute(control, "uniqueid"))) ?? null,
  };
}

function readCell(cell: Element, customs: Customs): FormCell {
  const control = child(cell, "control");
  return {
    id: attribute(cell, "id"),
    labels: readLabels(cell),
    showLabel: flag(cell, "showlabel", true),
    visible: flag(cell, "visible", true),
    colspan: Number(attribute(cell, "colspan")) || 1,
    rowspan: Number(attribute(cell, "rowspan")) || 1,
    control: control ? readControl(control, customs) : null,
  };
}

const cellsOf = (owner: Element | null, customs: Customs): readonly FormCell[] =>
  children(child(owner, "rows"), "row").flatMap((row) => children(row, "cell").map((cell) => readCell(cell, customs)));

const readSection = (section: Element, customs: Customs): FormSection => ({
  id: attribute(section, "id"),
  name: attribute(section, "name"),
  labels: readLabels(section),
  showLabel: flag(section, "showlabel", true),
  visible: flag(section, "visible", true),
  columnCount: columnCount(attribute(section, "columns")),
  cells: cellsOf(section, customs),
});

const readTab = (tab: Element, customs: Customs): FormTab => ({
  id: attribute(tab, "id"),
  name: attribute(tab, "name"),
  labels: readLabels(tab),
  showLabel: flag(tab, "showlabel", true),
  visible: flag(tab, "visible", true),
  columns: children(child(tab, "columns"), "column").map((column) => ({
    width: attribute(column, "width") || "100%",
    sections: children(child(column, "sections"), "section").map((section) => readSection(section, customs)),
  })),
});

/** Reads a FormXml (`<form>`, or a document around it): what stands where, in all languages of the package. */
export function readForm(xml: string): FormModel {
  const root = parseXml(xml, "form");
  const form = root.tagName === "form" ? root : root.getElementsByTagName("form")[0] ?? root;
  const customs = readCustomControls(child(form, "controlDescriptions"));
  return {
    tabs: children(child(form, "tabs"), "tab").map((tab) => readTab(tab, customs)),
    header: cellsOf(child(form, "header"), customs),
    libraries: children(path(form, "formLibraries"), "Library").map((library) => attribute(library, "name")),
    handlers: readHandlers(child(form, "events")),
  };
}
