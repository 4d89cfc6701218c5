import fc from "fast-check";
import Mustache from "mustache";
import { asHtml, filled } from "#bridge/rules/template/fill";

const names = fc.constantFrom("name", "total", "debtor.name", "items", "credits", "empty", "nobody", "items.length", ".");
const literal = fc.constantFrom("Dear ", "<b>", "\n", " & ", "  ", " { ", " } ");

/** Templates of any nesting: texts, fields that are escaped or would not be, sections and what stands where there is none. */
const template = fc.letrec<{ readonly text: string; readonly piece: string }>((tie) => ({
  text: fc.array(tie("piece"), { maxLength: 5 }).map((pieces) => pieces.join("")),
  piece: fc.oneof({ depthSize: "small" }, literal, names.map((name) => `{{${name}}}`), names.map((name) => `{{{${name}}}}`), fc.constant("{{! said to nobody }}"),
    fc.tuple(names, tie("text")).map(([name, inner]) => `{{#${name}}}${inner}{{/${name}}}`), fc.tuple(names, tie("text")).map(([name, inner]) => `{{^${name}}}${inner}{{/${name}}}`)),
})).text;

const fields = {
  name: "O'Brien & <Söhne>", total: "1 234,50 EUR", debtor: { name: "Kovács \"Kft\"" }, empty: "",
  items: [{ name: "R-1", total: "" }, { name: "R-2" }], credits: [],
};

/** The library's own renderer, made to treat every field alike. */
class Alike extends Mustache.Writer {
  constructor(private readonly escape: (text: string) => string) { super(); }
  override escapedValue(...[token, context]: Parameters<Mustache.Writer["escapedValue"]>): string { return super.escapedValue(token, context, { escape: this.escape }); }
  override unescapedValue(...[token, context]: Parameters<Mustache.Writer["escapedValue"]>): string { return this.escapedValue(token, context); }
}

test.each([["HTML", asHtml], ["plain text", String]])("a text is filled in as Mustache would, for %s", (_what, escape) => {
  fc.assert(fc.property(template, (text) => {
    expect(filled(text, fields, escape)).toBe(new Alike(escape).render(text, fields));
  }), { numRuns: 2000 });
});

test.each(["{{name", "{{#items}}", "{{/items}}"])("%s is not closed, and says so", (text) => {
  expect(() => filled(text, fields, asHtml)).toThrow();
});
