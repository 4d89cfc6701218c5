import type { SolutionIr } from "../ir/solution";
import type { RelationshipIr, TableIr } from "../ir/table";
import { braced } from "../ids";
import { element, type Element, group } from "../xml/element";
import { render, renderDocument } from "../xml/render";
import { appModule, siteMap } from "./app";
import { visualization } from "./chart";
import { globalChoice } from "./choice";
import { dashboard } from "./dashboard";
import { emptyRibbon, entity } from "./entity";
import { variableDefinition } from "./environment";
import { workflow } from "./flow";
import { mainForm } from "./form";
import { fieldSecurityProfiles } from "./profile";
import { relationship } from "./relationship";
import { securityRole } from "./role";
import { savedQuery } from "./view";

/** A file of the SolutionPackager folder: path and text or bytes. */
export type File = readonly [path: string, content: string | Uint8Array];

export const document = (path: string, root: Element): File => [path, renderDocument(root)];

/** Sharded parts carry no declaration: the platform's parser for them is stricter. */
export const sharded = (path: string, root: Element): File => [path, render(root)];

const tableFiles = (table: TableIr): readonly File[] => {
  const folder = `Entities/${table.logicalName}`;
  return [
    document(`${folder}/Entity.xml`, entity(table)),
    document(`${folder}/RibbonDiff.xml`, emptyRibbon()),
    document(`${folder}/FormXml/main/${braced(table.form.id)}.xml`, mainForm(table)),
    ...table.views.map((view) => document(`${folder}/SavedQueries/${braced(view.id)}.xml`, savedQuery(view, table))),
    ...table.charts.map((chart) => document(`${folder}/Visualizations/${braced(chart.id).toUpperCase()}.xml`, visualization(chart, table))),
  ];
};

function relationshipFiles(relationships: readonly RelationshipIr[]): readonly File[] {
  const targets = [...new Set(relationships.map((entry) => entry.target))].sort();
  const list = document("Other/Relationships.xml", group("EntityRelationships", relationships.map((entry) => element("EntityRelationship", { Name: entry.name }))));
  return [list, ...targets.map((target) => document(`Other/Relationships/${target}.xml`,
    group("EntityRelationships", relationships.filter((entry) => entry.target === target).map(relationship))))];
}

const flowFiles = (solution: SolutionIr): readonly File[] => solution.flows.flatMap((flow): readonly File[] => [
  [`Workflows/${flow.fileName}`, `${JSON.stringify(flow.content, null, 2)}\n`],
  document(`Workflows/${flow.fileName}.data.xml`, workflow(flow)),
]);

/** Everything that comes from the schema alone. */
export const schemaFiles = (solution: SolutionIr): readonly File[] => [
  ...solution.tables.flatMap(tableFiles),
  ...relationshipFiles(solution.relationships),
  ...solution.choices.map((choice) => document(`OptionSets/${choice.name}.xml`, globalChoice(choice))),
  ...solution.roles.map((role) => document(`Roles/${role.name}.xml`, securityRole(role))),
  document("Other/FieldSecurityProfiles.xml", fieldSecurityProfiles(solution.profiles)),
  ...solution.dashboards.map((entry) => document(`Dashboards/${braced(entry.id)}.xml`, dashboard(entry))),
  document(`AppModules/${solution.app.uniqueName}/AppModule.xml`, appModule(solution.app)),
  document(`AppModuleSiteMaps/${solution.app.uniqueName}/AppModuleSiteMap.xml`, siteMap(solution.app)),
  ...flowFiles(solution),
  ...solution.variables.map((variable) => sharded(`environmentvariabledefinitions/${variable.schemaName}/environmentvariabledefinition.xml`, variableDefinition(variable))),
];
