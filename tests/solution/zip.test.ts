import { descendants } from "#solution/tools/xml/element";
import { parseXml } from "#solution/tools/xml/parse";
import { zipFolder } from "#solution/tools/zip";
import { bytes, entriesOf } from "./folder";

const folder = (files: Readonly<Record<string, string>>): ReadonlyMap<string, Uint8Array> => new Map(Object.entries({
  "Other/Solution.xml": "<ImportExportXml><SolutionManifest><UniqueName>x</UniqueName><Managed>2</Managed></SolutionManifest></ImportExportXml>",
  "Other/Customizations.xml": "<ImportExportXml><Entities/><AppModules/><Languages><Language>1033</Language></Languages></ImportExportXml>",
  ...files,
}).map(([path, content]) => [path, bytes(content)]));

const entity = (markers: string): string => `<Entity><Name>x_room</Name>${markers}</Entity>`;
const form = "<forms><systemform><formid>{1}</formid></systemform></forms>";

describe("packing any SolutionPackager folder", () => {
  test("markers are filled; a file without its marker is dropped, as the platform's packer does", () => {
    const files = { "Entities/x_Room/FormXml/main/{1}.xml": form, "Entities/x_Room/SavedQueries/{2}.xml": "<savedqueries><savedquery/></savedqueries>" };
    const zip = entriesOf(zipFolder(folder({ ...files, "Entities/x_Room/Entity.xml": entity("<FormXml/>") }), "unmanaged"));
    const root = parseXml(zip["customizations.xml"] ?? "");
    expect(descendants(root, "forms")[0]?.attributes).toEqual({ type: "main" });
    expect(descendants(root, "systemform")).toHaveLength(1);
    expect(descendants(root, "savedquery")).toHaveLength(0);
    expect(Object.keys(zip)).toEqual(["customizations.xml", "solution.xml", "[Content_Types].xml"]);
  });

  test("a child that is not in the work list leaves its files loose; braces are escaped", () => {
    const zip = entriesOf(zipFolder(folder({ "Dashboards/{1}.xml": "<Dashboard/>", "customapis/x_Do/customapi.xml": "<customapi/>" }), "unmanaged"));
    expect(Object.keys(zip)).toContain("Dashboards/%7B1%7D.xml");
    expect(zip["customapis/x_Do/customapi.xml"]).toBe("<customapi/>");
  });

  test("a child with content stays as it is", () => {
    expect(entriesOf(zipFolder(folder({}), "unmanaged"))["customizations.xml"]).toContain("<Language>1033</Language>");
  });

  test("a _managed twin serves the managed package only", () => {
    const source = folder({ "AppModules/x/AppModule.xml": "<AppModule><a/></AppModule>", "AppModules/x/AppModule_managed.xml": "<AppModule><b/></AppModule>" });
    expect(entriesOf(zipFolder(source, "unmanaged"))["customizations.xml"]).toMatch(/<a\/>/);
    expect(entriesOf(zipFolder(source, "unmanaged"))["customizations.xml"]).not.toMatch(/<b\/>/);
    expect(entriesOf(zipFolder(source, "managed"))["customizations.xml"]).toMatch(/<b\/>/);
    expect(entriesOf(zipFolder(source, "managed"))["customizations.xml"]).not.toMatch(/<a\/>/);
  });

  test("a source that is managed only cannot be packed unmanaged", () => {
    const source = new Map([...folder({}), ["Other/Solution.xml", bytes("<ImportExportXml><SolutionManifest><Managed>1</Managed></SolutionManifest></ImportExportXml>")]]);
    expect(() => zipFolder(source, "unmanaged")).toThrow("DULY-PACKAGE-009");
    expect(entriesOf(zipFolder(source, "managed"))["solution.xml"]).toContain("<Managed>1</Managed>");
  });

  test("only listed relationships go in", () => {
    const source = folder({
      "Other/Customizations.xml": "<ImportExportXml><EntityRelationships/></ImportExportXml>",
      "Other/Relationships.xml": "<EntityRelationships><EntityRelationship Name=\"a\"/></EntityRelationships>",
      "Other/Relationships/x_Room.xml": "<EntityRelationships><EntityRelationship Name=\"a\"><x/></EntityRelationship><EntityRelationship Name=\"b\"/></EntityRelationships>",
    });
    const root = parseXml(entriesOf(zipFolder(source, "unmanaged"))["customizations.xml"] ?? "");
    expect(descendants(root, "EntityRelationship").map((entry) => entry.attributes.Name)).toEqual(["a"]);
  });

  test("a missing work list is named", () => expect(() => zipFolder(new Map(), "unmanaged")).toThrow("DULY-PACKAGE-007"));
});
