import { fieldsOf } from "#domain/templates/fields";
import { nearest } from "#domain/templates/near";
import { unknownIn } from "#bridge/rules/template/uses";

test.each([
  "{{debtor.name}} {{debtor.number}}", "{{#items}}{{invoice}} {{openAmount}} {{charges}}{{/items}}", "{{#items}}{{invoice}} of {{debtor.name}}, {{total}}{{/items}}",
  "{{#company.iban}}IBAN {{company.iban}} {{.}}{{/company.iban}}", "{{^contact.salutation}}Dear Sir or Madam{{/contact.salutation}}", "{{#debtor}}{{name}}{{/debtor}}",
  "{{#credits}}{{name}} {{amount}}{{/credits}}{{^credits}}none{{/credits}}", "{{#items.length}}{{count}}{{/items.length}}", "{{{debtor.name}}}{{&total}}{{! a remark }}", "no field at all",
])("a reminder knows every field of %j", (text) => {
  expect(unknownIn(text, "reminder")).toBeNull();
});

test.each([
  ["{{dbtor.name}}", "{{dbtor.name}}", "{{debtor.name}}"], ["{{debtor.Number}}", "{{debtor.Number}}", "{{debtor.number}}"], ["{{#itmes}}{{x}}{{/itmes}}", "{{#itmes}}", "{{#items}}"],
  ["{{^intrest}}{{/intrest}}", "{{^intrest}}", "{{^interest}}"], ["{{#items}}{{opnAmount}}{{/items}}", "{{opnAmount}}", "{{openAmount}}"], ["{{{totl}}}", "{{totl}}", "{{total}}"],
  ["{{invoice}}", "{{invoice}}", "{{#items}}{{invoice}}{{/items}}"], ["{{#debtor}}{{nmae}}{{/debtor}}", "{{nmae}}", "{{name}}"], ["{{#total}}{{qwertyuiop}}{{/total}}{{x}}", "{{qwertyuiop}}", expect.stringMatching(/^{{debtor\.name}}, /)],
  ["{{^items}}{{openAmount}}{{/items}}", "{{openAmount}}", "{{#items}}{{openAmount}}{{/items}}"], ["{{debtor.name.first}}", "{{debtor.name.first}}", expect.any(String)], ["{{constructor}}", "{{constructor}}", expect.any(String)],
  ["{{> signature}}", "{{>signature}}", expect.any(String)], ["{{promise.amount}}", "{{promise.amount}}", expect.any(String)],
])("in %j a reminder does not know %s", (text, field, instead) => {
  expect(unknownIn(text, "reminder")).toEqual({ field, instead });
});

test("the message about a broken promise knows the promise, and not what a reminder alone has", () => {
  expect(unknownIn("{{promise.amount}} {{promise.date}} {{promise.paid}} {{promise.missing}} {{#items}}{{openAmount}}{{/items}}", "brokenPromise")).toBeNull();
  expect(unknownIn("{{promise.amout}}", "brokenPromise")).toEqual({ field: "{{promise.amout}}", instead: "{{promise.amount}}" });
  expect(unknownIn("{{grandTotal}}", "brokenPromise")?.field).toBe("{{grandTotal}}");
});

test("a suggestion is near: the nearest names, none for a word that is like no other", () => {
  expect([nearest("totl", ["total", "level"]), nearest("TOTAL", ["total", "level"]), nearest("zzzzzz", ["total"]), nearest("fe", ["fee", "net"])]).toEqual([["total"], ["total"], [], ["fee"]]);
  expect(Object.keys(fieldsOf)).toEqual(["reminder", "brokenPromise"]);
});
