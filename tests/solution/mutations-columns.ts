import type { Mutation } from "./mutations";
import { type Change, inPart, tablePart } from "./package";

const debtor = tablePart("duly_debtor");

/** Rewrites the first element of the name after a column's logical name; without `to` it is taken out. */
const inColumn = (table: string, column: string, element: string, to?: string): Change => inPart(tablePart(`duly_${table}`),
  new RegExp(`(<LogicalName>${column}<(?:(?!</attribute>)[\\s\\S])*?)(?:<${element}>[\\s\\S]*?</${element}>|<${element}/>)`), to === undefined ? "$1" : `$1<${element}>${to}</${element}>`);

const key = "<AttributeName>duly_number</AttributeName>";

/** What a table says of its columns and keys. */
export const columnMutations: readonly Mutation[] = [
  ["DULY-CHECK-106", "a text longer than the platform's longest", inColumn("debtor", "duly_number", "MaxLength", "5000"), "duly_number (nvarchar) has MaxLength '5000'"],
  ["DULY-CHECK-106", "a long text longer than the platform's longest", inColumn("communication", "duly_body", "MaxLength", "2000000"), "has MaxLength '2000000'"],
  ["DULY-CHECK-106", "money too fine", inColumn("promise", "duly_amount", "Accuracy", "11"), "a whole number from 0 to 4"],
  ["DULY-CHECK-106", "a decimal that does not say how fine it is", inColumn("debtor", "duly_behaviourscore", "Accuracy"), "has Accuracy '(nothing)'"],
  ["DULY-CHECK-106", "money of an unknown currency rule", inColumn("promise", "duly_amount", "AccuracySource", "7"), "has AccuracySource '7'"],
  ["DULY-CHECK-106", "money beyond the platform's largest", inColumn("promise", "duly_amount", "MaxValue", "9223372036854775"), "has MaxValue"],
  ["DULY-CHECK-106", "a number beyond the platform's largest", inColumn("run", "duly_debtors", "MaxValue", "2147483648"), "has MaxValue"],
  ["DULY-CHECK-106", "a number of the platform beyond its largest", inColumn("debtor", "importsequencenumber", "MaxValue", "9999999999"), "importsequencenumber (int) has MaxValue"],
  ["DULY-CHECK-106", "a number below the platform's least", inColumn("run", "duly_debtors", "MinValue", "-2147483649"), "has MinValue"],
  ["DULY-CHECK-106", "an exchange rate finer than the platform's", inColumn("promise", "exchangerate", "Accuracy", "13"), "exchangerate (decimal) has Accuracy '13'"],
  ["DULY-CHECK-107", "a number whose least is beyond its most", inColumn("debtor", "duly_termsdays", "MaxValue", "-2147483648"), "duly_termsdays goes"],
  ["DULY-CHECK-106", "an unknown behaviour of a day", inColumn("promise", "duly_promisedate", "Behavior", "9"), "has Behavior '9'"],
  ["DULY-CHECK-106", "an unknown level of requirement", inColumn("debtor", "duly_number", "RequiredLevel", "rubbish"), "has RequiredLevel 'rubbish'"],
  ["DULY-CHECK-106", "an unknown level of requirement of a platform's column", inColumn("debtor", "createdon", "RequiredLevel", "rubbish"), "has RequiredLevel 'rubbish'"],
  ["DULY-CHECK-106", "a lookup of an unknown style", inColumn("promise", "duly_debtor", "LookupStyle", "double"), "has LookupStyle 'double'"],
  ["DULY-CHECK-106", "a column neither secured nor open", inColumn("debtor", "duly_number", "IsSecured", "no"), "has IsSecured 'no'"],
  ["DULY-CHECK-086", "a day of an unknown format", inColumn("promise", "duly_promisedate", "Format", "rubbish"), "'rubbish'"],
  ["DULY-CHECK-086", "a day without a time that shows one", inColumn("promise", "duly_promisedate", "Format", "datetime"), "'datetime'"],
  ["DULY-CHECK-086", "a day without format", inColumn("promise", "duly_promisedate", "Format"), "''"],
  ["DULY-CHECK-086", "a text with the format of a number", inColumn("debtor", "duly_number", "Format", "duration"), "'duration'"],
  ["DULY-CHECK-107", "a number whose least is its most", inColumn("debtor", "duly_termsdays", "MinValue", "100000"), "from 100000 to "],
  ["DULY-CHECK-107", "a decimal whose least is its most", inColumn("debtor", "duly_behaviourscore", "MinValue", "100000000000"), "duly_behaviourscore goes"],
  ["DULY-CHECK-108", "a yes/no column without options", inColumn("communication", "duly_adhoc", "options"), "duly_adhoc of the type bit"],
  ["DULY-CHECK-108", "a yes/no column with one option", inPart(tablePart("duly_communication"), /(<optionset Name="duly_communication_duly_adhoc">[\s\S]*?<option value=")1/, "$12"), "duly_adhoc of the type bit"],
  ["DULY-CHECK-108", "a choice without options", inColumn("debtor", "duly_kind", "OptionSetName"), "duly_kind of the type picklist"],
  ["DULY-CHECK-108", "a table without states", inColumn("debtor", "statecode", "states"), "statecode of the type state"],
  ["DULY-CHECK-109", "a column with another schema name", inPart(debtor, "PhysicalName=\"duly_number\"", "PhysicalName=\"duly_no\""), "duly_no"],
  ["DULY-CHECK-109", "a column with another name", inPart(debtor, "<Name>duly_number<", "<Name>duly_no<"), "duly_no"],
  ["DULY-CHECK-109", "a column whose logical name has capitals", inPart(debtor, "<LogicalName>duly_country<", "<LogicalName>duly_Country<"), "duly_Country"],
  ["DULY-CHECK-109", "a table with another schema name", inPart(debtor, "<entity Name=\"duly_debtor\"", "<entity Name=\"duly_payer\""), "duly_payer"],
  ["DULY-CHECK-110", "a key of too many columns", inPart(debtor, key, key.repeat(17)), "has 18 columns"],
  ["DULY-CHECK-110", "a key with a column twice", inPart(debtor, key, key.repeat(2)), "has a column twice"],
  ["DULY-CHECK-110", "a key without columns", inPart(debtor, /<AttributeName>[\s\S]*?<\/EntityKeyAttributes>/, "</EntityKeyAttributes>"), "has no column"],
  ["DULY-CHECK-110", "a key over money", inPart(debtor, key, "<AttributeName>duly_openamount</AttributeName>"), "the type money"],
  ["DULY-CHECK-110", "a key over a text too long for an index", inColumn("debtor", "duly_number", "MaxLength", "451"), "bytes, more than 900"],
  ["DULY-CHECK-110", "eleven keys", inPart(debtor, /<EntityKey>[\s\S]*?<\/EntityKey>/, "$&".repeat(11)), "is one of 11"],
  ["DULY-CHECK-064", "a key without the prefix", inPart(debtor, /(<EntityKey>[\s\S]*?<LogicalName>)duly_/, "$1"), "duly_"],
  ["DULY-CHECK-065", "two keys of one name", inPart(debtor, /<EntityKey>[\s\S]*?<\/EntityKey>/, "$&$&"), "Two components"],
  ["DULY-CHECK-111", "a number format without a number", inColumn("debtor", "duly_number", "AutoNumberFormat", "CAS"), "'CAS'"],
  ["DULY-CHECK-111", "a number format of unknown parts", inColumn("debtor", "duly_number", "AutoNumberFormat", "{RUBBISH}-{SEQNUM:5}"), "'{RUBBISH}-{SEQNUM:5}'"],
  ["DULY-CHECK-111", "a numbered day", inColumn("promise", "duly_promisedate", "AutoNumberFormat", "{SEQNUM:5}"), "duly_promisedate (datetime)"],
];
