import { evaluate, evaluateText } from "./evaluate";

const table = (rows: [string, unknown][]): void => {
  test.each(rows)("%s", (source, expected) => expect(evaluate(`@${source}`)).toEqual(expected));
};
const failures = (rows: [string, RegExp][]): void => {
  test.each(rows)("%s fails", (source, message) => expect(() => evaluate(`@${source}`)).toThrow(message));
};

describe("logic", () => {
  table([
    ["if(equals(1,1),'yes',div(1,0))", "yes"],
    ["and(false,equals(div(1,0),1))", false],
    ["or(true,equals(div(1,0),1))", true],
    ["coalesce(null,'a',div(1,0))", "a"],
    ["equals(createArray(1,'a'),createArray(1,'a'))", true],
    ["equals(1,1.0)", true],
    ["equals('a','A')", false],
    ["equals(true,1)", false],
    ["equals(null,'')", false],
    ["not(false)", true],
    ["greater(10,9.5)", true],
    ["lessOrEquals('a','b')", true],
    ["less(decimal('0.1'),0.2)", true],
  ]);
  failures([["greater('a',1)", /cannot be compared/], ["if('true',1,2)", /must be a boolean/], ["and(1,true)", /must be a boolean/]]);
});

describe("numbers", () => {
  table([
    ["div(7,2)", 3], ["div(-7,2)", -3], ["div(7.0,2)", 3.5], ["div(11,5.0)", 2.2], ["mod(7,3)", 1], ["mod(-7,3)", -1],
    ["mul(1.5,2)", 3], ["div(mul(1.5,2),2)", 1.5], ["sub(1,3)", -2], ["add(0.1,0.2)", 0.30000000000000004],
    ["max(1,3,2)", 3], ["min(createArray(4,2,3))", 2], ["int('42')", 42], ["float('1.50')", 1.5], ["isInt('12')", true], ["isInt('1.2')", false], ["isFloat('1.2')", true],
    ["range(1,4)", [1, 2, 3, 4]],
  ]);
  test.each([
    ["add(decimal('0.1'),decimal('0.2'))", "0.3"],
    ["mul(decimal('1.10'),decimal('3'))", "3.3"],
    ["div(decimal('10'),decimal('4'))", "2.5"],
    ["div(decimal('1'),decimal('3'))", "0.3333333333333333333333333333"],
    ["sub(decimal('12345678901234567890.12'),decimal('0.02'))", "12345678901234567890.1"],
    ["add(9007199254740993,1)", "9007199254740994"],
    ["mul(9007199254740993,2)", "18014398509481986"],
    ["ticks('2026-11-23T00:00:00Z')", "639309888000000000"],
  ])("%s is exactly %s", (source, expected) => expect(evaluateText(`@${source}`)).toBe(expected));
  failures([["div(1,0)", /divisor must not be zero/], ["mod(1,0)", /divisor/], ["int('1.5')", /'1\.5' cannot be converted to int/], ["add(9223372036854775807,1)", /64-bit/], ["add('1',1)", /must be a number/]]);
});

describe("strings", () => {
  table([
    ["concat('a',1,null,true)", "a1True"], ["substring('hello world',6,5)", "world"], ["substring('hello',2)", "llo"], ["slice('hello',-3)", "llo"],
    ["replace('the old string','old','$& new')", "the $& new string"], ["split('a;b;c',';')", ["a", "b", "c"]], ["split('','-')", [""]],
    ["startsWith('Hello','HE')", true], ["endsWith('Hello','LO')", true], ["indexOf('hello World','world')", 6], ["lastIndexOf('a-b-a','A')", 4],
    ["nthIndexOf('1,2,3',',',2)", 3], ["nthIndexOf('1,2,3',',',-1)", 3], ["toUpper('árvíz')", "ÁRVÍZ"], ["trim('  a ')", "a"], ["length('abc')", 3],
    ["guid()", "c2ecc88d-88c8-4096-912c-d6f2e2b138ce"], ["guid('N')", "c2ecc88d88c84096912cd6f2e2b138ce"],
    ["formatNumber(1234567.891,'N2')", "1,234,567.89"], ["formatNumber(1234.5,'#,##0.00','de-DE')", "1.234,50"], ["formatNumber(0.256,'P1')", "25.6%"],
    ["formatNumber(5,'D3')", "005"], ["formatNumber(255,'X')", "FF"], ["formatNumber(3.14159,'0.##')", "3.14"], ["formatNumber(1234.5,'C2','en-US')", "$1,234.50"],
  ]);
  failures([["substring('abc',2,5)", /must lie within the string of length 3/], ["formatNumber(1,'Q')", /Number format 'Q' is not supported/], ["concat()", /at least 1/]]);
});

describe("collections and objects", () => {
  table([
    ["first(createArray(1,2))", 1], ["last('abc')", "c"], ["first(json('[]'))", null], ["take(createArray(1,2,3),2)", [1, 2]], ["skip('abc',1)", "bc"],
    ["join(createArray('a',1,null),'-')", "a-1-"], ["contains('abc','b')", true], ["contains(createArray(1,2),2)", true], ["contains(json('{\"a\":1}'),'A')", true],
    ["empty('')", true], ["empty(null)", true], ["empty(createArray(0))", false], ["length(createArray(1,2))", 2], ["reverse(createArray(1,2))", [2, 1]],
    ["sort(createArray(3,1,2))", [1, 2, 3]], ["sort(body('a')['value'],'name')", [{ name: "A" }, { name: "B" }]], ["chunk(createArray(1,2,3),2)", [[1, 2], [3]]],
    ["union(createArray(1,2),createArray(2,3))", [1, 2, 3]], ["intersection(createArray(1,2,2),createArray(2,3))", [2]], ["union(json('{\"a\":1}'),json('{\"b\":2}'))", { a: 1, b: 2 }],
    ["setProperty(json('{\"a\":1}'),'a',2)", { a: 2 }], ["addProperty(json('{}'),'b',true)", { b: true }], ["removeProperty(json('{\"a\":1,\"b\":2}'),'a')", { b: 2 }],
  ]);
  failures([["addProperty(json('{\"a\":1}'),'a',2)", /has a property 'a' already/], ["length(5)", /string, array or object/], ["join('a','-')", /must be an array/]]);

  test("a key '__proto__' stays a key", () => {
    expect(evaluateText("@setProperty(json('{}'),'__proto__','x')")).toBe('{"__proto__":"x"}');
  });
});

describe("conversion and encoding", () => {
  table([
    ["string(json('{\"a\":[1,true]}'))", '{"a":[1,true]}'], ["string(false)", "False"], ["bool('TRUE')", true], ["bool(0)", false], ["json('[1,2]')", [1, 2]],
    ["base64('hello')", "aGVsbG8="], ["base64ToString('aGVsbG8=')", "hello"], ["decodeBase64('aGVsbG8=')", "hello"], ["base64(base64ToBinary('aGVsbG8='))", "aGVsbG8="],
    ["string(binary('héj'))", "héj"], ["uriComponent('a b&c')", "a%20b%26c"], ["decodeUriComponent('a%20b')", "a b"],
    ["dataUriToString('data:text/plain;base64,aGVsbG8=')", "hello"], ["uriScheme('https://x.example:8080/p?q=1')", "https"], ["uriPort('https://x.example/p')", 443],
    ["uriPathAndQuery('https://x.example/p?q=1')", "/p?q=1"],
  ]);
  failures([["json('{')", /not valid JSON/], ["bool('x')", /'x' cannot be converted to bool/], ["decodeUriComponent('%')", /no encoded URI component/], ["uriHost('x')", /no absolute URI/]]);
});
