import { strToU8, unzipSync, zipSync } from "fflate";
import { type Difference, toldDifference } from "#solution/tools/compare/difference";
import { comparePackages } from "#solution/tools/compare/package";
import { packFolder } from "#solution/tools/zip/pack";
import { rewritten, text, without } from "./folder";
import { foreignFolder } from "./foreign";

const whole = packFolder(foreignFolder(), "unmanaged").zip;
const parts = new Map(Object.entries(unzipSync(whole)));
const zipped = (changed: ReadonlyMap<string, Uint8Array>): Uint8Array => zipSync(Object.fromEntries(changed));
const changed = (part: RegExp, from: string | RegExp, to: string): Uint8Array => zipped(rewritten(parts, part, (content) => content.replace(from, to)));
const inCustomizations = (from: string | RegExp, to: string): Uint8Array => changed(/^customizations\.xml$/, from, to);

/** The planted difference and the one line that must be told of it. */
const planted: readonly (readonly [what: string, right: () => Uint8Array, component: RegExp, path: RegExp, sides: readonly [string | null, string | null]])[] = [
  ["another version", () => changed(/^solution\.xml$/, "1.4.0.2", "1.4.0.3"), /^solution\.xml$/, /^SolutionManifest\/Version$/, ["1.4.0.2", "1.4.0.3"]],
  ["a root component less", () => changed(/^solution\.xml$/, /<RootComponent type="29"[^>]*>/, ""), /^solution\.xml$/, /RootComponents\/RootComponent\[29 7a1e/, ["<RootComponent", null]],
  ["an attribute of the document", () => inCustomizations("OrganizationSchemaType=\"Standard\"", "OrganizationSchemaType=\"Full\""), /^customizations\.xml$/, /^@OrganizationSchemaType$/, ["Standard", "Full"]],
  ["a column's property", () => inCustomizations("<Type>ntext</Type>", "<Type>nvarchar</Type>"), /^Entity clin_Visit$/, /EntityInfo\/entity\[clin_Visit\]\/attributes\/attribute\[clin_Note\]\/Type$/, ["ntext", "nvarchar"]],
  ["a column less", () => inCustomizations(/<attribute PhysicalName="clin_Ward">[\s\S]*?<\/attribute>/, ""), /^Entity Account$/, /attribute\[clin_Ward\]$/, ["<attribute PhysicalName=\"clin_Ward\">", null]],
  ["a label", () => inCustomizations("description=\"Card\"", "description=\"Cards\""), /^Entity clin_Visit$/, /systemform\[7a1e0000-0000-4000-8000-000000000003\].*@description$/, ["Card", "Cards"]],
  ["a form less", () => inCustomizations(/<forms type="quick">[\s\S]*?<\/forms>/, ""), /^Entity clin_Visit$/, /^FormXml\/forms\[quick\]$/, ["<forms", null]],
  ["the order of columns in a view", () => inCustomizations(/(<cell name="clin_fee"[^>]*>)(\s*)(<cell name="createdon"[^>]*>)/, "$3$2$1"), /^Entity clin_Visit$/, /row\[clin_visitid\]\/order of cell$/, ["cell[clin_fee], cell[createdon]", "cell[createdon], cell[clin_fee]"]],
  ["the order of choices", () => inCustomizations(/(<option value="314150001">[\s\S]*?<\/option>)\s*(<option value="314150000"[^>]*>)/, "$2$1"), /^optionset clin_ward$/, /options\/order of option$/, ["option[314150001]", "option[314150000]"]],
  ["the order of areas", () => inCustomizations(/(<Area Id="Workplace"\/>)(\s*)(<Area Id="Settings"\/>)/, "$3$2$1"), /^SiteMap$/, /order of Area$/, ["Area[Workplace]", "Area[Settings]"]],
  ["a chart", () => inCustomizations("aggregate=\"sum\"", "aggregate=\"avg\""), /^Entity clin_Visit$/, /Visualizations\/visualization.*@aggregate$/, ["sum", "avg"]],
  ["a role's privilege", () => inCustomizations("name=\"prvReadclin_Visit\" level=\"Global\"", "name=\"prvReadclin_Visit\" level=\"Basic\""), /^Role 7a1e0000-0000-4000-8000-000000000060$/, /RolePrivilege\[prvReadclin_Visit\]\/@level$/, ["Global", "Basic"]],
  ["a role more", () => inCustomizations("<Roles>", "<Roles><Role id=\"{1}\" name=\"New\"/>"), /^Role \{1\}$/, /^$/, [null, "<Role id=\"{1}\" name=\"New\"/>"]],
  ["a secured column", () => inCustomizations("<CanRead>4</CanRead>", "<CanRead>0</CanRead>"), /^FieldSecurityProfile/, /FieldPermission\[clin_visit clin_fee\]\/CanRead$/, ["4", "0"]],
  ["a relationship", () => inCustomizations("<EntityRelationshipType>OneToMany<", "<EntityRelationshipType>ManyToMany<"), /^EntityRelationship clin_account_visit$/, /EntityRelationshipType$/, ["OneToMany", "ManyToMany"]],
  ["a template's text", () => inCustomizations("Come &amp; see", "Come &amp; look"), /^EmailTemplates$/, /EmailTemplate\[7a1e0000-0000-4000-8000-000000000080\]\/body$/, ["Come & see", "Come & look"]],
  ["a step's stage", () => inCustomizations("<Stage>20<", "<Stage>40<"), /^SdkMessageProcessingStep 7a1e/, /^Stage$/, ["20", "40"]],
  ["a connection", () => inCustomizations("shared_commondataserviceforapps", "shared_sql"), /^connectionreferences$/, /connectionreference\[clin_dv\]\/connectorid$/, ["shared_common", "shared_sql"]],
  ["a child of the document that nobody knows", () => inCustomizations("<Languages>", "<Gadgets><Gadget/></Gadgets><Languages>"), /^Gadgets$/, /^Gadget$/, [null, "<Gadget/>"]],
  ["a flow's action", () => changed(/SayHello.*json$/, "\"Compose\"", "\"Terminate\""), /^Workflows\/SayHello/, /^properties\/definition\/actions\/Say_hello\/type$/, ["\"Compose\"", "\"Terminate\""]],
  ["a flow's input less", () => changed(/SayHello.*json$/, /,\s*"inputs": "[^"]*"/, ""), /^Workflows\/SayHello/, /Say_hello\/inputs$/, ["Gott", null]],
  ["a sharded component", () => changed(/customapi\.xml$/, "<isfunction>0<", "<isfunction>1<"), /^customapis\/clin_Triage\/customapi\.xml$/, /^isfunction$/, ["0", "1"]],
  ["a part less", () => zipped(without(parts, /environmentvariabledefinition\.xml$/)), /^environmentvariabledefinitions\/clin_mode/, /^$/, ["bytes, sha256", null]],
  ["bytes of a part", () => changed(/Clinic\.dll$/, "MZ", "ZM"), /^PluginAssemblies\//, /^$/, ["bytes, sha256", "bytes, sha256"]],
  ["no content types", () => zipped(without(parts, /Content_Types/)), /Content_Types/, /^$/, ["bytes", null]],
];

const side = (wanted: string | null): unknown => (wanted === null ? null : expect.stringContaining(wanted));

describe("comparing two packages finds", () => {
  test.each(planted)("%s", (_what, right, component, path, sides) => {
    const found = comparePackages(whole, right());
    expect(found).toEqual([{ component: expect.stringMatching(component), path: expect.stringMatching(path), left: side(sides[0]), right: side(sides[1]) }]);
    expect(comparePackages(right(), whole).map((one) => ({ ...one, left: one.right, right: one.left }))).toEqual(found);
  });
});

describe("comparing two packages ignores", () => {
  test.each<[string, () => Uint8Array]>([
    ["nothing at all in a package and itself", () => whole],
    ["layout, declaration and byte order mark", () => zipped(rewritten(parts, /^customizations\.xml$/, (content) => `\uFEFF${content.replace(/^[^\n]*\n/, "").replace(/\n\s*/g, "\r\n")}`))],
    ["comments", () => inCustomizations("<Roles>", "<Roles><!-- said -->")],
    ["case and braces of GUIDs", () => inCustomizations("id=\"{7a1e0000-0000-4000-8000-000000000060}\"", "id=\"7A1E0000-0000-4000-8000-000000000060\"")],
    ["another prefix of a namespace", () => inCustomizations("<MaxValue xsi:nil=\"true\"/>", "<MaxValue xmlns:q=\"http://www.w3.org/2001/XMLSchema-instance\" q:nil=\"true\"/>")],
    ["the order of components", () => inCustomizations(/(<Workflow WorkflowId="\{[^}]*51\}"[\s\S]*?<\/Workflow>)(\s*)(<Workflow [\s\S]*?<\/Workflow>)/, "$3$2$1")],
    ["the order of different elements", () => inCustomizations(/(<PrimaryEntity>clin_visit<\/PrimaryEntity>)(\s*)(<Stage>20<\/Stage>)/, "$3$2$1")],
    ["an empty list that is missing", () => inCustomizations("<OrganizationSettings/>", "")],
    ["how parts are typed", () => changed(/Content_Types/, "text/xml", "application/octet-stream")],
    ["spelling of braces in names", () => zipSync(Object.fromEntries([...parts].map(([name, content]) => [name.replace("%7B", "{").replace("%7D", "}"), content])))],
    ["the order of names in JSON", () => zipped(new Map([...parts].map(([name, content]) => (name.endsWith(".json") && name.startsWith("Workflows") ? [name, strToU8(JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text(content)) as object).reverse())))] : [name, content]))))],
  ])("%s", (_what, right) => expect(comparePackages(whole, right())).toEqual([]));
});

test("a difference is told in one line, of long texts the part that differs", () => {
  const difference: Difference = { component: "Role 1", path: "a/b", left: `${"x".repeat(400)}left`, right: null };
  expect(toldDifference(difference)).toBe(`Role 1 | a/b | "${"x".repeat(160)}…" | (absent)`);
  expect(toldDifference({ ...difference, right: `${"x".repeat(400)}right` })).toBe(`Role 1 | a/b | "…${"x".repeat(40)}left" | "…${"x".repeat(40)}right"`);
  expect(toldDifference({ component: "A", path: "", left: "1", right: "2" })).toBe("A | (whole) | \"1\" | \"2\"");
});
