import { app } from "../../app";
import { charts } from "../../charts/all";
import { connectionReferences } from "../../connections";
import { dashboards } from "../../dashboards/all";
import { environmentVariables } from "../../environment";
import { flows } from "../../flows/all";
import { forms } from "../../forms/all";
import type { Choice } from "../../model/choice";
import type { Flow } from "../../model/environment";
import type { ApiRegistration } from "../../model/manifest";
import { prefix, prefixed } from "../../model/names";
import type { Table } from "../../model/table";
import { profiles } from "../../profiles/all";
import { roles } from "../../roles/all";
import { choices } from "../../schema/choices";
import { tables } from "../../schema/tables";
import { packFailure } from "../messages";
import { tableViews } from "../../views/all";
import type { ChoiceIr, FlowIr, SolutionIr } from "../ir/solution";
import type { TableIr } from "../ir/table";
import { idOf } from "../ids";
import type { Labels } from "../labels";
import { entitySet } from "../names";
import { readApi } from "./api";
import { readApp } from "./app";
import { readChart, readDashboard } from "./charts";
import { columnsOf, filled } from "./columns";
import { readForm } from "./form";
import { fileNameOf } from "./names";
import { readProfile } from "./profiles";
import { relationships } from "./relationships";
import { readRole } from "./roles";
import { readViews } from "./views";

/** Values that a build fixes. */
export interface Build {
  /** "0.1.0" */
  readonly version: string;
  /** Schema name of an environment variable -> value. */
  readonly environment: Readonly<Record<string, string>>;
  /** What the rules register. */
  readonly manifest: { readonly apis: readonly ApiRegistration[] };
}

function the<T extends { readonly table: Table }>(entries: readonly T[], table: Table, what: string): T {
  const found = entries.find((entry) => entry.table.name === table.name);
  if (found === undefined) throw packFailure("DULY-PACK-005", table.name, what);
  return found;
}

function readTable(table: Table, labels: Labels): TableIr {
  const label = labels.say(`table.${table.name}`, table.label);
  const plural = labels.say(`table.${table.name}.plural`, table.plural);
  const columns = columnsOf(table, label, labels);
  return {
    logicalName: prefixed(table.name), setName: entitySet(table), label, plural, description: labels.say(`table.${table.name}.help`, table.help),
    ownership: table.ownership, notes: table.notes, activities: table.activities,
    primaryId: `${prefixed(table.name)}id`, primaryName: prefixed("name"), columns,
    keys: Object.entries(table.keys).map(([key, names]) => ({
      logicalName: prefixed(`${table.name}_${key}`), label: filled(labels.say("key", "Key of {0}"), label), columns: names.map(prefixed),
    })),
    form: readForm({ form: the(forms, table, "forms"), columns, labels }, label),
    views: readViews({ views: the(tableViews, table, "views"), plural, labels }),
    charts: charts.filter((chart) => chart.table.name === table.name).map((chart) => readChart(chart, labels)),
  };
}

const readChoice = (choice: Choice, labels: Labels): ChoiceIr => ({
  name: prefixed(choice.name), label: labels.say(`choice.${choice.name}`, choice.label), description: labels.say(`choice.${choice.name}.help`, choice.help),
  options: Object.entries(choice.options).map(([key, option]) => ({ value: option.value, label: labels.say(`option.${choice.name}.${key}`, option.label) })),
});

function readFlow(flow: Flow, labels: Labels): FlowIr {
  const id = idOf("flow", flow.key);
  return { id, fileName: `${fileNameOf(flow.label)}-${id.toUpperCase()}.json`, label: labels.say(`flow.${flow.key}`, flow.label), content: flow.content };
}

/** Reads the schema, all definitions and the custom APIs into the one representation that the emitters write from. */
export function readSolution(build: Build, labels: Labels): SolutionIr {
  const pages = dashboards.map((dashboard) => readDashboard(dashboard, labels));
  return {
    uniqueName: prefix, label: labels.say("solution", "Duly"), version: `${build.version}.0`,
    tables: tables.map((table) => readTable(table, labels)),
    relationships: relationships(tables),
    choices: choices.map((choice) => readChoice(choice, labels)),
    roles: roles.map(readRole),
    profiles: profiles.map(readProfile),
    dashboards: pages,
    app: readApp(app, { tables: tables.map((table) => prefixed(table.name)), dashboards: pages }, labels),
    flows: flows.map((flow) => readFlow(flow, labels)),
    variables: environmentVariables.map((variable) => ({
      schemaName: variable.schemaName, label: labels.say(`variable.${variable.schemaName}`, variable.label), description: labels.say(`variable.${variable.schemaName}.help`, variable.help),
      type: variable.type, value: build.environment[variable.schemaName] ?? variable.initial,
    })),
    connections: connectionReferences,
    apis: build.manifest.apis.map((api) => readApi(api, labels)),
  };
}
