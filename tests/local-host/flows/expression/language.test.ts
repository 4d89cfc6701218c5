import { evaluate } from "./evaluate";

describe("texts of a definition", () => {
  test.each<[string, unknown]>([
    ["plain", "plain"],
    ["foo@bar.example", "foo@bar.example"],
    ["@@literal", "@literal"],
    ["@@{literal}", "@{literal}"],
    ["a @@{b} @{1}", "a @{b} 1"],
    ["@add(1,2)", 3],
    ["@{add(1,2)}", "3"],
    ["@{true}", "True"],
    ["@{null}", ""],
    ["@true", true],
    ["n=@{variables('n')}, e='@{variables('empty')}'", "n=7, e=''"],
    ["@{concat('}', '{')}!", "}{!"],
    ["@concat('it''s', ' ', 'fine')", "it's fine"],
    ["@\u00a0add(\u00a01,\u00a02 )", 3],
    ["@ToLower('ABC')", "abc"],
    ["@-5", -5],
    ["@{createArray(1,'a')}", '[1,"a"]'],
  ])("%s", (source, expected) => expect(evaluate(source)).toEqual(expected));

  test("keys and values of objects", () => {
    expect(evaluate({ "@{variables('n')}th": ["@add(1,1)", { "@odata.type": "x" }] })).toEqual({ "7th": [2, { "@odata.type": "x" }] });
  });
});

describe("access", () => {
  test.each<[string, unknown]>([
    ["@triggerBody()?['text']", "hello"],
    ["@triggerBody().TEXT", "hello"],
    ["@triggerOutputs()?['body/_x_value']", "id"],
    ["@outputs('a')['body/value'][1]['name']", "B"],
    ["@outputs('a')?['body/prefix_Data/prefix_x']", 5],
    ["@outputs('a')?['body/prefix_Lookup/name']", "inner"],
    ["@body('a')?['missing']?['deeper']", null],
    ["@body('a')?['value']?[9]", null],
    ["@body('a').nothing", null],
    ["@body('a')?.missing?.deeper", null],
    ["@body('skipped')?['x']", null],
    ["@outputs('skipped')", null],
    ["@actions('a')['status']", "Succeeded"],
    ["@first(result('Try'))['status']", "Failed"],
    ["@item()['amount']", 5],
    ["@items('Loop')?['Amount']", 6],
    ["@iterationIndexes('Loop')", 3],
    ["@parameters('P (p)')", "value"],
    ["@workflow()['run']['name']", "run-1"],
    ["@workflow()?['tags/flowDisplayName']", "Flow"],
  ])("%s", (source, expected) => expect(evaluate(source)).toEqual(expected));

  test.each<[string, RegExp]>([
    ["@body('a')['missing']", /property 'missing' does not exist; available properties are 'value/],
    ["@body('a')['value'][9]", /array index '9' is outside bounds/],
    ["@body('a')['nothing']['x']", /parent is null/],
    ["@triggerBody()?['text']?['x']", /type 'String' has no property/],
    ["@variables('n')?['x']", /type 'Integer' has no property/],
    ["@body('a')?['value']?['name']", /element of an array is named by an integer/],
    ["@outputs('a')['__proto__']", /property '__proto__' does not exist/],
    ["@triggerBody()['constructor']", /property 'constructor' does not exist/],
  ])("%s fails", (source, message) => expect(() => evaluate(source)).toThrow(message));
});

describe("what does not parse or does not exist", () => {
  test.each<[string, RegExp]>([
    ["@add(1", /ends too early at position 6/],
    ["@add(1,,2)", /unexpected ','/],
    ["@concat('a)", /string that begins at position 8 is not closed/],
    ["@foo", /'foo' at position 1 is neither a function call nor a literal/],
    ["@add(1,2) x", /unexpected 'x'/],
    ["@{add(1,2)", /ends too early/],
    ["@1 + 2", /unexpected/],
    ["@add(1)", /'add' expects 2 argument\(s\) but 1 were given/],
    ["@if(true,1)", /expects 3/],
    [`@concat('${"a".repeat(8_200)}')`, /at most 8192 characters/],
    ["@madeUp(1)", /template function 'madeUp' is not defined or not valid/],
    ["@xpath(xml('<a/>'),'//a')", /template function 'xpath' is not defined/],
    ["@toLower(5)", /parameter 1 must be a string; a value of type 'Integer' was given\. \(in function 'toLower'\)/],
    ["@toLower(add('a',1))", /\(in function 'add'\)$/],
  ])("%s", (source, message) => expect(() => evaluate(source)).toThrow(message));
});
