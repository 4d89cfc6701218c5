import { expressionsOf } from "#solution/tools/check/expressions";

const told = (text: string): readonly string[] => expressionsOf(text).map(({ functions, problem }) => `${functions.join()}: ${problem}`);

describe("expressions of flows", () => {
  test.each([
    ["plain text", "Hello (you", []],
    ["an address", "someone@example.com", []],
    ["an escaped sign", "@@concat(", []],
    ["an escaped part", "@@{concat(}", []],
    ["a whole expression", "@concat('a', toUpper(item()?['x.y']), -1.5)", ["concat,toUpper,item: "]],
    ["brackets and signs inside quotes", "@concat(')', '}', ']''(', '@{x')", ["concat: "]],
    ["two parts, one with a brace in quotes", "a @{first('}')} b @{last( outputs ('x')?.body )}", ["first: ", "last,outputs: "]],
    ["a no-break space", "@if(\u00A0true, null,\u00A01)", ["if: "]],
    ["a name before nothing that is called", "@concat", [": "]],
    ["an unclosed part behind a good one", "@{utcNow()} @{utcNow(", ["utcNow: ", "utcNow: )} is missing"]],
  ])("%s", (_what, text, expected) => expect(told(text)).toEqual(expected));

  test("are found in values and names, not in what is not evaluated", () => {
    const found = expressionsOf({ "@odata.type": "x", "a @{guid()}": [{ inputs: "@item()" }], description: "@home(", metadata: { a: "@b(" }, schema: { a: "@c(" } });
    expect(found.map(({ text }) => text)).toEqual(["a @{guid()}", "@item()"]);
  });
});
