import { comparePackages } from "#solution/tools/compare/package";
import { solutionFolder } from "#solution/tools/folder";
import { childrenOf, descendants, textOf } from "#solution/tools/xml/element";
import { parseXml } from "#solution/tools/xml/parse";
import { type Folder, isTwin, type PackageType } from "#solution/tools/zip/folder";
import { packBoth, packFolder } from "#solution/tools/zip/pack";
import { unpackZip } from "#solution/tools/zip/unpack";
import { roomSolution } from "../builders/room-solution";
import { solutionZip } from "../builders/solution-zip";
import { entriesOf, text } from "./folder";
import { foreignFolder } from "./foreign";
import { parts } from "./parts";

const types: readonly PackageType[] = ["unmanaged", "managed"];
const pack = (folder: Folder, type: PackageType = "unmanaged"): Uint8Array => packFolder(folder, type).zip;

describe("a foreign solution with one of everything", () => {
  const folder = foreignFolder();
  const zip = entriesOf(pack(folder));
  const customizations = parseXml(zip["customizations.xml"] ?? "");
  const collection = (name: string): readonly string[] => childrenOf(customizations, name).flatMap((child) => childrenOf(child)).map((child) => child.name);

  test.each([
    ["Entities", ["Entity", "Entity"]], ["Roles", ["Role"]], ["Workflows", ["Workflow", "Workflow"]], ["FieldSecurityProfiles", ["FieldSecurityProfile"]], ["Templates", ["EmailTemplates"]],
    ["EntityMaps", ["EntityMap"]], ["EntityRelationships", ["EntityRelationship", "EntityRelationship"]], ["optionsets", ["optionset"]], ["Reports", ["Report"]], ["Dashboards", ["Dashboard"]],
    ["InteractionCentricDashboards", ["InteractionCentricDashboard"]], ["Dialogs", ["Dialog"]], ["WebResources", Array(4).fill("WebResource")], ["CustomControls", ["CustomControl"]],
    ["SolutionPluginAssemblies", ["PluginAssembly"]], ["SdkMessageProcessingSteps", ["SdkMessageProcessingStep"]], ["AppModuleSiteMaps", ["AppModuleSiteMap"]], ["AppModules", ["AppModule"]],
    ["CanvasApps", ["CanvasApp"]], ["Connectors", ["Connector"]], ["AIModels", ["AIModel"]], ["EntityImageConfigs", ["EntityImageConfig"]], ["SiteMap", ["SiteMap"]], ["connectionreferences", ["connectionreference"]], ["OrganizationSettings", []],
  ])("<%s> holds its components", (name, expected) => expect(collection(name)).toEqual(expected));

  test("forms, views, charts and ribbons are in their tables", () => {
    const visit = descendants(customizations, "Entity").find((entity) => textOf(entity, "Name") === "clin_Visit");
    expect(["systemform", "savedquery", "visualization", "RibbonTemplates"].map((name) => (visit === undefined ? 0 : descendants(visit, name).length))).toEqual([3, 1, 1, 1]);
  });

  test("texts of an e-mail template are escaped into it", () => {
    const template = descendants(customizations, "EmailTemplate")[0];
    expect(textOf(template, "body")).toBe(text(folder.get("Templates/EmailDocuments/1033/{7a1e0000-0000-4000-8000-000000000080}/body.xsl")));
  });

  test("the parts lie where the platform looks for them", () => {
    expect(Object.keys(zip).filter((name) => !/^(customapis|environmentvariabledefinitions|Controls|CanvasApps)\//.test(name))).toEqual([
      "AIModels/Stays/training.json", "Connector/clin_5Fbeds_iconblob.Png", "Connector/clin_5Fbeds_openapidefinition.json",
      "Formulas/clin_visit-clin_fee.xaml", "PluginAssemblies/Clinic-7A1E0000-0000-4000-8000-000000000070/Clinic.dll", "Reports/fees%7B7a1e0000-0000-4000-8000-000000000030%7D.rdl",
      "WebResources/clin_jsvisitjs7A1E0000-0000-4000-8000-000000000040", "WebResources/clin_logo7A1E0000-0000-4000-8000-000000000043",
      "WebResources/clin_stringsvisit1033resx7A1E0000-0000-4000-8000-000000000041", "WebResources/clin_stringsvisit1036resx7A1E0000-0000-4000-8000-000000000042",
      "Workflows/SayHello-7A1E0000-0000-4000-8000-000000000051.json", "Workflows/Triage-7A1E0000-0000-4000-8000-000000000050.xaml",
      "customizations.xml", "msdyn_knowledgeconfigs/clin_%7Bany%7D/config.xml", "msdyn_knowledgeconfigs/clin_%7Bany%7D/data", "solution.xml", "[Content_Types].xml",
    ]);
  });

  test("managed packages take the twins", () => {
    const managed = entriesOf(pack(folder, "managed"))["customizations.xml"] ?? "";
    for (const label of ["Information, managed", "Clinic, managed"]) expect([managed.includes(label), (zip["customizations.xml"] ?? "").includes(label)]).toEqual([true, false]);
    expect(descendants(parseXml(managed), "SubArea")).toEqual([]);
    expect(descendants(parseXml(managed), "systemform")).toHaveLength(3);
  });

  test.each(types)("%s: unpacking gives the files that it was packed from", (type) => {
    const source = [...folder.keys()].filter((path) => !isTwin(path) && !/^(Resources\/|AIModels\/Stays.xml)/.test(path));
    expect([...unpackZip(pack(folder, type)).keys()].map((path) => path.toLowerCase()).sort()).toEqual(source.map((path) => path.toLowerCase()).sort());
  });
});

test("our own solution comes back to the byte", () => {
  const zip = packBoth(solutionFolder(parts)).managed;
  expect(Buffer.from(pack(unpackZip(zip), "managed")).equals(zip)).toBe(true);
});

describe("pack(unpack(zip)) is the same solution, and the same bytes from then on", () => {
  const manifest = "<ImportExportXml><SolutionManifest><Managed>0</Managed></SolutionManifest></ImportExportXml>";
  const inline = (body: string): Uint8Array => solutionZip({ files: { "solution.xml": manifest, "customizations.xml": `<ImportExportXml>${body}</ImportExportXml>` } });

  test.each<[string, () => Uint8Array, PackageType]>([
    ["the foreign solution", () => pack(foreignFolder()), "unmanaged"],
    ["the foreign solution, managed", () => pack(foreignFolder(), "managed"), "managed"],
    ["one as the server exports it, without declarations", () => roomSolution(), "unmanaged"],
    ["an empty one", () => inline("<Entities/><Roles></Roles>"), "unmanaged"],
    ["roles of one name", () => inline("<Roles><Role id=\"{1}\" name=\"A/B\"/><Role id=\"{2}\" name=\"a/b\"/><Role id=\"{3}\" name=\"CON\"/></Roles>"), "unmanaged"],
    ["a component of an unusual kind among usual ones", () => inline("<Roles><Role id=\"{1}\" name=\"A\"/><Guise/>text</Roles>"), "unmanaged"],
    ["a table without name", () => inline("<Entities><Entity><FormXml><forms type=\"main\"><systemform/></forms></FormXml></Entity></Entities>"), "unmanaged"],
    ["forms of an unusual shape", () => inline("<Entities><Entity><Name>a</Name><FormXml><forms type=\"main\" more=\"1\"><systemform><formid>{1}</formid></systemform></forms></FormXml></Entity></Entities>"), "unmanaged"],
    ["forms of one type in two groups, and a group without forms", () => inline("<Entities><Entity><Name>a</Name><FormXml><forms type=\"main\"><systemform><formid>{1}</formid></systemform></forms><forms type=\"quick\"/><forms type=\"main\"><systemform><formid>{2}</formid></systemform></forms></FormXml><SavedQueries><savedqueries/></SavedQueries></Entity></Entities>"), "unmanaged"],
    ["a list with attributes of its own", () => inline("<EntityMaps some=\"1\"><EntityMap><EntitySource>a</EntitySource></EntityMap></EntityMaps>"), "unmanaged"],
    ["a child that comes twice", () => inline("<Roles><Role id=\"{1}\" name=\"A\"/></Roles><Roles><Role id=\"{2}\" name=\"B\"/></Roles>"), "unmanaged"],
    ["white space that is preserved, and processing instructions", () => inline("<Roles><Role id=\"{1}\" name=\"A\" xml:space=\"preserve\"> <a/> <b xml:space=\"default\"> <c/> </b></Role><Role id=\"{2}\" name=\"B\"><?x y?><a/></Role></Roles><?z?><Gadgets><?x?></Gadgets>"), "unmanaged"],
    ...["constructor", "toString", "__proto__"].map((name): [string, () => Uint8Array, PackageType] => [`elements, attributes and parts named ${name}`, () => solutionZip({ more: `<Roles><${name}/></Roles><${name}><${name} ${name}="1"/></${name}>`, files: { [`${name}/${name}`]: "x" } }), "unmanaged"]),
    ["connectors with and without names, of which one names a file like a definition", () => solutionZip({ more: "<Connectors><Connector><name>a/b</name><openapidefinition>/Connector/a.json</openapidefinition></Connector><Connector><displayname>none</displayname><script>/Connector/b.csx</script></Connector></Connectors>", files: { "Connector/a.json": "{}", "Connector/b.csx": "b" } }), "unmanaged"],
    ["a connector whose file looks like a definition", () => solutionZip({ more: "<Connectors><Connector><name>a</name><policy>/Connector/a.xml</policy></Connector></Connectors>", files: { "Connector/a.xml": "<a/>" } }), "unmanaged"],
    ["connectors whose files differ in the name of their folder only", () => solutionZip({ more: "<Connectors><Connector><name>a</name><x>/Connector/a.json</x><y>/Connectors/a.json</y></Connector></Connectors>", files: { "Connector/a.json": "1", "Connectors/a.json": "2" } }), "unmanaged"],
    ["AI models, and parts beside them", () => solutionZip({ more: "<AIModels><AIModel><msdyn_aimodelid>{1}</msdyn_aimodelid></AIModel></AIModels>", files: { "AIModels/a.json": "{}" } }), "unmanaged"],
    ["parts in the folder of AI models alone", () => solutionZip({ files: { "AIModels/a.xml": "<AIModel/>" } }), "unmanaged"],
    ["children that nobody knows", () => inline("<Gadgets size=\"2\"><Gadget>a<b/>c</Gadget></Gadgets><AIModels><AIModel/></AIModels>"), "unmanaged"],
    ["a namespace that the root declares", () => solutionZip({ files: { "solution.xml": manifest, "customizations.xml": "<ImportExportXml xmlns:y=\"urn:y\"><Roles><Role id=\"{1}\" name=\"A\"><y:x y:z=\"1\"/></Role></Roles></ImportExportXml>" } }), "unmanaged"],
    ["a web resource that is also the folder of another", () => solutionZip({ more: "<WebResources><WebResource><Name>x_/a</Name><FileName>/WebResources/1</FileName></WebResource><WebResource><Name>x_/a/b.js</Name><FileName>/WebResources/2</FileName></WebResource></WebResources>", files: { "WebResources/1": "one", "WebResources/2": "two" } }), "unmanaged"],
    ["a web resource named like a definition", () => solutionZip({ more: "<WebResources><WebResource><Name>x_/a.data.xml</Name><FileName>/WebResources/1</FileName></WebResource></WebResources>", files: { "WebResources/1": "<one/>" } }), "unmanaged"],
    ["templates of several kinds", () => inline("<Templates><ArticleTemplates><ArticleTemplate/></ArticleTemplates><EmailTemplates><EmailTemplate><templateid>{1}</templateid><body>no language</body></EmailTemplate></EmailTemplates></Templates>"), "unmanaged"],
    ["white space that the list preserves", () => inline("<Roles xml:space=\"preserve\"><Role id=\"{1}\" name=\"A\"> <b/> </Role></Roles>"), "unmanaged"],
    ["white space that a table preserves", () => inline("<Entities><Entity xml:space=\"preserve\"><Name>a</Name><RibbonDiffXml> <b/> </RibbonDiffXml></Entity></Entities>"), "unmanaged"],
    ["names with a slash", () => inline("<Entities><Entity><Name>a/b</Name></Entity></Entities><Dashboards><Dashboard><FormId>a/b</FormId></Dashboard></Dashboards><AppModules><AppModule><UniqueName>../x</UniqueName></AppModule></AppModules>"), "unmanaged"],
    ["names with signs of a zip's braces", () => inline("<Roles><Role id=\"{1}\" name=\"100 %7D\"/></Roles>"), "unmanaged"],
    ["a table with two lists of forms, ribbons with text", () => inline("<Entities><Entity><Name>a</Name><FormXml><forms type=\"main\"><systemform><formid>{1}</formid></systemform></forms></FormXml><FormXml/><RibbonDiffXml>text<a/></RibbonDiffXml></Entity></Entities>"), "unmanaged"],
    ["columns of a table that share a formula", () => solutionZip({ tables: [{ name: "x_a", columns: ["x_b", "x_c"].map((name) => ({ name, type: "nvarchar", part: "<FormulaDefinitionFileName>/Formulas/x_a-FormulaDefinitions.yaml</FormulaDefinitionFileName>" })) }], files: { "Formulas/x_a-FormulaDefinitions.yaml": "x_b: 1" } }), "unmanaged"],
    ["a workflow with two files", () => solutionZip({ more: "<Workflows><Workflow WorkflowId=\"{1}\"><JsonFileName>/Workflows/a.json</JsonFileName><XamlFileName>/Workflows/a.xaml</XamlFileName></Workflow></Workflows>", files: { "Workflows/a.json": "{\"properties\":{\"definition\":{}}}", "Workflows/a.xaml": "<a/>" } }), "unmanaged"],
    ["a report whose id is no GUID", () => solutionZip({ more: "<Reports><Report><reportid>{1}</reportid><languagecode>1033</languagecode><FileName>/Reports/x.rdl</FileName></Report></Reports>", files: { "Reports/x.rdl": "<a/>" } }), "unmanaged"],
    ["canvas apps of which one's name begins with another's", () => solutionZip({ more: `<CanvasApps>${["x_a", "x_a_b"].map((name) => `<CanvasApp><Name>${name}</Name><DocumentUri>/CanvasApps/${name}_DocumentUri.msapp</DocumentUri></CanvasApp>`).join("")}</CanvasApps>`, files: { "CanvasApps/x_a_DocumentUri.msapp": "1", "CanvasApps/x_a_b_DocumentUri.msapp": "2" } }), "unmanaged"],
    ["a template that begins with a byte order mark", () => inline("<Templates><EmailTemplates><EmailTemplate><languagecode>1033</languagecode><templateid>{1}</templateid><subject>\uFEFFx</subject><body>a&#13;&#10;b</body></EmailTemplate></EmailTemplates></Templates>"), "unmanaged"],
    ["components of an unusual shape with their files", () => solutionZip({ more: "<WebResources>text<WebResource><Name>x_a</Name><FileName>/WebResources/1</FileName></WebResource></WebResources><CustomControls more=\"1\"><Other/><CustomControl><Name>x_A.B</Name><FileName>/Controls/x_A.B/ControlManifest.xml</FileName></CustomControl></CustomControls>",
      files: { "WebResources/1": "x", "Controls/x_A.B/ControlManifest.xml": "<manifest/>", "Controls/x_A.B/css/a.css": "" } }), "unmanaged"],
  ])("%s", (_what, make, type) => {
    const zip = make();
    const again = pack(unpackZip(zip), type);
    expect(comparePackages(zip, again)).toEqual([]);
    expect(Buffer.from(pack(unpackZip(again), type)).equals(again)).toBe(true);
  });
});
