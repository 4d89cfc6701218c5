import type { Mutation } from "./mutations";
import { customerOf } from "./customer";
import { both, collectionPart, inEntry, inPart, relationshipPart, tablePart, withEntry } from "./package";

const debtor = tablePart("duly_debtor");
const roles = collectionPart("Roles");
const apps = collectionPart("AppModules");
const siteMaps = collectionPart("AppModuleSiteMaps");
const choices = collectionPart("optionsets");
const dashboards = collectionPart("Dashboards");
const webResources = collectionPart("WebResources");
const profiles = collectionPart("FieldSecurityProfiles");
const references = collectionPart("connectionreferences");
const form = /<systemform>[\s\S]*?<\/systemform>/;
const run = relationshipPart("duly_run_communication_run");
const visualization = /<visualization>[\s\S]*?<\/visualization>/;
const solution = /^solution.xml$/;
const manifest = /^Controls\/duly_Duly.PromiseToPay\/ControlManifest.xml$/;
const rubbish = "{00000000-1111-4222-8333-444444444444}";
const parental = (name: string) => inPart(relationshipPart(name), "<CascadeAssign>NoCascade<", "<CascadeAssign>Cascade<");
const secondRole = /<EntityRelationshipRole>\s*<NavigationPropertyName>[\s\S]*?<\/EntityRelationshipRole>/;

/** What tables, forms, views, roles, the app and the package say of themselves. */
export const partMutations: readonly Mutation[] = [
  ["DULY-CHECK-112", "a table of unknown ownership", inPart(debtor, "<OwnershipTypeMask>UserOwned<", "<OwnershipTypeMask>Mine<"), "Its OwnershipTypeMask is 'Mine'"],
  ["DULY-CHECK-112", "a relationship of an unknown type", inPart(run, "OneToMany", "OneToSome"), "Its EntityRelationshipType is 'OneToSome'"],
  ["DULY-CHECK-112", "a list shown in an unknown way", inPart(run, "UseCollectionName", "UseWhatever"), "NavPaneDisplayOption is 'UseWhatever'"],
  ["DULY-CHECK-112", "a form neither active nor inactive", inPart(debtor, "<FormActivationState>1<", "<FormActivationState>9<"), "FormActivationState is '9'"],
  ["DULY-CHECK-112", "a control without id", inPart(debtor, /<control id="[^"]+"/, "<control"), "Its control@id is '(nothing)'"],
  ["DULY-CHECK-112", "a condition with an unknown operator", inPart(debtor, "operator=\"eq\"", "operator=\"equals\""), "Its condition@operator is 'equals'"],
  ["DULY-CHECK-112", "a filter that joins in an unknown way", inPart(debtor, "<filter type=\"and\"", "<filter type=\"xor\""), "Its filter@type is 'xor'"],
  ["DULY-CHECK-112", "a view of no kind", inPart(debtor, "<querytype>64<", "<querytype>lookup<"), "Its querytype is 'lookup'"],
  ["DULY-CHECK-112", "a chart that reckons in an unknown way", inPart(visualization, "aggregate=\"count\"", "aggregate=\"median\""), "Its attribute@aggregate is 'median'"],
  ["DULY-CHECK-112", "a choice that is a yes/no", inPart(choices, "<OptionSetType>picklist<", "<OptionSetType>bit<"), "Its OptionSetType is 'bit'"],
  ["DULY-CHECK-112", "a web resource of an unknown type", inPart(webResources, "<WebResourceType>3<", "<WebResourceType>77<"), "Its WebResourceType is '77'"],
  ["DULY-CHECK-112", "an app of no client", inPart(apps, "<ClientType>4<", "<ClientType>web<"), "Its ClientType is 'web'"],
  ["DULY-CHECK-112", "a site map entry without id", inPart(siteMaps, /<SubArea Id="[^"]+"/, "<SubArea"), "Its SubArea@Id is '(nothing)'"],
  ["DULY-CHECK-112", "a profile that allows half", inPart(profiles, "<CanUpdate>4<", "<CanUpdate>2<"), "Its FieldPermission>CanUpdate is '2'"],
  ["DULY-CHECK-112", "a role without id", inPart(roles, /<Role id="[^"]+"/, "<Role"), "Its id is '(nothing)'"],
  ["DULY-CHECK-112", "a dashboard without id", inPart(dashboards, /<FormId>[^<]+</, "<FormId><"), "Its FormId is '(nothing)'"],
  ["DULY-CHECK-112", "a connection to no connector", inPart(references, "apis/shared_office365<", "apis/office<"), "Its connectorid is "],
  ["DULY-CHECK-112", "a solution with a blank in its name", inEntry(solution, "<UniqueName>duly<", "<UniqueName>duly pack<"), "Its UniqueName is 'duly pack'"],
  ["DULY-CHECK-112", "the platform's own prefix", inEntry(solution, "<CustomizationPrefix>duly<", "<CustomizationPrefix>mscrmx<"), "CustomizationPrefix is 'mscrmx'"],
  ["DULY-CHECK-112", "a publisher whose options begin too low", inEntry(solution, "<CustomizationOptionValuePrefix>59185<", "<CustomizationOptionValuePrefix>591<"), "OptionValuePrefix is '591'"],
  ["DULY-CHECK-112", "a solution without base language", inEntry(solution, " languagecode=\"1033\" generatedBy", " generatedBy"), "Its languagecode is '(nothing)'"],
  ["DULY-CHECK-112", "a solution without the platform's version", inEntry(solution, /(<ImportExportXml) version="[\d.]+"/, "$1"), "Its version is '(nothing)'"],
  ["DULY-CHECK-112", "a control without version", inEntry(manifest, " version=\"0.1.0\"", ""), "Its control@version is '(nothing)'"],
  ["DULY-CHECK-112", "a control property that nobody fills", inEntry(manifest, "usage=\"bound\"", "usage=\"other\""), "Its property@usage is 'other'"],
  ["DULY-CHECK-112", "a variable of an unknown type", inEntry(/^environmentvariabledefinitions\/duly_worker\//, "<type>100000002<", "<type>2<"), "Its type is '2'"],
  ["DULY-CHECK-113", "a form without tabs", inPart(debtor, /<tabs>[\s\S]*?<\/tabs>/, "<tabs/>"), "It has no tab"],
  ["DULY-CHECK-113", "a view without layout", inPart(debtor, /<row name="result"[\s\S]*?<\/row>/, ""), "It has no row"],
  ["DULY-CHECK-113", "a view without query", inPart(debtor, /<fetchxml>[\s\S]*?<\/fetchxml>/, "<fetchxml/>"), "It has no fetch"],
  ["DULY-CHECK-113", "a chart without its data", inPart(visualization, /<datadescription>[\s\S]*?<\/datadescription>/, "<datadescription/>"), "It has no category"],
  ["DULY-CHECK-113", "a chart that is not drawn", inPart(visualization, /<Chart>[\s\S]*?<\/Chart>/, ""), "It has no Chart"],
  ["DULY-CHECK-113", "a role that grants nothing", inPart(roles, /<RolePrivileges>[\s\S]*?<\/RolePrivileges>/, "<RolePrivileges/>"), "It has no RolePrivilege"],
  ["DULY-CHECK-113", "an app for nobody", inPart(apps, /<AppModuleRoleMaps>[\s\S]*?<\/AppModuleRoleMaps>/, "<AppModuleRoleMaps/>"), "It has no Role"],
  ["DULY-CHECK-113", "a site map that leads nowhere", inPart(siteMaps, /<SiteMap [\s\S]*?<\/SiteMap>/, "<SiteMap/>"), "It has no SubArea"],
  ["DULY-CHECK-082", "rows that are restricted by assigning", inPart(run, "<CascadeAssign>NoCascade<", "<CascadeAssign>Restrict<"), "CascadeAssign is 'Restrict'"],
  ["DULY-CHECK-114", "a table with two parents", both(parental("duly_run_communication_run"), parental("duly_debtor_communication_debtor")), "duly_communication"],
  ["DULY-CHECK-115", "a relationship without roles", inPart(run, /<EntityRelationshipRoles>[\s\S]*?<\/EntityRelationshipRoles>/, ""), "there are 0"],
  ["DULY-CHECK-115", "a relationship with two roles of one side", inPart(run, "<RelationshipRoleType>0<", "<RelationshipRoleType>1<"), "no role has the RelationshipRoleType 0"],
  ["DULY-CHECK-115", "a relationship whose list is called otherwise", inPart(run, "<NavigationPropertyName>duly_run_communication_run<", "<NavigationPropertyName>duly_messages<"), "instead of duly_run_communication_run"],
  ["DULY-CHECK-115", "a relationship whose lookup is called otherwise", inPart(run, "<NavigationPropertyName>duly_run<", "<NavigationPropertyName>duly_night<"), "instead of duly_run."],
  ["DULY-CHECK-150", "a customer that can be no contact", customerOf(), "duly_account has relationships to account; it needs one to account and contact each"],
  ["DULY-CHECK-150", "a customer that can be a user", customerOf("Contact", "SystemUser"), "to account and contact and systemuser"],
  ["DULY-CHECK-150", "a customer that points to one table twice", customerOf("Contact", "Account"), "to account and account and contact"],
  ["DULY-CHECK-115", "a customer's lookup without its table", both(customerOf("Contact"), inPart(relationshipPart("duly_account_debtor_account"), "<NavigationPropertyName>duly_account_account<", "<NavigationPropertyName>duly_account<")), "instead of duly_account_account"],
  ["DULY-CHECK-115", "many to many without ordinals", both(inPart(run, "OneToMany", "ManyToMany"), inPart(run, secondRole, "")), "no role has the AssociationRoleOrdinal 1"],
  ["DULY-CHECK-116", "a control of an unknown class", inPart(debtor, /(<control id="duly_kind" classid=")\{[^}]+\}/, `$1${rubbish}`), "that is not known"],
  ["DULY-CHECK-116", "a lookup shown as a day", inPart(debtor, "{270BD3DB-D9AF-4782-9025-509E298DEC0A}", "{5B773807-9FB2-42DB-97C3-7A91EFF8ADFF}"), "that shows no lookup"],
  ["DULY-CHECK-116", "a dashboard control of an unknown class", inPart(dashboards, /classid="\{[^}]+\}"/, `classid="${rubbish}"`), "that is not known"],
  ["DULY-CHECK-117", "two controls of one id", inPart(form, /(<control id=")([^"]+)("[\s\S]*?<control id=")[^"]+"/, "$1$2$3$2\""), "have the id"],
  ["DULY-CHECK-118", "a view that asks another table", inPart(debtor, "<entity name=\"duly_debtor\">", "<entity name=\"duly_hold\">"), "asks duly_hold instead of duly_debtor"],
  ["DULY-CHECK-118", "a chart that asks another table", inPart(visualization, /<entity name="\w+">/, "<entity name=\"duly_hold\">"), "asks duly_hold"],
  ["DULY-CHECK-026", "an empty label", inPart(debtor, /<label description="[^"]+" languagecode="1033"/, "<label description=\"\" languagecode=\"1033\""), "labels in 1033"],
  ["DULY-CHECK-026", "an empty title in the site map", inPart(siteMaps, /Title="[^"]+"/, "Title=\" \""), "Titles in 1033"],
  ["DULY-CHECK-119", "a label twice in one language", inPart(debtor, /<label [^>]*languagecode="1033"\/>/, "$&$&"), "labels in 1033"],
  ["DULY-CHECK-120", "a language taken off the list", inPart(collectionPart("Languages"), "<Language>1038</Language>", ""), "in 1038"],
  ["DULY-CHECK-121", "a script that is said to be a page", inPart(webResources, "<WebResourceType>3<", "<WebResourceType>1<"), "ends with .js"],
  ["DULY-CHECK-125", "a root assembly without id", inEntry(solution, /(<RootComponent type="91") id="[^"]+"/, "$1"), "has no id"],
  ["DULY-CHECK-125", "a root assembly of another id", inEntry(solution, /(<RootComponent type="91" id=)"[^"]+"/, `$1"${rubbish}"`), "not that of the assembly"],
  ["DULY-CHECK-125", "a root table by id", inEntry(solution, /<RootComponent type="1" schemaName="duly_hold"/, `<RootComponent type="1" id="${rubbish}"`), "has no schemaName"],
  ["DULY-CHECK-132", "a control in another namespace", inEntry(manifest, "namespace=\"Duly\"", "namespace=\"duly_Duly\""), "duly_duly_Duly.PromiseToPay"],
  ["DULY-CHECK-132", "a control of another constructor", inEntry(manifest, "constructor=\"PromiseToPay\"", "constructor=\"Promise\""), "duly_Duly.Promise"],
  ["DULY-CHECK-133", "an app with an unknown icon", inPart(apps, /<WebResourceId>[^<]+</, `<WebResourceId>${rubbish}<`), "00000000-1111"],
  ["DULY-CHECK-134", "two site map entries of one id", inPart(siteMaps, /(<SubArea Id=")([^"]+)("[\s\S]*?<SubArea Id=")[^"]+"/, "$1$2$3$2\""), "SubArea"],
  ["DULY-CHECK-135", "roles before tables", inEntry(/^customizations.xml$/, /(<Entities>[\s\S]*<\/Entities>)(\s*)(<Roles>[\s\S]*<\/Roles>)/, "$3$2$1"), "the part Entities, which stands after"],
  ["DULY-CHECK-135", "a part that no importer reads", inEntry(/^customizations.xml$/, "<Languages>", "<Rubbish/><Languages>"), "the part Rubbish, which no importer reads"],
  ["DULY-CHECK-135", "a part twice", inEntry(/^customizations.xml$/, "<EntityMaps/>", "<EntityMaps/><EntityMaps/>"), "twice"],
  ["DULY-CHECK-136", "a privilege twice", inPart(roles, /<RolePrivilege [^>]*\/>/, "$&$&"), "twice"],
  ["DULY-CHECK-129", "a value of an environment variable", withEntry("environmentvariabledefinitions/duly_worker/environmentvariablevalues.json", "{}"), "duly_worker"],
];
