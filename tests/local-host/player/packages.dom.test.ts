import { readForm } from "../../../local-host/player/forms/formxml";
import { controlsOf, columnsOn } from "../../../local-host/player/forms/model";
import { readManifest } from "../../../local-host/player/pcf/manifest";
import { readResx, resxLanguage } from "../../../local-host/player/pcf/resx";
import { readSitemap, sitemapLanguages, titleOf } from "../../../local-host/player/shell/sitemap";
import { readLayout } from "../../../local-host/player/views/layout";
import { labelIn } from "../../../local-host/player/xml/labels";

const FORM = `<form><tabs><tab name="main" id="{T1}" showlabel="true"><labels><label description="Summary" languagecode="1033"/><label description="Összegzés" languagecode="1038"/></labels>
  <columns><column width="60%"><sections><section name="s" id="{S1}" columns="11" visible="false"><labels/>
    <rows><row>
      <cell id="{C1}"><labels><label description="" languagecode="1033"/></labels><control id="x_name" classid="{4273edbd-ac1d-40d3-9fb2-095c621b552d}" datafieldname="x_name" disabled="true"/></cell>
      <cell id="{C2}" colspan="2" showlabel="false"><control id="x_size" classid="{F9A8A302-114E-466A-B582-6771B2AE0D92}" datafieldname="x_size" uniqueid="{AB-1}"/></cell>
    </row><row><cell id="{C3}"/></row></rows></section></sections></column></columns></tab></tabs>
  <header><rows><row><cell id="{H1}"><control id="header_x_name" datafieldname="x_name" classid=""/></cell></row></rows></header>
  <events>
    <event name="onload" active="true"><Handlers><Handler functionName="X.onLoad" libraryName="x_/form.js" enabled="true" passExecutionContext="true" parameters="1, &quot;a&quot;"/></Handlers></event>
    <event name="onchange" attribute="x_size"><Handlers><Handler functionName="X.onSize" libraryName="x_/form.js" enabled="true"/><Handler functionName="X.off" libraryName="x_/form.js" enabled="false"/></Handlers></event>
  </events>
  <formLibraries><Library name="x_/form.js" libraryUniqueId="{L}"/></formLibraries>
  <controlDescriptions><controlDescription forControl="{ab-1}">
    <customControl id="{4273EDBD-AC1D-40D3-9FB2-095C621B552D}"><parameters><datafieldname>x_size</datafieldname></parameters></customControl>
    <customControl formFactor="1" name="x_N.Tablet"><parameters/></customControl>
    <customControl formFactor="0" name="x_N.Size"><parameters><value>x_size</value><unit static="true" type="Enum">cm</unit>
      <data-set name="rows"><ViewId>{V1}</ViewId><TargetEntityType>x_room</TargetEntityType></data-set></parameters></customControl>
  </controlDescription></controlDescriptions></form>`;

describe("FormXml", () => {
  const form = readForm(FORM);
  const tab = form.tabs[0];
  const section = tab?.columns[0]?.sections[0];

  test("tabs, sections and cells keep their order, labels and layout", () => {
    expect(labelIn(tab?.labels ?? new Map(), 1038)).toBe("Összegzés");
    expect(labelIn(tab?.labels ?? new Map(), 1031)).toBe("Summary");
    expect(tab?.columns[0]?.width).toBe("60%");
    expect(section).toMatchObject({ columnCount: 2, visible: false });
    expect(section?.cells.map((cell) => [cell.control?.column ?? null, cell.colspan, cell.showLabel])).toEqual([["x_name", 1, true], ["x_size", 2, false], [null, 1, true]]);
  });

  test("an empty label is none, so that the column's own label is shown", () => {
    expect(section?.cells[0]?.labels.size).toBe(0);
  });

  test("the PCF control for a browser is found by the unique id, whatever its case", () => {
    const custom = section?.cells[1]?.control?.custom;
    expect(custom?.name).toBe("x_N.Size");
    expect(Object.fromEntries(custom?.parameters ?? [])).toEqual({ value: { fixed: false, value: "x_size" }, unit: { fixed: true, value: "cm" } });
    expect(custom?.datasets.get("rows")?.get("TargetEntityType")).toBe("x_room");
    expect(section?.cells[0]?.control?.custom).toBeNull();
  });

  test("handlers that are switched off are left out", () => {
    expect(form.libraries).toEqual(["x_/form.js"]);
    expect(form.handlers.map(({ event, column, functionName, passContext }) => [event, column, functionName, passContext])).toEqual([
      ["onload", null, "X.onLoad", true], ["onchange", "x_size", "X.onSize", false],
    ]);
  });

  test("a column may stand on a form twice", () => {
    expect(columnsOn(form)).toEqual(["x_name", "x_size"]);
    expect(controlsOf(form, "x_name")).toEqual(["header_x_name", "x_name"]);
  });

  test("what is not XML is refused with a code", () => {
    expect(() => readForm("<form><tabs></form>")).toThrow(expect.objectContaining({ code: "PLAYER-XML" }) as Error);
  });
});

test("layoutxml: columns in order, hidden ones left out", () => {
  const xml = `<grid><row name="r" id="x_id"><cell name="x_name" width="200"/><cell name="x_id2" ishidden="1" width="10"/><cell name="a.y_name"/></row></grid>`;
  expect(readLayout(xml)).toEqual([{ name: "x_name", width: 200 }, { name: "a.y_name", width: 100 }]);
});

describe("SiteMap", () => {
  const areas = readSitemap(`<AppModuleSiteMap><SiteMap><Area Id="a"><Titles><Title LCID="1033" Title="Work"/><Title LCID="1038" Title="Munka"/></Titles>
    <Group Id="g" Title="Old style"><SubArea Id="s" Entity="x_room"/><SubArea Id="u" Url="/page"/></Group></Area></SiteMap></AppModuleSiteMap>`);

  test("areas, groups and the tables behind them", () => {
    expect(areas[0]?.groups[0]?.subAreas.map((sub) => sub.table)).toEqual(["x_room", null]);
    expect(sitemapLanguages(areas)).toEqual([1033, 1038]);
  });

  test.each([[1038, "Munka"], [1033, "Work"], [1031, "Work"]])("title in %i", (lcid, title) => {
    expect(areas[0] && titleOf(areas[0], lcid)).toBe(title);
  });

  test("without a title the id stands in", () => {
    const sub = areas[0]?.groups[0]?.subAreas[0];
    expect(sub && titleOf(sub, 1033)).toBe("s");
  });
});

test("resx: keys and texts; the language is in the file name", () => {
  expect(Object.fromEntries(readResx(`<root><resheader name="version"/><data name="Hello"><value>Jó &amp; szép</value></data></root>`))).toEqual({ Hello: "Jó & szép" });
  expect(["strings/X.1038.resx", "strings/X.resx"].map(resxLanguage)).toEqual([1038, 1033]);
});

test("control manifest: properties, type groups, datasets and files", () => {
  const manifest = readManifest(`<manifest><control namespace="N" constructor="C" version="1.2.3" control-type="virtual">
    <type-group name="texts"><type>SingleLine.Text</type><type>Multiple</type></type-group>
    <property name="a" of-type-group="texts" usage="bound" required="true"/><property name="b" of-type="Enum" usage="input" default-value="x"/>
    <data-set name="d"><property-set name="when" of-type="DateAndTime.DateOnly"/></data-set>
    <resources><code path="bundle.js" order="1"/><css path="c.css"/><resx path="strings/C.1033.resx"/></resources>
    <feature-usage><uses-feature name="WebAPI" required="true"/></feature-usage></control></manifest>`);
  expect(manifest).toMatchObject({ constructorName: "N.C", virtual: true, code: ["bundle.js"], css: ["c.css"], resx: ["strings/C.1033.resx"], features: ["WebAPI"] });
  expect(manifest.properties.map(({ name, type, usage, preset }) => [name, type, usage, preset])).toEqual([["a", "SingleLine.Text", "bound", null], ["b", "Enum", "input", "x"]]);
  expect(manifest.datasets.get("d")).toEqual(["when"]);
});
