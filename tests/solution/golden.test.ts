import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tables } from "#solution/schema/tables";
import { attribute } from "#solution/tools/emit/attribute";
import { customApi, requestParameter, responseProperty } from "#solution/tools/emit/customapi";
import { workflow } from "#solution/tools/emit/flow";
import { mainForm } from "#solution/tools/emit/form";
import { relationship } from "#solution/tools/emit/relationship";
import { processingStep } from "#solution/tools/emit/step";
import { savedQuery } from "#solution/tools/emit/view";
import type { SolutionIr } from "#solution/tools/ir/solution";
import type { TableIr } from "#solution/tools/ir/table";
import { labels } from "#solution/tools/labels";
import { readSolution } from "#solution/tools/read/solution";
import { type Element, group } from "#solution/tools/xml/element";
import { render } from "#solution/tools/xml/render";
import { hungarianLabels } from "#solution/labels/hungarian";
import { parts } from "./parts";

const solution: SolutionIr = readSolution(parts, labels(hungarianLabels));
const folder = join(__dirname, "..", "golden", "solution");

function the<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("The schema no longer has what the golden shows; choose another.");
  return value;
}

const table = (name: string): TableIr => the(solution.tables.find((entry) => entry.logicalName === name));

/** One column of every type, taken where it occurs first. */
function columnTypes(): Element {
  const all = solution.tables.flatMap((entry) => entry.columns.map((column) => ({ column, table: entry.logicalName })));
  const types = [...new Set(all.map(({ column }) => column.part.type))].sort();
  return group("attributes", types.map((type) => { const first = the(all.find(({ column }) => column.part.type === type)); return attribute(first.column, first.table); }));
}

/** The form with its head, its PCF tab and its tail: tabs of plain fields and lists are cut to one section. */
function pcfForm(): Element {
  const debtor = table("duly_debtor");
  const tabs = debtor.form.tabs.map((tab) => ({ ...tab, sections: tab.sections.slice(0, tab.key === "collections" ? 3 : 1) }));
  return mainForm({ ...debtor, form: { ...debtor.form, tabs } });
}

const api = the(solution.apis.find(({ id }) => id === "duly_StartRun"));
const goldens: readonly (readonly [name: string, make: () => Element])[] = [
  ["attributes", columnTypes],
  ["relationship", () => relationship(the(solution.relationships.find((entry) => entry.name === "duly_debtor_openitem_debtor")))],
  ["form-with-controls", pcfForm],
  ["view", () => { const openitem = table("duly_openitem"); return savedQuery(the(openitem.views.find((view) => view.name[0]?.text === "Open items overdue")), openitem); }],
  ["flow", () => workflow(the(solution.flows[0]))],
  ["step", () => processingStep(the(parts.manifest.steps[1]), parts.host)],
  ["custom-api", () => group("customapis", [
    customApi(api, parts.host), ...api.request.map((entry) => requestParameter(api, entry)),
    ...api.response.map((entry) => responseProperty(api, entry)),
  ])],
];

describe("what the emitters write", () => {
  test.each(goldens)("%s is as reviewed (after a wanted change: GOLDEN=write npx jest tests/solution/golden, then read the diff)", (name, make) => {
    const file = join(folder, `${name}.xml`);
    if (process.env.GOLDEN === "write") {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, render(make()));
    }
    expect(existsSync(file) ? readFileSync(file, "utf8") : "").toBe(render(make()));
  });

  test("the schema has tables to show", () => expect(solution.tables).toHaveLength(tables.length));
});
