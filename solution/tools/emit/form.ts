import type { FormIr, PcfIr, SectionIr, TabIr, TableIr } from "../ir/table";
import { braced, idOf } from "../ids";
import { element, type Element, group, leaf } from "../xml/element";
import { controlDescription, fieldControl, gridControl, pcfControl } from "./control";
import { introduced, labelled, localizedNames } from "./texts";

/** Rows that a list or a control takes up on the form. */
const tall = 6;

/** A section at its place: "duly_debtor.main/collections/timeline". */
const placeOf = (table: TableIr, tab: TabIr, section: SectionIr): string => `${table.logicalName}.main/${tab.key}/${section.key}`;
const uniqueIdOf = (place: string): string => idOf("control", place);

function cell(section: SectionIr, index: number, place: string): Element {
  const control = section.controls[index];
  if (control === undefined) return element("cell", { id: braced(idOf("cell", `${place}/empty`)), showlabel: "false" });
  const at = control.kind === "field" ? `${place}/${control.column.logicalName}` : place;
  const id = braced(idOf("cell", at));
  const label = labelled("labels", "label", control.kind === "field" ? control.column.label : section.label);
  const large = { id, showlabel: "false", locklevel: 0, colspan: 1, rowspan: tall, auto: "false" };
  switch (control.kind) {
    case "field": return element("cell", { id, showlabel: "true", locklevel: 0, ...(control.column.part.type === "ntext" ? { rowspan: tall } : {}) }, [label, fieldControl(control)]);
    case "grid": return element("cell", large, [label, gridControl(control, section.key)]);
    case "pcf": return element("cell", large, [label, pcfControl(control, `${control.column.logicalName}_${section.key}`, uniqueIdOf(place))]);
  }
}

/** A tall cell reaches into the empty rows below it. */
function rowsOf(section: SectionIr, place: string): readonly Element[] {
  const starts = section.controls.map((_, index) => index).filter((index) => index % section.across === 0);
  return starts.flatMap((start) => {
    const cells = Array.from({ length: section.across }, (_, offset) => cell(section, start + offset, place));
    const below = cells.some((entry) => "rowspan" in entry.attributes) ? Array.from({ length: tall - 1 }, () => group("row", [])) : [];
    return [group("row", cells), ...below];
  });
}

const sectionXml = (table: TableIr, tab: TabIr, section: SectionIr): Element => element("section", {
  name: `${tab.key}_${section.key}`, id: braced(idOf("section", placeOf(table, tab, section))), showlabel: "true", showbar: "false", locklevel: 0,
  columns: section.across === 1 ? "1" : "11", IsUserDefined: 0, layout: "varwidth",
}, [labelled("labels", "label", section.label), group("rows", rowsOf(section, placeOf(table, tab, section)))]);

const tabXml = (table: TableIr, tab: TabIr): Element => element("tab", {
  name: tab.key, id: braced(idOf("tab", `${table.logicalName}.main/${tab.key}`)), IsUserDefined: 0, locklevel: 0, showlabel: "true", expanded: "true", verticallayout: "true",
}, [
  labelled("labels", "label", tab.label),
  group("columns", [element("column", { width: "100%" }, [group("sections", tab.sections.map((section) => sectionXml(table, tab, section)))])]),
]);

const pcfs = (table: TableIr): readonly { readonly pcf: PcfIr; readonly place: string }[] => table.form.tabs.flatMap((tab) =>
  tab.sections.flatMap((section) => section.controls.flatMap((control) => (control.kind === "pcf" ? [{ pcf: control, place: placeOf(table, tab, section) }] : []))));

function scriptXml(script: NonNullable<FormIr["script"]>, table: TableIr): readonly Element[] {
  const handler = element("Handler", {
    functionName: script.onLoad, libraryName: script.library, handlerUniqueId: braced(idOf("handler", `${table.logicalName}.main/onload`)),
    enabled: "true", parameters: "", passExecutionContext: "true",
  });
  return [
    group("events", [element("event", { name: "onload", application: "true", active: "true" }, [group("Handlers", [handler])])]),
    group("formLibraries", [element("Library", { name: script.library, libraryUniqueId: braced(idOf("library", `${table.logicalName}.main`)) })]),
  ];
}

/** `<forms>` file of the main form of a table. */
export function mainForm(table: TableIr): Element {
  const { form } = table;
  const controls = pcfs(table);
  return group("forms", [group("systemform", [
    leaf("formid", braced(form.id)), leaf("IntroducedVersion", introduced), leaf("FormPresentation", 1), leaf("FormActivationState", 1),
    element("form", { headerdensity: "HighWithControls" }, [
      group("tabs", form.tabs.map((tab) => tabXml(table, tab))),
      ...(form.script === null ? [] : scriptXml(form.script, table)),
      ...(controls.length === 0 ? [] : [group("controlDescriptions", controls.map(({ pcf, place }) => controlDescription(pcf, uniqueIdOf(place))))]),
      element("DisplayConditions", { Order: 0, FallbackForm: "true" }, [group("Everyone", [])]),
    ]),
    leaf("IsCustomizable", 1), leaf("CanBeDeleted", 1), localizedNames(form.name),
  ])]);
}
