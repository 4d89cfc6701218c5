import { screen, within } from "@testing-library/react";
import * as React from "react";
import { barsOf, chartQuery } from "../../../local-host/player/dashboards/chart";
import { DashboardPage } from "../../../local-host/player/dashboards/DashboardPage";
import { Navigation } from "../../../local-host/player/shell/Navigation";
import { addressOf, readRoute } from "../../../local-host/player/shell/route";
import { dashboardTitle, readSitemap } from "../../../local-host/player/shell/sitemap";
import { makePlayer, serve, show } from "./stage";

const FORMATTED = "@OData.Community.Display.V1.FormattedValue";
const VIEW = {
  savedqueryid: "v1", name: "Rooms", querytype: 0, layoutxml: `<grid><row id="x_roomid"><cell name="x_name" width="200"/></row></grid>`,
  fetchxml: `<fetch><entity name="x_room"><attribute name="x_name"/><order attribute="x_name"/><filter type="and"><condition attribute="statecode" operator="eq" value="0"/></filter></entity></fetch>`,
};
const CHART = `<datadefinition><fetchcollection><fetch mapping="logical" aggregate="true"><entity name="x_room"><attribute groupby="true" alias="bar" name="x_state"/><attribute alias="length" name="x_roomid" aggregate="count"/></entity></fetch></fetchcollection>
  <categorycollection><category alias="bar"><measurecollection><measure alias="length"/></measurecollection></category></categorycollection></datadefinition>`;
const place = (id: string, label: string, more: string): string => `<row><cell id="${id}" showlabel="true"><labels><label description="${label}" languagecode="1033"/></labels>
  <control id="${id}" classid="{E7A81278-8635-4D9E-8D4D-59480B391C5B}"><parameters><TargetEntityType>x_room</TargetEntityType><ViewId>{V1}</ViewId>${more}</parameters></control></cell></row>`;
const PAGE = `<form><tabs><tab id="t" name="t"><columns><column><sections><section id="s" name="s" columns="11"><rows>
  ${place("list", "All rooms", "<ChartGridMode>Grid</ChartGridMode>")}${place("drawn", "Rooms by state", "<ChartGridMode>Chart</ChartGridMode><VisualizationId>{C1}</VisualizationId>")}
  </rows></section></sections></column></columns></tab></tabs></form>`;
const SITE_MAP = `<SiteMap><Area Id="a"><Group Id="g"><SubArea Id="d" Url="/workplace/home_dashboards.aspx" DefaultDashboard="{D1}"><Titles><Title LCID="1033" Title="House"/><Title LCID="1038" Title="Ház"/></Titles></SubArea><SubArea Id="r" Entity="x_room"/></Group></Area></SiteMap>`;

const answers = ({ url }: { readonly url: string }) => {
  if (url.includes("systemforms(d1)")) return { body: { name: "House", formxml: PAGE } };
  if (url.includes("savedqueryvisualizations(c1)")) return { body: { datadescription: CHART } };
  if (url.includes("savedqueries")) return { body: { value: [VIEW] } };
  if (url.includes("aggregate")) return { body: { value: [{ bar: 2, [`bar${FORMATTED}`]: "Taken", length: 1 }, { bar: 1, [`bar${FORMATTED}`]: "Free", length: 3 }, { length: 2 }] } };
  return { body: { value: [{ x_roomid: "r1", x_name: "Hall" }] } };
};

test("a dashboard shows the rows of a view, and a chart over the rows of a view as a table of bars", async () => {
  const sent = serve(answers);
  show(makePlayer(), <DashboardPage id="d1" title="" turn={0} />);
  await screen.findByRole("heading", { level: 1, name: "House" });
  await screen.findByRole("link", { name: "Hall" });
  const chart = within(await screen.findByRole("table", { name: "Rooms by state" }));
  expect(chart.getAllByRole("row").map((row) => row.textContent)).toEqual(["—2", "Free3", "Taken1"]);
  expect(sent.find(({ url }) => url.includes("aggregate"))?.url).toContain('<condition attribute="statecode" operator="eq" value="0"/>');
});

test("the view's filter narrows the chart; its columns and order stay out of the aggregate", () => {
  const { fetchXml, category, measure } = chartQuery(CHART, VIEW.fetchxml);
  expect([category, measure]).toEqual(["bar", "length"]);
  expect(fetchXml).not.toMatch(/x_name|order/);
  expect(barsOf([], { fetchXml, category, measure })).toEqual([]);
  expect(() => chartQuery("<datadefinition/>", VIEW.fetchxml)).toThrow("PLAYER-CHART");
});

test("the site map leads to the dashboard under its title, in the user's language", () => {
  const areas = readSitemap(SITE_MAP);
  show(makePlayer(1038), <Navigation areas={areas} route={{ page: "dashboard", id: "d1" }} open={false} onFollow={() => undefined} />);
  const link = screen.getByRole("link", { name: "Ház" });
  expect([link.getAttribute("href"), link.getAttribute("aria-current")]).toEqual(["/app/dashboard/d1", "page"]);
  expect(dashboardTitle(areas, "d1", 1033)).toBe("House");
  expect(readRoute("/app/dashboard/d1", "")).toEqual({ page: "dashboard", id: "d1" });
  expect(addressOf({ page: "dashboard", id: "d1" }, "?lang=hu")).toBe("/app/dashboard/d1?lang=hu");
});
