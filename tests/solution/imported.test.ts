import { packSolution } from "#solution/tools/pack";
import { openHostFixture } from "../builders/local-host";
import { parts } from "./parts";

describe("H-03: the package in the embedded host", () => {
  const fixture = openHostFixture();
  const report = fixture.host.importSolution(packSolution(parts).managed);
  afterAll(() => { fixture.remove(); });

  test("is imported with every part; only the C# assembly is passed over, for the host runs the rule bundle itself", () => {
    expect(report.ignored).toEqual([expect.stringMatching(/^PluginAssemblies\/.*\/DulyTsHost\.dll$/)]);
    expect(report.imported).toMatchObject({ Dashboards: 2, Roles: 7, Workflows: 3, AppModules: 1, environmentvariabledefinitions: 6, customapis: 6 });
  });

  test("dashboards are forms of no table, and the app leads to them", () => {
    const dashboards = fixture.host.sql.all(`SELECT "formid", "name" FROM "systemform" WHERE "type" = 0 ORDER BY "name"`);
    expect(dashboards.map((row) => row["name"])).toEqual(["Dunning at a glance", "My collections"]);
    const map = String(fixture.host.sql.all(`SELECT "sitemapxml" FROM "sitemap"`)[0]?.["sitemapxml"]);
    for (const { formid } of dashboards) expect(map).toContain(`DefaultDashboard="{${String(formid)}}"`);
  });

  test("the query of every chart is answered", async () => {
    const charts = fixture.host.sql.all(`SELECT "name", "primaryentitytypecode" AS "table", "datadescription" AS "data" FROM "savedqueryvisualization"`);
    expect(charts).toHaveLength(5);
    for (const { name, table, data } of charts) {
      const fetch = /<fetch [\s\S]*<\/fetch>/.exec(String(data))?.[0] ?? "";
      const set = fixture.host.service.metadata.tables.get(String(table))?.entitySetName ?? "";
      const answer = await fixture.host.web({ method: "GET", url: `/api/data/v9.2/${set}?fetchXml=${encodeURIComponent(fetch)}`, headers: {}, body: "", origin: "http://localhost" });
      expect([name, answer.status]).toEqual([name, 200]);
    }
  });
});
