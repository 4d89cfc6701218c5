import { PackError } from "#solution/tools/fault";
import type { Folder } from "#solution/tools/zip/folder";
import { packFolder } from "#solution/tools/zip/pack";
import { readZip } from "#solution/tools/zip/read";
import { zipped } from "#solution/tools/zip/write";
import { bytes, rewritten, without } from "./folder";
import { foreignFolder } from "./foreign";

const whole = foreignFolder();
const form = "Entities/clin_Visit/FormXml/main/{7a1e0000-0000-4000-8000-000000000001}.xml";

const added = (path: string, content = "<x/>") => (folder: Folder): Folder => {
  if (folder.has(path)) throw new Error(`${path} is there already.`);
  return new Map([...folder, [path, bytes(content)]]);
};
const copied = (from: string, to: string) => (folder: Folder): Folder => new Map([...folder, [to, folder.get(from) ?? bytes("")]]);
const changed = (path: RegExp, from: string | RegExp, to: string) => (folder: Folder): Folder => rewritten(folder, path, (text) => text.replace(from, to));
const removed = (path: RegExp) => (folder: Folder): Folder => without(folder, path);

const sentTo = (part: string) => changed(/clin_logo\.data\.xml$/, /<FileName>.*<\/FileName>/, `<FileName>${part}</FileName>`);

/** Everything that packing refuses, as "code place[:line]" and a part of what it says. */
function refusals(folder: Folder): readonly string[] {
  try {
    packFolder(folder, "unmanaged");
    return [];
  } catch (error) {
    if (error instanceof PackError) return error.message.split("\n");
    throw error;
  }
}

const customizations = /^Other\/Customizations\.xml$/;

type Mutation = readonly [start: string, mend: string, change: (folder: Folder) => Folder];

const mutations: readonly Mutation[] = [
  ["DULY-PACK-007 Other/Solution.xml", "Name the folder that has the folder Other in it", removed(/^Other\/Solution\.xml$/)],
  ["DULY-PACK-007 Other/Customizations.xml", "is missing", removed(customizations)],
  ["DULY-PACK-043 Other/Customizations.xml:2", "begins with <Customizations> instead of <ImportExportXml>", changed(customizations, /ImportExportXml/g, "Customizations")],
  ["DULY-PACK-043 Other/Solution.xml:2", "begins with <Solution>", changed(/^Other\/Solution\.xml$/, /ImportExportXml/g, "Solution")],
  ["DULY-PACK-010 Roles/.gitkeep", "names it. Correct its name if a definition means it, else delete it.", added("Roles/.gitkeep", "")],
  ["DULY-PACK-008 Roles/Ward clerk.xml:3", "<IsCustomizable> of line 3 is not closed before </IsCustom>.", changed(/^Roles\//, "<IsCustomizable>1</IsCustomizable>", "<IsCustomizable>1</IsCustom>")],
  ["DULY-PACK-008 customapis/clin_Triage/customapi.xml:1", "unclosed tag", changed(/customapi\.xml$/, "</customapi>", "")],
  ["DULY-PACK-008 Roles/deep.xml:1", "nested deeper than 1000", added("Roles/deep.xml", "<a>".repeat(1001) + "</a>".repeat(1001))],
  ["DULY-PACK-008 Roles/binary.xml", "not valid", (folder) => new Map([...folder, ["Roles/binary.xml", Uint8Array.of(0x3c, 0xff, 0x3e)]])],
  ["DULY-PACK-009 Other/Solution.xml", "says Managed 1: it cannot be packed unmanaged", changed(/^Other\/Solution\.xml$/, "<Managed>2<", "<Managed>1<")],
  ["DULY-PACK-010 notes.txt", "Delete it, or move it", added("notes.txt")],
  ["DULY-PACK-010 Other/Notes.xml", "inline into Other/Customizations.xml", added("Other/Notes.xml")],
  ["DULY-PACK-010 Roles/notes.txt", "no component of <Roles/> in Other/Customizations.xml:4 names it", added("Roles/notes.txt")],
  ["DULY-PACK-010 Entities/clin_Visit/notes.txt", "no component of <Entities/> in Other/Customizations.xml:3 names it", added("Entities/clin_Visit/notes.txt")],
  ["DULY-PACK-010 Entities/clin_Lost/FormXml/main/{1}.xml", "Entities/clin_Lost/Entity.xml is missing", added("Entities/clin_Lost/FormXml/main/{1}.xml", "<forms/>")],
  ["DULY-PACK-010 WebResources/clin_/js/visit.js", "Add WebResources/clin_/js/visit.js.data.xml", removed(/visit\.js\.data\.xml$/)],
  ["DULY-PACK-010 WebResources/clin_logo", "does not say in which file of the zip it goes", changed(/clin_logo\.data\.xml$/, /<FileName>.*<\/FileName>/, "")],
  ["DULY-PACK-010 CanvasApps/other.msapp", "no component of <CanvasApps/> in Other/Customizations.xml:36 names it", added("CanvasApps/other.msapp")],
  ["DULY-PACK-010 Templates/EmailDocuments/1036/{1}/body.xsl", "no template of Templates/EmailTemplates.xml has this language and id", added("Templates/EmailDocuments/1036/{1}/body.xsl")],
  ["DULY-PACK-011 AppModules/clin_app/AppModule.xml", "Other/Customizations.xml:2 has no <AppModules/>", changed(customizations, "<AppModules />", "")],
  ["DULY-PACK-011 Other/FieldSecurityProfiles.xml", "has no <FieldSecurityProfiles/>", changed(customizations, "<FieldSecurityProfiles />", "")],
  ["DULY-PACK-011 Other/Relationships/Account.xml", "has no <EntityRelationships/>", changed(customizations, "<EntityRelationships />", "")],
  [`DULY-PACK-011 ${form}`, "Entities/clin_Visit/Entity.xml:2 has no <FormXml/>", changed(/clin_Visit\/Entity\.xml$/, "<FormXml />", "")],
  ["DULY-PACK-011 Entities/Account/RibbonDiff.xml", "has no <RibbonDiffXml/>", changed(/Account\/Entity\.xml$/, "<RibbonDiffXml />", "")],
  ["DULY-PACK-012 Roles/Ward clerk.xml", "<Roles> of Other/Customizations.xml:4 has content of its own", changed(customizations, "<Roles />", "<Roles><Role name=\"x\"/></Roles>")],
  ["DULY-PACK-012 Entities/clin_Visit/RibbonDiff.xml", "<RibbonDiffXml> of Entities/clin_Visit/Entity.xml", changed(/clin_Visit\/Entity\.xml$/, "<RibbonDiffXml />", "<RibbonDiffXml><CustomActions/></RibbonDiffXml>")],
  ["DULY-PACK-012 Templates/EmailDocuments/1033/{7a1e0000-0000-4000-8000-000000000080}/body.xsl", "<body> of the template", changed(/EmailTemplates\.xml$/, "<body>", "<body>text")],
  ["DULY-PACK-013 Roles/x.xml:1", "holds <Rolle>, which is no component known here (wanted: <Role>)", added("Roles/x.xml", "<Rolle/>")],
  [`DULY-PACK-013 ${form}:3`, "holds <sysform>", changed(/FormXml\/main\/[^_]*\}\.xml$/, /systemform/g, "sysform")],
  ["DULY-PACK-013 Entities/clin_Visit/Visualizations/{1}.xml:1", "wanted: <visualization>", added("Entities/clin_Visit/Visualizations/{1}.xml", "<chart/>")],
  ["DULY-PACK-013 Gadgets/x.xml", "how its files fill it is not known", (folder) => added("Gadgets/x.xml")(changed(customizations, "<Roles />", "<Roles /><Gadgets/>")(folder))],
  ["DULY-PACK-014 Roles/copy.xml:2", "Role 7a1e0000-0000-4000-8000-000000000060 is there already, in Roles/Ward clerk.xml:2;", (folder) => changed(/^Roles\/copy/, "{7a1e", "{7A1E")(copied("Roles/Ward clerk.xml", "Roles/copy.xml")(folder))],
  ["DULY-PACK-014 Entities/clin_Visit/FormXml/quick/{9}.xml:3", "systemform", copied(form, "Entities/clin_Visit/FormXml/quick/{9}.xml")],
  ["DULY-PACK-014 OptionSets/z.xml:2", "optionset clin_ward", copied("OptionSets/clin_ward.xml", "OptionSets/z.xml")],
  ["DULY-PACK-014 Other/Customizations.xml:5", "marker <Roles/> is there already, in Other/Customizations.xml:4;", changed(customizations, "<Roles />", "<Roles />\n<Roles />")],
  ["DULY-PACK-014 environmentvariabledefinitions/other/environmentvariabledefinition.xml:1", "clin_mode is there already", copied("environmentvariabledefinitions/clin_mode/environmentvariabledefinition.xml", "environmentvariabledefinitions/other/environmentvariabledefinition.xml")],
  ["DULY-PACK-014 customapis/clin_Triage/customapirequestparameters/b/customapirequestparameter.xml:1", "Visit is there already",
    copied("customapis/clin_Triage/customapirequestparameters/Visit/customapirequestparameter.xml", "customapis/clin_Triage/customapirequestparameters/b/customapirequestparameter.xml")],
  ["DULY-PACK-014 Other/Customizations.xml:4", "Role 7a1e0000-0000-4000-8000-000000000099 is there already, in Other/Customizations.xml:4;", (folder) => removed(/^Roles\//)(changed(customizations, "<Roles />", `<Roles>${["{7a1e", "7A1E"].map((start) => `<Role id="${start}0000-0000-4000-8000-000000000099"/>`).join("")}</Roles>`)(folder))],
  ["DULY-PACK-014 Other/Customizations.xml:43", "connectionreference clin_dv is there already", changed(customizations, /<connectionreference [\s\S]*?<\/connectionreference>/, "$&\n$&")],
  [`DULY-PACK-014 ${form}:3`, "systemform 7a1e0000-0000-4000-8000-000000000001 is there already, in Entities/Account/Entity.xml:19;", changed(/Account\/Entity\.xml$/, "<RibbonDiffXml />", `<RibbonDiffXml /><FormXml><forms type="main"><systemform><formid>{7a1e0000-0000-4000-8000-000000000001}</formid></systemform></forms></FormXml>`)],
  ["DULY-PACK-014 Entities/Account/Entity.xml:20", "marker <RibbonDiffXml/> is there already", changed(/Account\/Entity\.xml$/, "<RibbonDiffXml />", "<RibbonDiffXml />\n<RibbonDiffXml />")],
  ["DULY-PACK-014 Templates/EmailTemplates.xml:17", "EmailTemplate 7a1e0000-0000-4000-8000-000000000080 is there already", changed(/EmailTemplates\.xml$/, /<EmailTemplate>[\s\S]*<\/EmailTemplate>/, "$&\n$&")],
  ["DULY-PACK-015 Other/Customizations.xml", "names the file Workflows/gone.xaml", (folder) => removed(/^Workflows\//)(changed(customizations, "<Workflows />", "<Workflows><Workflow WorkflowId=\"{1}\"><XamlFileName>/Workflows/gone.xaml</XamlFileName></Workflow></Workflows>")(folder))],
  ["DULY-PACK-040 Other/Customizations.xml", "names the file customapis/clin_Triage/customapi.xml, which does not lie in the folder of <Workflows>", (folder) => removed(/^Workflows\//)(changed(customizations, "<Workflows />", "<Workflows><Workflow WorkflowId=\"{1}\"><XamlFileName>/customapis/clin_Triage/customapi.xml</XamlFileName></Workflow></Workflows>")(folder))],
  ["DULY-PACK-014 WebResources/clin_logo.data.xml:2", "WebResource clin_/js/visit.js is there already", changed(/clin_logo\.data\.xml$/, "<Name>clin_logo<", "<Name>clin_/js/visit.js<")],
  ["DULY-PACK-014 PluginAssemblies/Clinic-7A1E0000-0000-4000-8000-000000000070/Clinic.dll.data.xml:9", "PluginType 7a1e0000-0000-4000-8000-000000000071 is there already", changed(/Clinic\.dll\.data\.xml$/, /<PluginType [\s\S]*?<\/PluginType>/, "$&\n$&")],
  ["DULY-PACK-015 pluginpackages/clin_P/pluginpackage.xml", "names the file pluginpackages/clin_P/package/P.nupkg", added("pluginpackages/clin_P/pluginpackage.xml", "<pluginpackage uniquename=\"clin_P\"><package>P.nupkg</package></pluginpackage>")],
  ["DULY-PACK-019 msdyn_x/a\\b.txt", "its name has a backslash. Rename it.", added("msdyn_x/a\\b.txt")],
  ["DULY-PACK-008 Templates/EmailDocuments/1033/{7a1e0000-0000-4000-8000-000000000080}/body.xsl:2", "a character that XML cannot carry", changed(/body\.xsl$/, "<p>", "<p>\u0000")],
  ["DULY-PACK-008 Templates/EmailDocuments/1033/{7a1e0000-0000-4000-8000-000000000080}/body.xsl", "it is not valid UTF-8", (folder) => new Map([...folder, ["Templates/EmailDocuments/1033/{7a1e0000-0000-4000-8000-000000000080}/body.xsl", Uint8Array.of(0x3c, 0xff)]])],
  ["DULY-PACK-008 Workflows/Triage-7A1E0000-0000-4000-8000-000000000050.xaml:8", "unclosed tag", changed(/Triage.*xaml$/, "</Activity>", "")],
  ["DULY-PACK-008 Reports/1033/{7a1e0000-0000-4000-8000-000000000030}/fees.rdl:1", "unclosed tag", changed(/fees\.rdl$/, " />", ">")],
  ["DULY-PACK-015 WebResources/clin_logo.data.xml", "names the file WebResources/clin_logo7A1E", removed(/clin_logo$/)],
  ["DULY-PACK-015 CanvasApps/clin_rounds_1a2b3.meta.xml", "DocumentUri.msapp", removed(/msapp$/)],
  ["DULY-PACK-015 Entities/clin_Visit/Entity.xml", "Formulas/clin_visit-clin_fee.xaml", removed(/Formulas\//)],
  ["DULY-PACK-015 Connectors/clin_5Fbeds.xml", "names the file Connectors/clin_5Fbeds_iconblob.Png", removed(/iconblob\.Png$/)],
  ["DULY-PACK-010 Connectors/other.json", "no component of <Connectors/> in Other/Customizations.xml:37 names it", added("Connectors/other.json", "{}")],
  ["DULY-PACK-011 Connectors/clin_5Fbeds.xml", "has no <Connectors/>", changed(customizations, "<Connectors />", "")],
  ["DULY-PACK-013 Connectors/x.xml:1", "wanted: <Connector>", added("Connectors/x.xml")],
  ["DULY-PACK-014 Connectors/copy.xml:2", "Connector clin_5Fbeds is there already", copied("Connectors/clin_5Fbeds.xml", "Connectors/copy.xml")],
  ["DULY-PACK-014 AIModels/copy.xml:2", "AIModel 7a1e0000-0000-4000-8000-000000000031 is there already", copied("AIModels/Stays.xml", "AIModels/copy.xml")],
  ["DULY-PACK-016 Other/Relationships/Account.xml", "Other/Relationships.xml does not list it", changed(/^Other\/Relationships\.xml$/, "clin_account_visit", "clin_other")],
  ["DULY-PACK-016 Other/Relationships.xml", "no file of Other/Relationships/ defines it", removed(/Relationships\/clin_Visit\.xml$/)],
  ["DULY-PACK-017 WebResources/clin_logo", "becomes WebResources/clin_jsvisitjs7A1E0000-0000-4000-8000-000000000040 in the zip, and so does WebResources/clin_/js/visit.js",
    changed(/clin_logo\.data\.xml$/, /<FileName>.*<\/FileName>/, "<FileName>/WebResources/clin_jsvisitjs7A1E0000-0000-4000-8000-000000000040</FileName>")],
  ...["/solution.xml", "/Customizations.xml", "/[Content_Types].xml"].map((part): Mutation => ["DULY-PACK-017 WebResources/clin_logo", `becomes ${part.slice(1)} in the zip, and so does`, sentTo(part)]),
  ["DULY-PACK-018 Workflows/SayHello-7A1E0000-0000-4000-8000-000000000051.json:13", "not well-formed JSON", changed(/SayHello.*json$/, "\"inputs\":", "\"inputs\" ")],
  ["DULY-PACK-018 msdyn_x/a.json:3", "not well-formed JSON", added("msdyn_x/a.json", "{\n \"a\": [1,\n 2")],
  ...["/WebResources/../../evil", "//etc/x", "/WebResources//x", "/C:/x", "/a\\\\b"].map((part): Mutation => ["DULY-PACK-019 WebResources/clin_logo", "Correct the name in the component's definition", sentTo(part)]),
  ["DULY-PACK-008 Roles/Ward clerk.xml:2", "DOCTYPE", changed(/^Roles\//, "?>", "?>\n<!DOCTYPE Role>")],
  ["DULY-PACK-014 customapis/other/customapi.xml:1", "customapi clin_Triage is there already", copied("customapis/clin_Triage/customapi.xml", "customapis/other/customapi.xml")],
  ["DULY-PACK-015 Controls/clin_Clinic.Pulse/ControlManifest.xml", "names the file Controls/clin_Clinic.Pulse/bundle.js", removed(/Pulse\/bundle\.js$/)],
  ["DULY-PACK-019 msdyn_x/%7Ba%7D.json", "Write { and } in the name", added("msdyn_x/%7Ba%7D.json", "{}")],
  ["DULY-PACK-019 msdyn_x/CON", "Windows cannot keep the name \"CON\"", added("msdyn_x/CON")],
  ["DULY-PACK-019 Controls/clin_Clinic.Pulse/css/aux.css", "Rename it", added("Controls/clin_Clinic.Pulse/css/aux.css")],
  ...["/customapis/clin_Other/customapi.xml", "/Workflows/x.json", "/x"].map((part): Mutation => ["DULY-PACK-040 WebResources/clin_logo", `names the file ${part.slice(1)}, which does not lie in WebResources/`, sentTo(part)]),
  ["DULY-PACK-040 PluginAssemblies/Clinic-7A1E0000-0000-4000-8000-000000000070/Clinic.dll", "does not lie in PluginAssemblies/", changed(/Clinic\.dll\.data\.xml$/, "/PluginAssemblies/", "/pluginpackages/")],
  ["DULY-PACK-028 Workflows/SayHello-7A1E0000-0000-4000-8000-000000000051.json", "Export the flow again", changed(/SayHello.*json$/, /[\s\S]*/, "[1]")],
];

describe("packing refuses a folder", () => {
  test("but not the one that the mutations start from", () => expect(refusals(whole)).toEqual([]));

  test.each(mutations)("%s (%s)", (start, mend, change) => {
    const told = refusals(change(whole));
    const meant = told.filter((line) => line.startsWith(`${start} `) && line.includes(mend));
    expect(meant.length === 1 ? "as meant" : told.join("\n")).toBe("as meant");
  });

  test("with everything that is wrong at once", () => {
    const broken = [added("notes.txt"), removed(/clin_logo$/), copied("OptionSets/clin_ward.xml", "OptionSets/z.xml")].reduce((folder, change) => change(folder), whole);
    expect(refusals(broken).map((line) => line.slice(0, 13))).toEqual(["DULY-PACK-010", "DULY-PACK-014", "DULY-PACK-015"]);
  });

  test("and every code of the folder is proven here", () => {
    const codes = [...new Set(mutations.map(([start]) => start.slice(10, 13)))].sort();
    expect(codes).toEqual(["007", "008", "009", "010", "011", "012", "013", "014", "015", "016", "017", "018", "019", "028", "040", "043"]);
  });
});

test("more files than the directory of a zip can count are refused", () => {
  const parts = new Map(Array.from({ length: 65_535 }, (_, index) => [`Assets/${index}.txt`, new Uint8Array()]));
  expect(() => zipped(parts)).toThrow("DULY-PACK-037");
});

describe("what is packed can be unpacked", () => {
  const part = "Assets/large.txt";

  test("also where it shrinks so far that it would look like a bomb: it is stored as it is", () => {
    const content = new Uint8Array(4 << 20);
    const zip = zipped(new Map([[part, content], ["Assets/small.txt", new Uint8Array(1000)]]));
    expect(readZip(zip).get(part)).toEqual(content);
    expect(zip.length).toBeLessThan(content.length + 2000);
  });

  test("or is refused: more bytes than a zip may hold", () => {
    const parts = new Map([[part, new Uint8Array(5000)]]);
    expect(() => zipped(parts, { total: 5000, ratio: 400 })).toThrow(/^DULY-PACK-041 The solution holds 5\d{3} bytes, more than the 5000 /);
    expect(zipped(parts, { total: 6000, ratio: 400 }).length).toBeGreaterThan(0);
  });
});
