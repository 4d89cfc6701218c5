import { SaxesParser } from "saxes";
import { app } from "#solution/app";
import { connectionReferences } from "#solution/connections";
import { charts } from "#solution/charts/all";
import { dashboards } from "#solution/dashboards/all";
import { environmentVariables } from "#solution/environment";
import { flows } from "#solution/flows/all";
import { forms } from "#solution/forms/all";
import { choices } from "#solution/schema/choices";
import { tables } from "#solution/schema/tables";
import { profiles } from "#solution/profiles/all";
import { roles } from "#solution/roles/all";
import { packSolution } from "#solution/tools/pack";
import { descendants, type Element, textOf } from "#solution/tools/xml/element";
import { parseXml } from "#solution/tools/xml/parse";
import { tableViews } from "#solution/views/all";
import { entriesOf } from "./folder";
import { parts } from "./parts";

const packed = packSolution(parts);
const unmanaged = entriesOf(packed.unmanaged);
const managed = entriesOf(packed.managed);
const customizations = parseXml(unmanaged["customizations.xml"] ?? "");
const solution = parseXml(unmanaged["solution.xml"] ?? "");

/** A column of the schema: custom, and not the twin that goes with a money column. Also keeps views' attributes out. */
const isOwnColumn = (attribute: Element): boolean => textOf(attribute, "IsCustomField") === "1" && textOf(attribute, "CalculationOf") === "";

describe("a packed solution", () => {
  test("packing twice gives the same bytes", () => {
    const again = packSolution(parts);
    expect(Buffer.from(again.unmanaged).equals(packed.unmanaged)).toBe(true);
    expect(Buffer.from(again.managed).equals(packed.managed)).toBe(true);
  });

  test("every XML part is well-formed", () => {
    const xml = Object.entries(unmanaged).filter(([name]) => name.endsWith(".xml"));
    expect(xml.length).toBeGreaterThan(10);
    for (const [name, content] of xml) {
      const parser = new SaxesParser({ xmlns: true });
      parser.on("error", (error) => { throw new Error(`${name}: ${error.message}`); });
      parser.write(content).close();
    }
  });

  test("managed and unmanaged differ in one number only", () => {
    expect(unmanaged["solution.xml"]).toContain("<Managed>0</Managed>");
    expect(managed["solution.xml"]).toBe(unmanaged["solution.xml"]?.replace("<Managed>0<", "<Managed>1<"));
    expect(managed["customizations.xml"]).toBe(unmanaged["customizations.xml"]);
  });

  test.each([
    ["attribute", () => tables.reduce((sum, table) => sum + Object.keys(table.columns).length, 0), "custom columns without money twins"],
    ["systemform", () => forms.length, "forms"],
    ["savedquery", () => tableViews.reduce((sum, views) => sum + 6 + views.more.length, 0), "views: six usual ones a table and its own"],
    ["Role", () => roles.length + app.roles.length, "roles, and their mentions in the app"], ["visualization", () => charts.length, "charts"], ["Dashboard", () => dashboards.length, "dashboards"],
    ["WebResource", () => parts.webResources.length, "web resources"],
    ["CustomControl", () => parts.controls.length, "controls"],
    ["SdkMessageProcessingStep", () => parts.manifest.steps.length, "steps"],
    ["EntityRelationship", () => tables.reduce((sum, table) => sum + Object.values(table.columns).filter((column) => column.type === "lookup").length
      + (Object.values(table.columns).some((column) => column.type === "money") ? 1 : 0), 0), "a relationship for every lookup and currency"],
    ["AppModule", () => 1, "app"], ["AppModuleSiteMap", () => 1, "site map"], ["Workflow", () => flows.length, "flows"], ["connectionreference", () => 2, "connection references"],
  ])("as many <%s> as the schema has", (name, expected) => {
    const found = descendants(customizations, name).filter((entry) => name !== "attribute" || isOwnColumn(entry));
    expect(found).toHaveLength(expected());
  });

  test("roots: each kind by name or id, sharded parts never", () => {
    const counts: Record<string, number> = {};
    for (const { attributes } of descendants(solution, "RootComponent")) counts[attributes.type ?? ""] = (counts[attributes.type ?? ""] ?? 0) + 1;
    expect(counts).toEqual({ 1: tables.length, 9: choices.length, 20: roles.length, 29: flows.length, 60: dashboards.length, 61: parts.webResources.length, 62: 1, 66: 2, 70: profiles.length, 80: 1, 91: 1, 92: 2 });
  });

  test("every part of the zip has a content type", () => {
    const types = parseXml(unmanaged["[Content_Types].xml"] ?? "");
    const endings = new Set(descendants(types, "Default").map((entry) => entry.attributes.Extension));
    const overrides = new Set(descendants(types, "Override").map((entry) => entry.attributes.PartName));
    for (const name of Object.keys(unmanaged).filter((entry) => entry !== "[Content_Types].xml")) {
      expect([name, overrides.has(`/${name}`) || endings.has(name.split(".").at(-1))]).toEqual([name, true]);
    }
  });

  test("file-backed components lie where their definitions say", () => {
    const targets = ["FileName", "JsonFileName"].flatMap((name) => descendants(customizations, name)).map((entry) => String(entry.children[0]).slice(1));
    expect(targets).toHaveLength(parts.webResources.length + parts.controls.length + 1 + flows.length);
    expect(targets.filter((target) => !(target in unmanaged))).toEqual([]);
  });

  test("the deployment settings change nothing when they are imported as they are: variables have their defaults, and what the release pins is not among them", () => {
    const defaults = environmentVariables.filter(({ schemaName }) => schemaName !== "duly_rules").map(({ schemaName, initial }) => ({ SchemaName: schemaName, Value: initial }));
    const { EnvironmentVariables, ConnectionReferences } = packSolution(parts).settings;
    expect([...EnvironmentVariables].sort((a, b) => (a.SchemaName < b.SchemaName ? -1 : 1))).toEqual([...defaults].sort((a, b) => (a.SchemaName < b.SchemaName ? -1 : 1)));
    expect(ConnectionReferences.map(({ LogicalName, ConnectionId }) => [LogicalName, ConnectionId])).toEqual(connectionReferences.map(({ logicalName }) => [logicalName, ""]));
  });

  test("a value of the build reaches its environment variable", () => {
    expect(unmanaged["environmentvariabledefinitions/duly_rules/environmentvariabledefinition.xml"]).toContain("{\"webResource\":\"duly_/rules/bundle.js\"");
  });
});
