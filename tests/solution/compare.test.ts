import { strToU8, unzipSync, zipSync } from "fflate";
import { type Difference, toldDifference } from "#solution/tools/compare/difference";
import { jsonDifferences } from "#solution/tools/compare/json";
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
  ["a sharded component of another kind", () => changed(/customapi\.xml$/, /customapi(?=[ >])/g, "customaction"), /customapi\.xml$/, /^$/, ["<customapi uniquename", "<customaction uniquename"]],
  ["the order of activities", () => changed(/Triage.*xaml$/, /(<mxswa:GetEntity[^>]*>)(\s*)(<Assign[^>]*>)/, "$3$2$1"), /^Workflows\/Triage/, /^Workflow\/order of children$/, ["GetEntityProperty, Assign", "Assign, GetEntityProperty"]],
  ["the order of a ribbon function's parameters", () => inCustomizations(/(<CrmParameter [^>]*>)(\s*)(<StringParameter [^>]*>)/, "$3$2$1"), /^Entity/, /JavaScriptFunction\/order of children$/, ["CrmParameter, StringParameter", "StringParameter, CrmParameter"]],
  ["another default namespace", () => changed(/config\.xml$/, "urn:clinic", "urn:other"), /config\.xml$/, /^$/, ["urn:clinic", "urn:other"]],
  ["no default namespace", () => changed(/config\.xml$/, " xmlns=\"urn:clinic\"", ""), /config\.xml$/, /^$/, ["urn:clinic", "<config>"]],
  ["a prefix that means something else", () => changed(/Triage.*xaml$/, "Type=\"InArgument(mxs:", "Type=\"InArgument(mxswa:"), /^Workflows\/Triage/, /Property\[InputEntities\]\/@Type$/, ["Microsoft.Xrm.Sdk;", "Microsoft.Xrm.Sdk.Workflow.Activities;"]],
  ["another number beyond 2^53", () => changed(/identity\.json$/, "9007199254740993", "9007199254740992"), /identity\.json$/, /^Size$/, ["9007199254740993", "9007199254740992"]],
  ["blank text that is preserved", () => changed(/config\.xml$/, ">  </note>", "> </note>"), /config\.xml$/, /^note$/, ["  ", " "]],
  ["blank text that is preserved further up", () => changed(/Pulse\.1036\.resx$/, "<value> </value>", "<value></value>"), /Pulse\.1036\.resx$/, /^data\[Gap\]\/value$/, [" ", ""]],
  ["a processing instruction less", () => changed(/config\.xml$/, "<?order first?>", ""), /config\.xml$/, /^\?order$/, ["<?order first?>", null]],
  ["another processing instruction", () => changed(/config\.xml$/, "first", "last"), /config\.xml$/, /^\?order$/, ["first", "last"]],
  ["a processing instruction beside the root", () => changed(/config\.xml$/, "<config", "<?style one?><config"), /config\.xml$/, /^beside the root$/, ["", "<?style one?>"]],
  ["a processing instruction in customizations.xml", () => inCustomizations(/(<Role [^>]*>)/, "$1<?x y?>"), /^Role /, /^\?x$/, [null, "<?x y?>"]],
  ["a part less", () => zipped(without(parts, /environmentvariabledefinition\.xml$/)), /^environmentvariabledefinitions\/clin_mode/, /^$/, ["bytes, sha256", null]],
  ["bytes of a part", () => changed(/Clinic\.dll$/, "MZ", "ZM"), /^PluginAssemblies\//, /^$/, ["bytes, sha256", "bytes, sha256"]],
  ["no content types", () => zipped(without(parts, /Content_Types/)), /Content_Types/, /^$/, ["bytes", null]],
];

const dependency = (table: string): string => `<MissingDependency><Required type="1" schemaName="${table}" solution="System (5.0)" /><Dependent type="60" id="{7a1e0000-0000-4000-8000-000000000001}" /></MissingDependency>`;
const needing = (...tables: readonly string[]): Uint8Array => changed(/^solution\.xml$/, "<MissingDependencies/>", `<MissingDependencies>${tables.map(dependency).join("")}</MissingDependencies>`);

const side = (wanted: string | null): unknown => (wanted === null ? null : expect.stringContaining(wanted));

describe("comparing two packages finds", () => {
  test.each(planted)("%s", (_what, right, component, path, sides) => {
    const found = comparePackages(whole, right());
    expect(found).toEqual([{ component: expect.stringMatching(component), path: expect.stringMatching(path), left: side(sides[0]), right: side(sides[1]) }]);
    expect(comparePackages(right(), whole).map((one) => ({ ...one, left: one.right, right: one.left }))).toEqual(found);
  });
});

test("another missing dependency is one less and one more", () => {
  expect(comparePackages(needing("account", "contact"), needing("contact", "team")).map(({ left, right }) => [left, right])).toEqual([
    [expect.stringContaining("\"account\""), null], [null, expect.stringContaining("\"team\"")],
  ]);
});

describe("JSON numbers are compared by value, to the last digit", () => {
  const same = (left: string, right: string): boolean => jsonDifferences(`{"a":[${left}]}`, `{"a":[${right}]}`).length === 0;
  test.each([["1", "1.0", true], ["1200", "1.2e3", true], ["-0.5", "-5E-1", true], ["9007199254740993", "9007199254740993.0", true], ["1e400", "10e399", true], ["0.1", "0.10", true], ["0", "0.0e5", true],
    ["9007199254740993", "9007199254740992", false], ["1e400", "1e401", false], ["1e-400", "0", false], ["0.1", "0.10000000000000000001", false], ["1", "\"1\"", false], ["1e400", "\"1e400\"", false]] as const)("%s and %s: %s", (left, right, expected) => expect(same(left, right)).toBe(expected));
});

test("JSON that is nested endlessly is compared by its bytes", () => {
  const deep = (value: number): Uint8Array => zipped(new Map([...parts, ["a/deep.json", strToU8("[".repeat(100_000) + String(value) + "]".repeat(100_000))]]));
  expect(comparePackages(deep(1), deep(2))).toEqual([{ component: "a/deep.json", path: "", left: expect.stringContaining("bytes, sha256") as string, right: expect.stringContaining("bytes, sha256") as string }]);
});

describe("comparing two packages ignores", () => {
  test.each<[string, () => Uint8Array]>([
    ["nothing at all in a package and itself", () => whole],
    ["layout, declaration and byte order mark", () => zipped(rewritten(parts, /^customizations\.xml$/, (content) => `\uFEFF${content.replace(/^[^\n]*\n/, "").replace(/\n\s*/g, "\r\n")}`))],
    ["comments", () => inCustomizations("<Roles>", "<Roles><!-- said -->")],
    ["case and braces of GUIDs", () => inCustomizations("id=\"{7a1e0000-0000-4000-8000-000000000060}\"", "id=\"7A1E0000-0000-4000-8000-000000000060\"")],
    ["another prefix of a namespace", () => inCustomizations("<MaxValue xsi:nil=\"true\"/>", "<MaxValue xmlns:q=\"http://www.w3.org/2001/XMLSchema-instance\" q:nil=\"true\"/>")],
    ["a prefix instead of a default namespace", () => changed(/config\.xml$/, /[\s\S]*/, "<c:config xmlns:c=\"urn:clinic\"><c:a>1</c:a><c:note xml:space=\"preserve\">  </c:note><?order first?></c:config>")],
    ["another prefix, also in the values of XAML", () => changed(/Triage.*xaml$/, /mxs\b/g, "sdk")],
    ["a declaration that nothing uses", () => changed(/config\.xml$/, "<config", "<config xmlns:z=\"urn:z\"")],
    ["GUIDs within a text in other case and without braces", () => inCustomizations(/fees\{(7a1e[^}]*)\}/, "fees$1")],
    ["GUIDs in names of parts, and in what names them", () => zipped(new Map([...parts].map(([name, content]) => [name.replace(/-7A1E[0-9A-F-]*/, (id) => id.toLowerCase()), content])))],
    ["the order of components", () => inCustomizations(/(<Workflow WorkflowId="\{[^}]*51\}"[\s\S]*?<\/Workflow>)(\s*)(<Workflow [\s\S]*?<\/Workflow>)/, "$3$2$1")],
    ["the order of different elements", () => inCustomizations(/(<PrimaryEntity>clin_visit<\/PrimaryEntity>)(\s*)(<Stage>20<\/Stage>)/, "$3$2$1")],
    ["an empty list that is missing", () => inCustomizations("<OrganizationSettings/>", "")],
    ["how parts are typed", () => changed(/Content_Types/, "text/xml", "application/octet-stream")],
    ["spelling of braces in names", () => zipSync(Object.fromEntries([...parts].map(([name, content]) => [name.replace("%7B", "{").replace("%7D", "}"), content])))],
    ["the order of names in JSON", () => zipped(new Map([...parts].map(([name, content]) => (name.endsWith(".json") && name.startsWith("Workflows") ? [name, strToU8(JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text(content)) as object).reverse())))] : [name, content]))))],
  ])("%s", (_what, right) => expect(comparePackages(whole, right())).toEqual([]));
});

test("the order of missing dependencies means nothing", () => expect(comparePackages(needing("account", "contact"), needing("contact", "account"))).toEqual([]));

test("a difference is told in one line, of long texts the part that differs", () => {
  const difference: Difference = { component: "Role 1", path: "a/b", left: `${"x".repeat(400)}left`, right: null };
  expect(toldDifference(difference)).toBe(`Role 1 | a/b | "${"x".repeat(160)}…" | (absent)`);
  expect(toldDifference({ ...difference, right: `${"x".repeat(400)}right` })).toBe(`Role 1 | a/b | "…${"x".repeat(40)}left" | "…${"x".repeat(40)}right"`);
  expect(toldDifference({ component: "A", path: "", left: "1", right: "2" })).toBe("A | (whole) | \"1\" | \"2\"");
});
