import { checkLabels, checkPackage } from "#solution/tools/check";
import { solutionFolder } from "#solution/tools/folder";
import { stepId } from "#solution/tools/emit/step";
import { parts } from "./parts";
import { rewritten, without } from "./folder";

type Folder = ReadonlyMap<string, Uint8Array>;

const fail = (message: string): never => { throw new Error(message); };
const folder = solutionFolder(parts);
const entity = (name: string): RegExp => new RegExp(`^Entities/${name}/Entity.xml$`);
const replaced = (path: RegExp, from: string | RegExp, to: string) => (whole: Folder): Folder => rewritten(whole, path, (content) => content.replace(from, to));
const removed = (path: RegExp) => (whole: Folder): Folder => without(whole, path);
const debtorForm = /^Entities\/duly_debtor\/FormXml\//;
const debtorView = /^Entities\/duly_debtor\/SavedQueries\//;

const mutations: readonly (readonly [code: string, what: string, change: (whole: Folder) => Folder])[] = [
  ["DULY-CHECK-001", "a table without its root", replaced(/^Other\/Solution.xml$/, /<RootComponent type="1" schemaName="duly_hold"[^>]*>/, "")],
  ["DULY-CHECK-001", "a step without its root", replaced(/^Other\/Solution.xml$/, /<RootComponent type="92"[^>]*>/, "")],
  ["DULY-CHECK-002", "a root without its flow", removed(/^Workflows\/DulySend/)],
  ["DULY-CHECK-003", "a lookup without relationship", replaced(/^Other\/Relationships\/duly_run.xml$/, "<ReferencingAttributeName>duly_run<", "<ReferencingAttributeName>duly_level<")],
  ["DULY-CHECK-003", "money without a currency relationship", replaced(/^Other\/Relationships\/TransactionCurrency.xml$/, "<ReferencingEntityName>duly_promise<", "<ReferencingEntityName>duly_hold<")],
  ["DULY-CHECK-004", "money without its twin", replaced(entity("duly_promise"), "<LogicalName>duly_amount_base<", "<LogicalName>duly_amount_twin<")],
  ["DULY-CHECK-005", "a second primary name", replaced(entity("duly_debtor"), "<DisplayMask>ValidForAdvancedFind|", "<DisplayMask>PrimaryName|ValidForAdvancedFind|")],
  ["DULY-CHECK-006", "a key over an unknown column", replaced(entity("duly_debtor"), "<AttributeName>duly_number<", "<AttributeName>duly_no<")],
  ["DULY-CHECK-007", "an unknown choice", replaced(entity("duly_debtor"), "<OptionSetName>duly_debtorkind<", "<OptionSetName>duly_kind<")],
  ["DULY-CHECK-008", "a relationship from an unknown column", replaced(/^Other\/Relationships\/duly_run.xml$/, "<ReferencingAttributeName>duly_run<", "<ReferencingAttributeName>duly_nightrun<")],
  ["DULY-CHECK-009", "a relationship to an unknown table", replaced(/^Other\/Relationships\/duly_run.xml$/, "<ReferencedEntityName>duly_run<", "<ReferencedEntityName>duly_nightrun<")],
  ["DULY-CHECK-010", "a relationship named like a column", (whole) => {
    const renamed = (xml: string): string => xml.replace("Name=\"duly_run_communication_run\"", "Name=\"duly_cursor\"");
    return rewritten(rewritten(whole, /^Other\/Relationships\/duly_run.xml$/, renamed), /^Other\/Relationships.xml$/, renamed);
  }],
  ["DULY-CHECK-011", "a relationship that is not listed", replaced(/^Other\/Relationships.xml$/, "duly_run_communication_run", "duly_other")],
  ["DULY-CHECK-012", "a form with an unknown column", replaced(debtorForm, "datafieldname=\"duly_kind\"", "datafieldname=\"duly_sort\"")],
  ["DULY-CHECK-013", "a form with a control that is not shipped", removed(/^Controls\/duly_Duly.PromiseToPay\//)],
  ["DULY-CHECK-014", "a description for no place", replaced(debtorForm, /uniqueid="\{[^}]+\}"/, "uniqueid=\"{other}\"")],
  ["DULY-CHECK-015", "a form script that is not shipped", removed(/^WebResources\/duly_\/forms\/debtor/)],
  ["DULY-CHECK-016", "a handler in a library not loaded", replaced(debtorForm, "libraryName=\"duly_/forms/debtor.js\"", "libraryName=\"duly_/forms/other.js\"")],
  ["DULY-CHECK-017", "a subgrid over an unknown relationship", replaced(debtorForm, "<RelationshipName>duly_debtor_hold_debtor<", "<RelationshipName>duly_debtor_hold<")],
  ["DULY-CHECK-017", "a subgrid with an unknown view", replaced(debtorForm, /<ViewId>\{[^}]+\}/, "<ViewId>{00000000-0000-0000-0000-000000000000}")],
  ["DULY-CHECK-018", "a view with an unknown column", replaced(debtorView, "<cell name=\"duly_number\"", "<cell name=\"duly_no\"")],
  ["DULY-CHECK-019", "a view whose rows have no key", replaced(debtorView, "id=\"duly_debtorid\"", "id=\"duly_number\"")],
  ["DULY-CHECK-020", "an action on an undeclared connection", replaced(/^Workflows\/DulySend.*json$/, "\"connectionName\": \"shared_office365\"", "\"connectionName\": \"shared_mail\"")],
  ["DULY-CHECK-021", "a connection reference that is not shipped", replaced(/^Other\/Customizations.xml$/, "=\"duly_outlook\"", "=\"duly_mail\"")],
  ["DULY-CHECK-022", "an environment variable that is not shipped", removed(/^environmentvariabledefinitions\/duly_testrecipient\//)],
  ["DULY-CHECK-023", "an action on a logical name instead of a set", replaced(/^Workflows\/DulySend.*json$/, "\"entityName\": \"duly_communications\"", "\"entityName\": \"duly_communication\"")],
  ["DULY-CHECK-023", "a trigger on a set instead of a logical name", replaced(/^Workflows\/DulySend.*json$/, "entityname\": \"duly_communication\"", "entityname\": \"duly_communications\"")],
  ["DULY-CHECK-024", "a custom API that is not shipped", removed(/^customapis\/duly_StartRun\//)],
  ["DULY-CHECK-025", "a flow without properties", replaced(/^Workflows\/DulySend.*json$/, "\"properties\"", "\"property\"")],
  ["DULY-CHECK-026", "a column label in one language", replaced(entity("duly_debtor"), "<displayname description=\"Hitelosztály\" languagecode=\"1038\"/>", "")],
  ["DULY-CHECK-026", "a site map title in one language", replaced(/^AppModuleSiteMaps\//, /<Title LCID="1038"[^>]*>/, "")],
  ["DULY-CHECK-027", "an id used twice", (whole) => {
    const [first, second] = [...whole.keys()].filter((path) => path.includes("SavedQueries"));
    return new Map([...whole, [second ?? "", whole.get(first ?? "") ?? new Uint8Array()]]);
  }],
  ["DULY-CHECK-028", "an app without its site map", replaced(/^AppModules\//, "type=\"62\"", "type=\"63\"")],
  ["DULY-CHECK-029", "an app with an unknown table", replaced(/^AppModules\//, "schemaName=\"duly_allocation\"", "schemaName=\"duly_share\"")],
  ["DULY-CHECK-030", "a site map that leads out of the app", replaced(/^AppModuleSiteMaps\//, "Entity=\"duly_debtor\"", "Entity=\"account\"")],
  ["DULY-CHECK-031", "an app for an unknown role", replaced(/^AppModules\//, /<Role id="\{[^}]+\}"/, "<Role id=\"{00000000-0000-0000-0000-000000000000}\"")],
  ["DULY-CHECK-032", "a web resource without its file", removed(/^WebResources\/duly_\/forms\/debtor.js$/)],
  ["DULY-CHECK-033", "a sharded part with a declaration", (whole) => rewritten(whole, /^customapis\//, (xml) => `<?xml version="1.0"?>${xml}`)],
  ["DULY-CHECK-034", "a step on an unknown table", replaced(/^SdkMessageProcessingSteps\//, /<PrimaryEntity>[^<]+/, "<PrimaryEntity>duly_other")],
  ["DULY-CHECK-035", "a step on an unknown column", replaced(new RegExp(stepId(parts.manifest.steps[1] ?? fail("no step"))), "duly_duedate,", "duly_due,")],
];

describe("the checks of a package", () => {
  test("find nothing in ours", () => expect(checkPackage(folder)).toEqual([]));

  test.each(mutations)("%s: %s", (code, _what, change) => {
    expect(checkPackage(change(folder)).map((finding) => finding.code)).toContain(code);
  });

  test("every code is proven by a mutation", () => {
    const proven = [...new Set(mutations.map(([code]) => code))];
    expect(proven).toEqual(Array.from({ length: 35 }, (_, index) => `DULY-CHECK-${String(index + 1).padStart(3, "0")}`));
  });

  test("a malformed file is named", () => {
    expect(() => checkPackage(rewritten(folder, /^Roles\//, (xml) => xml.replace("</Role>", "")))).toThrow(/DULY-PACK-008 Roles\//);
  });
});

describe("the translations", () => {
  test("are complete and none is left over", () => expect(checkLabels()).toEqual([]));

  test("a missing and a superfluous one are found", () => {
    const codes = checkLabels({ "column.debtor.shoesize": "Cipőméret" }).map((finding) => `${finding.code} ${finding.message.split(" ")[0] ?? ""}`);
    expect(codes).toContain("DULY-CHECK-036 table.debtor");
    expect(codes).toContain("DULY-CHECK-037 column.debtor.shoesize");
  });
});
