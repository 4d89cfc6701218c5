import type { Mutation } from "./mutations";
import { type Change, collectionPart, inEntry, inPart, relationshipPart, tablePart } from "./package";

const debtor = tablePart("duly_debtor");
const run = relationshipPart("duly_run_communication_run");
const manifest = /^Controls\/duly_Duly.PromiseToPay\/ControlManifest.xml$/;
const without = (part: RegExp, element: string): Change => inPart(part, new RegExp(`<${element}>[\\s\\S]*?</${element}>`), "");
const inColumn = (column: string, from: string | RegExp, to: string): Change => inPart(new RegExp(`<attribute PhysicalName="${column}">[\\s\\S]*?</attribute>`), from, to);

/** Flags and parts that every component of its kind has; found by taking each element out of a package and spoiling each. */
export const shapeMutations: readonly Mutation[] = [
  ["DULY-CHECK-112", "a table's flag that is none", inPart(debtor, "<IsMailMergeEnabled>1<", "<IsMailMergeEnabled>maybe<"), "Its IsMailMergeEnabled is 'maybe'"],
  ["DULY-CHECK-112", "a column's flag that is none", inColumn("duly_number", "<IsSearchable>0<", "<IsSearchable>maybe<"), "Its IsSearchable is 'maybe'"],
  ["DULY-CHECK-112", "an API parameter's flag that is none", inEntry(/^customapis\/duly_StartRun\/customapi.xml$/, "<iscustomizable>0<", "<iscustomizable>maybe<"), "Its iscustomizable is 'maybe'"],
  ["DULY-CHECK-112", "a version that is none", inPart(collectionPart("WebResources"), /<IntroducedVersion>[^<]+</, "<IntroducedVersion>first<"), "Its IntroducedVersion is 'first'"],
  ["DULY-CHECK-112", "forms of an unknown kind", inPart(debtor, "<forms type=\"main\">", "<forms type=\"mean\">"), "Its forms@type is 'mean'"],
  ["DULY-CHECK-112", "a dashboard that is a form", inPart(collectionPart("Dashboards"), "type=\"dashboard\"", "type=\"main\""), "Its forms@type is 'main'"],
  ["DULY-CHECK-112", "a section of ten columns", inPart(debtor, /columns="1+"/, "columns=\"10\""), "Its section@columns is '10'"],
  ["DULY-CHECK-112", "a list of too many rows", inPart(debtor, /<RecordsPerPage>\d+</, "<RecordsPerPage>251<"), "Its parameters>RecordsPerPage is '251'"],
  ["DULY-CHECK-112", "a handler without id", inPart(debtor, / handlerUniqueId="[^"]+"/, ""), "Its Handler@handlerUniqueId is '(nothing)'"],
  ["DULY-CHECK-112", "a property of an unknown type", inEntry(manifest, "of-type=\"SingleLine.Text\"", "of-type=\"Text\""), "Its property@of-type is 'Text'"],
  ["DULY-CHECK-106", "a yes/no column preset to neither", inPart(tablePart("duly_communication"), /<AppDefaultValue>0<(?=[\s\S]{0,400}<optionset)/, "<AppDefaultValue>2<"), "has AppDefaultValue '2'"],
  ["DULY-CHECK-106", "a column shown in unknown places", inColumn("duly_number", /<DisplayMask>[^<]+</, "<DisplayMask>here, there<"), "has DisplayMask 'here, there'"],
  ["DULY-CHECK-106", "a column shown in a place that is none", inColumn("duly_number", "ValidForGrid", "ValidForNothing"), "ValidForNothing"],
  ["DULY-CHECK-113", "a tab without label", inPart(debtor, /(<tab [^>]*>\s*)<labels>[\s\S]*?<\/labels>/, "$1"), "tab "],
  ["DULY-CHECK-113", "a dashboard's tab without label", inPart(collectionPart("Dashboards"), /(<tab [^>]*>\s*)<labels>[\s\S]*?<\/labels>/, "$1"), "of dashboard"],
  ["DULY-CHECK-112", "a site map that runs a script", inPart(collectionPart("AppModuleSiteMaps"), / Url="[^"]+"/, " Url=\"javascript:alert(1)\""), "SubArea@Url is 'javascript:alert(1)'"],
  ["DULY-CHECK-112", "a solution in a language of its own", inEntry(/^solution.xml$/, "languagecode=\"1033\" generatedBy", "languagecode=\"9999\" generatedBy"), "Its languagecode is '9999'"],
  ["DULY-CHECK-109", "a key of two names", inPart(debtor, /(<EntityKey>\s*<Name>)[^<]+/, "$1duly_other"), "duly_other"],
  ["DULY-CHECK-113", "a column without display names", inColumn("duly_number", /<displaynames>[\s\S]*?<\/displaynames>/, ""), "column duly_number of duly_debtor"],
  ["DULY-CHECK-113", "a table without a name", without(debtor, "LocalizedCollectionNames"), "It has no LocalizedCollectionNames"],
  ["DULY-CHECK-113", "an option without label", without(collectionPart("optionsets"), "labels"), "It has no labels"],
  ["DULY-CHECK-113", "an app without a name", without(collectionPart("AppModules"), "LocalizedNames"), "It has no LocalizedNames"],
  ["DULY-CHECK-113", "a view without a name", inPart(/<savedquery>[\s\S]*?<\/savedquery>/, /<LocalizedNames>[\s\S]*?<\/LocalizedNames>/, ""), "It has no LocalizedNames"],
  ["DULY-CHECK-113", "an API without a name", inEntry(/^customapis\/duly_StartRun\/customapi.xml$/, /<displayname [\s\S]*?<\/displayname>/, ""), "It has no displayname"],
  ["DULY-CHECK-113", "a table without forms", without(debtor, "systemform"), "It has no systemform"],
  ["DULY-CHECK-113", "a flow that names no file", without(collectionPart("Workflows"), "JsonFileName"), "It has no JsonFileName or XamlFileName"],
  ["DULY-CHECK-113", "a web resource that names no file", without(collectionPart("WebResources"), "FileName"), "It has no FileName"],
  ["DULY-CHECK-113", "a control without code", inEntry(manifest, "<code path=\"bundle.js\"/>", ""), "It has no code"],
  ["DULY-CHECK-082", "a relationship that does not tell what deleting does", without(run, "CascadeDelete"), "CascadeDelete is ''"],
  ["DULY-CHECK-012", "a component's default place with an unknown column", inPart(debtor, "<datafieldname>duly_name<", "<datafieldname>duly_title<"), "duly_title"],
  ["DULY-CHECK-148", "a twin of an unknown column", inPart(tablePart("duly_promise"), /<CalculationOf>[^<]+</, "<CalculationOf>duly_sum<"), "from duly_sum"],
  ["DULY-CHECK-149", "a place for a component that is not described", without(debtor, "controlDescriptions"), "has no control description"],
];
