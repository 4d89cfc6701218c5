import { openHostFixture, type HostFixture } from "../../builders/local-host";
import { roomSolution, roomTable } from "../../builders/room-solution";
import { customApiFiles, stepXml } from "../../builders/solution-zip";

let fixture: HostFixture;
beforeEach(() => { fixture = openHostFixture(); });
afterEach(() => fixture.remove());

test("tables, columns, choices and labels of all languages become metadata", () => {
  const report = fixture.host.importSolution(roomSolution());
  const { metadata } = fixture.host.service;
  const room = metadata.tables.get("x_room");
  expect(report).toMatchObject({ solution: "sample", version: "1.0.0.0", changed: true, imported: { Entities: 3, EntityRelationships: 5, optionsets: 1 }, ignored: [] });
  expect(room).toMatchObject({ entitySetName: "x_rooms", primaryId: "x_roomid", primaryName: "x_name", ownership: "user", isCustom: true });
  expect(room?.columns.get("x_number")).toMatchObject({ type: "string", maxLength: 20, labels: { 1033: "x_number", 1038: "x_number magyarul" }, isCustom: true });
  expect(room?.columns.get("x_account")).toMatchObject({ type: "lookup", targets: ["account"] });
  expect(room?.columns.get("x_since")?.type).toBe("dateonly");
  expect(room?.columns.get("x_rent_base")).toMatchObject({ type: "money", calculationOf: "x_rent", validForCreate: false });
  expect(room?.columns.get("x_kind")?.options?.[0]).toEqual({ value: 1, labels: { 1033: "Small", 1038: "Kicsi" } });
  expect(room?.columns.get("ownerid")?.targets).toEqual(["systemuser", "team"]);
  expect(metadata.languages).toEqual([1033, 1038]);
});

test("relationships carry navigation names; notes and activities follow from the table's flags", () => {
  fixture.host.importSolution(roomSolution());
  const { manyToOne, manyToMany, tables } = fixture.host.service.metadata;
  expect(manyToOne.find((each) => each.schemaName === "x_account_room")).toEqual({
    schemaName: "x_account_room", referencingTable: "x_room", referencingColumn: "x_account", referencedTable: "account",
    lookupNavigation: "x_Account", collectionNavigation: "x_account_room", cascadeDelete: "RemoveLink",
  });
  expect(manyToMany.filter(({ schemaName }) => schemaName.startsWith("x_"))).toEqual([expect.objectContaining({ intersectTable: "x_room_contact", firstColumn: "x_roomid", secondColumn: "contactid" })]);
  expect(tables.get("annotation")?.columns.get("objectid")?.targets).toContain("x_room");
  expect(manyToOne.find((each) => each.schemaName === "x_room_Tasks")).toMatchObject({ referencingTable: "task", lookupNavigation: "regardingobjectid_x_room_task" });
});

test("the very same bytes are not imported again, not even after opening the store anew", () => {
  const zip = roomSolution();
  fixture.host.importSolution(zip);
  const version = fixture.host.service.metadata.version;
  expect(fixture.host.importSolution(zip)).toMatchObject({ changed: false, version: "1.0.0.0" });
  expect(fixture.reopen().importSolution(zip).changed).toBe(false);
  expect(fixture.host.service.metadata.version).toBe(version);
});

test("a later version adds columns, keeps the rows, and replaces components", () => {
  const form = (id: string, name: string): string => `<forms type="main"><systemform><formid>{${id}}</formid><form><tabs/></form><LocalizedNames><LocalizedName description="${name}" languagecode="1033"/></LocalizedNames></systemform></forms>`;
  const first = "11111111-1111-4111-8111-111111111111", second = "22222222-2222-4222-8222-222222222222";
  fixture.host.importSolution(roomSolution({ tables: [{ ...roomTable, columns: roomTable.columns.filter((column) => column.name !== "x_house"), keys: {}, forms: form(first, "Old") }], relationships: "" }));
  const id = fixture.host.service.create("x_room", { x_name: "101" });
  const report = fixture.host.importSolution(roomSolution({ version: "1.1.0.0", tables: [{ ...roomTable, columns: [...roomTable.columns, { name: "x_floor", type: "int" }], forms: form(second, "New") }, { name: "x_house", columns: [] }] }));
  expect(report).toMatchObject({ changed: true, version: "1.1.0.0" });
  fixture.host.service.update("x_room", { id }, { x_floor: 3 });
  expect(fixture.host.service.retrieve("x_room", { id }, ["x_name", "x_floor"])).toEqual({ x_roomid: id, x_name: "101", x_floor: 3 });
  expect(fixture.host.sql.all("SELECT formid, name FROM systemform")).toEqual([{ formid: second, name: "New" }]);
});

test("a decimal column that gets other places keeps its values, rounded where they do not fit", () => {
  const withPlaces = (version: string, places: number) => roomSolution({ version, tables: [{ ...roomTable, columns: [...roomTable.columns, { name: "x_size", type: "decimal", part: `<Accuracy>${places}</Accuracy>` }] }, { name: "x_house", columns: [] }] });
  const { service } = fixture.host;
  fixture.host.importSolution(withPlaces("1.0", 2));
  const ids = ["12.25", "-12.35"].map((x_size) => service.create("x_room", { x_name: "R", x_size }));
  const sizes = () => ids.map((id) => service.retrieve("x_room", { id }, ["x_size"])["x_size"]);
  fixture.host.importSolution(withPlaces("1.1", 4));
  expect(sizes()).toEqual(["12.2500", "-12.3500"]);
  fixture.host.importSolution(withPlaces("1.2", 1));
  expect(sizes()).toEqual(["12.3", "-12.4"]);
});

test("names of views, forms, charts, apps and dashboards are read in the caller's language; the other languages read English", () => {
  const names = (english: string, hungarian: string): string => `<LocalizedNames><LocalizedName description="${english}" languagecode="1033"/><LocalizedName description="${hungarian}" languagecode="1038"/></LocalizedNames>`;
  const id = (digit: number): string => String(digit).repeat(8) + "-1111-4111-8111-111111111111";
  const room = {
    ...roomTable,
    views: `<savedqueries><savedquery><savedqueryid>{${id(1)}}</savedqueryid><fetchxml/><layoutxml/>${names("Rooms", "Szobák")}</savedquery></savedqueries></SavedQueries><Visualizations><visualization><savedqueryvisualizationid>{${id(2)}}</savedqueryvisualizationid>${names("By size", "Méret szerint")}</visualization></Visualizations><SavedQueries>`,
    forms: `<forms type="main"><systemform><formid>{${id(3)}}</formid><form/>${names("Room", "Szoba")}</systemform></forms>`,
  };
  const more = `<AppModules><AppModule><UniqueName>x_app</UniqueName>${names("Hotel", "Szálloda")}</AppModule></AppModules><Dashboards><Dashboard><FormId>{${id(4)}}</FormId>${names("Today", "Ma")}</Dashboard></Dashboards>`;
  fixture.host.importSolution(roomSolution({ tables: [room, { name: "x_house", columns: [] }], more }));
  const named = (language: string, path: string): unknown => {
    const answer = fixture.host.web({ method: "GET", url: `/api/data/v9.2/${path}`, origin: "http://127.0.0.1", headers: { "accept-language": language }, body: "" });
    return (JSON.parse(String(answer.body)) as { readonly name?: string; readonly value?: readonly { readonly name: string }[] });
  };
  const hungarian = [[`savedqueries(${id(1)})?$select=name`, "Szobák"], [`savedqueryvisualizations(${id(2)})`, "Méret szerint"], [`systemforms(${id(3)})`, "Szoba"], [`systemforms(${id(4)})`, "Ma"]] as const;
  for (const [path, name] of hungarian) expect(named("hu-HU", path)).toMatchObject({ name });
  expect(named("hu-HU", "appmodules?$select=name")).toMatchObject({ value: [{ name: "Szálloda" }] });
  expect(named("hu-HU", `savedqueries?fetchXml=${encodeURIComponent('<fetch><entity name="savedquery"><attribute name="name"/></entity></fetch>')}`)).toMatchObject({ value: [{ name: "Szobák" }] });
  for (const language of ["en-US", "de-DE"]) expect(named(language, `savedqueries(${id(1)})?$select=name`)).toMatchObject({ name: "Rooms" });
});

test("components become rows with the platform's column names", () => {
  const view = `<savedqueries><savedquery><savedqueryid>{33333333-3333-4333-8333-333333333333}</savedqueryid><isdefault>1</isdefault><querytype>0</querytype><layoutxml><grid name="resultset"><row id="x_roomid"/></grid></layoutxml>
    <fetchxml><fetch><entity name="x_room"><attribute name="x_name"/></entity></fetch></fetchxml><LocalizedNames><LocalizedName description="Rooms &amp; more" languagecode="1033"/></LocalizedNames></savedquery></savedqueries>`;
  const more = `<WebResources><WebResource><WebResourceId>{44444444-4444-4444-8444-444444444444}</WebResourceId><Name>x_/a.js</Name><WebResourceType>3</WebResourceType><FileName>/WebResources/x_ajs</FileName></WebResource></WebResources>
    <CustomControls><CustomControl><Name>x_Ns.Bell</Name><FileName>/Controls/x_Ns.Bell/ControlManifest.xml</FileName></CustomControl></CustomControls>
    <Workflows><Workflow WorkflowId="{55555555-5555-4555-8555-555555555555}" Name="Ring"><JsonFileName>/Workflows/ring.json</JsonFileName><Category>5</Category><StateCode>1</StateCode><StatusCode>2</StatusCode></Workflow></Workflows>
    <AppModuleSiteMaps><AppModuleSiteMap><SiteMapUniqueName>x_app</SiteMapUniqueName><SiteMap><Area Id="a"/></SiteMap></AppModuleSiteMap></AppModuleSiteMaps>
    <AppModules><AppModule><UniqueName>x_app</UniqueName><LocalizedNames><LocalizedName description="Hotel" languagecode="1033"/></LocalizedNames></AppModule></AppModules>
    <connectionreferences><connectionreference connectionreferencelogicalname="x_dv"><connectorid>/apis/dv</connectorid></connectionreference></connectionreferences>
    <SdkMessageProcessingSteps>${stepXml({ id: "1", message: "Create", table: "x_room", stage: 20 })}</SdkMessageProcessingSteps>`;
  const report = fixture.host.importSolution(roomSolution({ tables: [{ ...roomTable, views: view }, { name: "x_house", columns: [] }], more, files: {
    "WebResources/x_ajs": "alert(1)", "Controls/x_Ns.Bell/ControlManifest.xml": `<manifest><control version="1.2.3"/></manifest>`, "Controls/x_Ns.Bell/bundle.js": "//bell", "Workflows/ring.json": "{\"a\":1}",
    "environmentvariabledefinitions/x_mode/environmentvariabledefinition.xml": `<environmentvariabledefinition schemaname="x_mode"><defaultvalue>live</defaultvalue><displayname default="Mode"/><type>100000000</type></environmentvariabledefinition>`,
    ...customApiFiles("x_Ring", "66666666-6666-4666-8666-666666666666", { request: { Loud: 0 } }),
  } }));
  const one = (statement: string) => fixture.host.sql.get(statement);
  expect(one("SELECT name, returnedtypecode, fetchxml, layoutxml, isdefault FROM savedquery")).toEqual({
    name: "Rooms & more", returnedtypecode: "x_room", isdefault: 1, fetchxml: `<fetch><entity name="x_room"><attribute name="x_name"/></entity></fetch>`, layoutxml: `<grid name="resultset"><row id="x_roomid"/></grid>` });
  expect(one("SELECT name, content, webresourcetype FROM webresource")).toEqual({ name: "x_/a.js", content: Buffer.from("alert(1)").toString("base64"), webresourcetype: 3 });
  expect(one("SELECT name, version FROM customcontrol")).toEqual({ name: "x_Ns.Bell", version: "1.2.3" });
  expect(one("SELECT path, solution FROM __file WHERE path LIKE '%bundle.js'")).toEqual({ path: "Controls/x_Ns.Bell/bundle.js", solution: "sample" });
  expect(one("SELECT name, category, clientdata, statecode, statuscode FROM workflow")).toEqual({ name: "Ring", category: 5, clientdata: "{\"a\":1}", statecode: 1, statuscode: 2 });
  expect(one("SELECT m.name, s.sitemapxml FROM appmodule m JOIN sitemap s ON s.sitemapnameunique = m.uniquename")).toEqual({ name: "Hotel", sitemapxml: `<SiteMap><Area Id="a"/></SiteMap>` });
  expect(one("SELECT schemaname, displayname, defaultvalue FROM environmentvariabledefinition")).toEqual({ schemaname: "x_mode", displayname: "Mode", defaultvalue: "live" });
  expect(one("SELECT uniquename, type, isoptional FROM customapirequestparameter")).toEqual({ uniquename: "Loud", type: 0, isoptional: 0 });
  expect(report.imported).toMatchObject({ SavedQueries: 1, WebResources: 1, CustomControls: 1, Workflows: 1, AppModules: 1, AppModuleSiteMaps: 1, connectionreferences: 1, SdkMessageProcessingSteps: 1, environmentvariabledefinitions: 1, customapis: 1 });
  expect(fixture.host.unsupported.list().map((entry) => entry.what)).toEqual(["66666666-6666-4666-8666-666666666666", "Test.Plugin"]);
});

test("what the host does not use is listed, and never fatal", () => {
  const report = fixture.host.importSolution(roomSolution({
    tables: [{ ...roomTable, columns: [...roomTable.columns, { name: "x_plan", type: "file" }, { name: "x_sum", type: "decimal", part: "<SourceType>2</SourceType>" }] }, { name: "x_house", columns: [] }],
    more: `<Reports><Report/></Reports><SdkMessageProcessingSteps>${stepXml({ id: "2", message: "{00000000-0000-4000-8000-00000000abcd}", table: "x_room", stage: 20 })}</SdkMessageProcessingSteps>`,
    files: { "Reports/a.rdl": "x" },
  }));
  expect(report.ignored).toEqual([
    "Reports (1)", "Reports/a.rdl", "x_room.x_plan: columns of type file", "x_room.x_sum: calculated and rollup columns", expect.stringContaining("relationship x_room_desk"),
    expect.stringContaining("relationship x_keeper_desk"), expect.stringContaining("plug-in step 'step 2'"),
  ]);
  expect(fixture.host.service.metadata.tables.get("x_room")?.columns.has("x_sum")).toBe(false);
});
