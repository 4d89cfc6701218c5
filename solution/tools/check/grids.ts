import { descendants, type Element, textOf } from "../xml/element";
import { type Contents, type Located, type TableContents, unbraced } from "./contents";
import { finding, type Finding } from "./finding";

/** Ids of parts of a table. */
const idsOf = (parts: readonly Located[], element: string): ReadonlySet<string> => new Set(parts.map(({ root }) => unbraced(textOf(root, element))));

/** A list or chart on a form or dashboard: its table, view and chart belong together. */
function grid(place: Located, parameters: Element, contents: Contents): readonly Finding[] {
  const table = contents.tables.get(textOf(parameters, "TargetEntityType"));
  const name = textOf(parameters, "TargetEntityType");
  const view = unbraced(textOf(parameters, "ViewId"));
  const chart = unbraced(textOf(parameters, "VisualizationId"));
  return [
    ...(idsOf(table?.views ?? [], "savedqueryid").has(view) ? [] : [finding("DULY-CHECK-044", place, view, name)]),
    ...(chart === "" || idsOf(table?.charts ?? [], "savedqueryvisualizationid").has(chart) ? [] : [finding("DULY-CHECK-045", place, chart, name)]),
  ];
}

/** The relationship of a list on a form leads from its rows to the row on the form. */
function related(form: Located, table: TableContents, parameters: Element, contents: Contents): readonly Finding[] {
  const name = textOf(parameters, "RelationshipName");
  const entry = contents.relationships.find(({ root }) => root.attributes.Name === name)?.root;
  const fits = textOf(entry, "ReferencingEntityName") === textOf(parameters, "TargetEntityType") && textOf(entry, "ReferencedEntityName") === table.name;
  return name === "" || (entry !== undefined && fits) ? [] : [finding("DULY-CHECK-017", form, name)];
}

const parametersOf = (root: Element): readonly Element[] => descendants(root, "control").flatMap((control) => descendants(control, "parameters")).filter((parameters) => textOf(parameters, "ViewId") !== "");

/** Lists and charts on forms and dashboards. */
export const grids = (contents: Contents): readonly Finding[] => [
  ...contents.dashboards.flatMap((place) => parametersOf(place.root).flatMap((parameters) => grid(place, parameters, contents))),
  ...[...contents.tables.values()].flatMap((table) => table.forms.flatMap((form) => parametersOf(form.root)
    .flatMap((parameters) => [...grid(form, parameters, contents), ...related(form, table, parameters, contents)]))),
];
