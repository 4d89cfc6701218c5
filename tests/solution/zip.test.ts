import { childrenOf, descendants } from "#solution/tools/xml/element";
import { parseXml } from "#solution/tools/xml/parse";
import type { PackageType } from "#solution/tools/zip/folder";
import { packFolder } from "#solution/tools/zip/pack";
import { bytes, entriesOf } from "./folder";

const folder = (files: Readonly<Record<string, string>>): ReadonlyMap<string, Uint8Array> => new Map(Object.entries({
  "Other/Solution.xml": "<ImportExportXml><SolutionManifest><UniqueName>x</UniqueName><Managed>2</Managed></SolutionManifest></ImportExportXml>",
  "Other/Customizations.xml": "<ImportExportXml><Entities/><AppModules/><Languages><Language>1033</Language></Languages></ImportExportXml>",
  ...files,
}).map(([path, content]) => [path, bytes(content)]));

const packed = (files: Readonly<Record<string, string>>, type: PackageType = "unmanaged"): Readonly<Record<string, string>> => entriesOf(packFolder(folder(files), type).zip);
const customizations = (zip: Readonly<Record<string, string>>) => parseXml(zip["customizations.xml"] ?? "");

describe("packing any SolutionPackager folder", () => {
  test("the markers of a table are filled from the files beside it", () => {
    const root = customizations(packed({
      "Entities/x_Room/Entity.xml": "<Entity><Name>x_room</Name><FormXml/><SavedQueries/><RibbonDiffXml/><Visualizations/></Entity>",
      "Entities/x_Room/FormXml/main/{1}.xml": "<forms><systemform><formid>{1}</formid></systemform></forms>",
      "Entities/x_Room/FormXml/quick/{2}.xml": "<forms><systemform><formid>{2}</formid></systemform></forms>",
      "Entities/x_Room/SavedQueries/{3}.xml": "<savedqueries><savedquery><savedqueryid>{3}</savedqueryid></savedquery></savedqueries>",
      "Entities/x_Room/Visualizations/{4}.xml": "<visualization><savedqueryvisualizationid>{4}</savedqueryvisualizationid></visualization>",
      "Entities/x_Room/RibbonDiff.xml": "<RibbonDiffXml><CustomActions/></RibbonDiffXml>",
    }));
    expect(descendants(root, "forms").map(({ attributes }) => attributes)).toEqual([{ type: "main" }, { type: "quick" }]);
    expect(["systemform", "savedquery", "visualization", "CustomActions"].map((name) => descendants(root, name).length)).toEqual([2, 1, 1, 1]);
  });

  test("folders that are not known go in as they are; braces are escaped", () => {
    const zip = packed({ "customapis/x_Do/customapi.xml": "<customapi/>", "botcomponents/{a}/data": "{" });
    expect(zip["customapis/x_Do/customapi.xml"]).toBe("<customapi/>");
    expect(zip["botcomponents/%7Ba%7D/data"]).toBe("{");
    expect(zip["[Content_Types].xml"]).toContain("PartName=\"/botcomponents/%7Ba%7D/data\"");
  });

  test("a child with content stays as it is", () => expect(packed({})["customizations.xml"]).toContain("<Language>1033</Language>"));

  test("a _managed twin serves the managed package only", () => {
    const files = { "AppModules/x/AppModule.xml": "<AppModule><a/></AppModule>", "AppModules/x/AppModule_managed.xml": "<AppModule><b/></AppModule>" };
    const app = (type: PackageType) => descendants(customizations(packed(files, type)), "AppModule").map((found) => childrenOf(found)[0]?.name);
    expect([app("unmanaged"), app("managed")]).toEqual([["a"], ["b"]]);
  });

  test("a _managed twin of nothing is missing in the unmanaged package, which is told", () => {
    const files = { "AppModules/x/AppModule_managed.xml": "<AppModule><UniqueName>x</UniqueName></AppModule>", "Other/Solution.xml": "<ImportExportXml><SolutionManifest><Managed>2</Managed><RootComponents><RootComponent type=\"80\" schemaName=\"x\"/></RootComponents></SolutionManifest></ImportExportXml>" };
    const told = "AppModules/x/AppModule_managed.xml was left out: it serves managed packages only, and there is no AppModules/x/AppModule.xml.";
    expect(packFolder(folder(files), "unmanaged").notices).toContain(told);
    expect(packFolder(folder(files), "managed").notices).toEqual([]);
    expect(packFolder(folder({ ...files, "AppModules/x/AppModule.xml": "<AppModule/>" }), "unmanaged").notices).not.toContain(told);
  });

  test("elsewhere _managed is a part of a name", () => {
    const files = { "Other/Customizations.xml": "<ImportExportXml><optionsets/></ImportExportXml>", "OptionSets/x_a.xml": "<optionset Name=\"x_a\"/>", "OptionSets/x_a_managed.xml": "<optionset Name=\"x_a_managed\"/>" };
    expect(descendants(customizations(packed(files)), "optionset")).toHaveLength(2);
    expect(descendants(customizations(packed(files, "managed")), "optionset")).toHaveLength(2);
  });

  test.each([["2", "0", "1"], ["0", "0", null], ["1", null, "1"]] as const)("a source that says Managed %s gives unmanaged %s, managed %s", (source, unmanaged, managed) => {
    const files = { "Other/Solution.xml": `<ImportExportXml><SolutionManifest><Managed>${source}</Managed></SolutionManifest></ImportExportXml>` };
    for (const [type, wanted] of [["unmanaged", unmanaged], ["managed", managed]] as const) {
      if (wanted === null) expect(() => packed(files, type)).toThrow(`DULY-PACK-009 Other/Solution.xml says Managed ${source}`);
      else expect(packed(files, type)["solution.xml"]).toContain(`<Managed>${wanted}</Managed>`);
    }
  });

  test("what is left out on purpose is told", () => {
    const { zip, notices } = packFolder(folder({ "Resources/1036/resources.1036.resx": "<root/>", "CanvasApps/src/x/App.fx.yaml": "a: 1" }), "unmanaged");
    expect(Object.keys(entriesOf(zip))).toEqual(["customizations.xml", "solution.xml", "[Content_Types].xml"]);
    expect(notices).toEqual([expect.stringContaining("CanvasApps/src/"), expect.stringMatching(/^Resources\/ .*translations that stand only there are not in the zip/)]);
  });

  test("a folder named like a child of customizations.xml that takes no files is packed as it is, which is told", () => {
    const { zip, notices } = packFolder(folder({ "ServiceEndpoints/a.xml": "<ServiceEndpoint/>", "serviceendpoints/a/serviceendpoint.xml": "<serviceendpoint/>" }), "unmanaged");
    expect(entriesOf(zip)["ServiceEndpoints/a.xml"]).toBe("<ServiceEndpoint/>");
    expect(notices).toEqual(["ServiceEndpoints/ went into the zip as it is, where an import does not look for it. Put its components inline into <ServiceEndpoints> of Other/Customizations.xml."]);
  });

  test("files beside AI models are packed as they are, which is told", () => {
    const { zip, notices } = packFolder(folder({ "AIModels/a/AIModel.xml": "<AIModel><msdyn_aimodelid>{1}</msdyn_aimodelid></AIModel>", "AIModels/a/x.xml": "<Schedule/>", "AIModels/a/y.json": "{}", "Other/Customizations.xml": "<ImportExportXml><AIModels/></ImportExportXml>" }), "unmanaged");
    expect(Object.keys(entriesOf(zip))).toEqual(["AIModels/a/x.xml", "AIModels/a/y.json", "customizations.xml", "solution.xml", "[Content_Types].xml"]);
    expect(entriesOf(zip)["customizations.xml"]).toMatch(/<AIModels>\s*<AIModel>\s*<msdyn_aimodelid>/);
    expect(notices).toEqual([expect.stringMatching(/^AIModels\/a\/x\.xml, AIModels\/a\/y\.json went into the zip as in the folder/)]);
  });

  test("a namespace of a file's root comes along", () => {
    const files = { "Entities/a/Entity.xml": "<Entity><Name>a</Name><FormXml/></Entity>", "Entities/a/FormXml/main/{1}.xml": "<forms xmlns:y=\"urn:y\"><systemform><y:mark/></systemform></forms>" };
    expect(descendants(customizations(packed(files)), "systemform")[0]?.attributes).toEqual({ "xmlns:y": "urn:y" });
  });
});
