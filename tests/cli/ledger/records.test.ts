import { decode, readRecords } from "../../../cli/ledger/records";

const read = (text: string) => readRecords(text, ",").records.map(({ line, fields }) => [line, fields]);

test("records are numbered by the line on which they begin; empty lines are passed over", () => {
  expect(read("a,b\n1,2\n\n3,4\n")).toEqual([[2, ["1", "2"]], [4, ["3", "4"]]]);
});

test("CRLF and lone CR end a line as LF does", () => {
  expect(read("a,b\r\n1,2\r3,4")).toEqual([[2, ["1", "2"]], [3, ["3", "4"]]]);
});

test("a byte order mark is not a part of the first column's name", () => {
  expect(readRecords(decode(new TextEncoder().encode("\ufeffa,b\n"), "utf-8"), ",").header).toEqual(["a", "b"]);
});

test("a quoted cell may hold the delimiter, doubled quotes and line breaks", () => {
  expect(read('a,b\n"x, ""y""\nz",2\n3,4')).toEqual([[2, ['x, "y"\nz', "2"]], [4, ["3", "4"]]]);
});

test.each([
  ["never closed", 'a,b\n"x,2\n3,4\n5,6'],
  ["closed in the middle of a cell", 'a,b\n"x"y,2\n3,4\n5,6'],
  ["standing in an unquoted cell", 'a,b\n5" pipe,2\n3,4\n5,6'],
  ["never closed, with another one further down", 'a,b\n"x,2\n3,4\n5,6\n7,"y"'],
])("a quote that is %s spoils its own line only", (_how, text) => {
  const records = read(text);
  expect(records[0]).toEqual([2, null]);
  expect(records.slice(1, 3)).toEqual([[3, ["3", "4"]], [4, ["5", "6"]]]);
});

test("a file in windows-1250 is read by its encoding and refused by code under another", () => {
  const bytes = Uint8Array.from([0x6e, 0x0a, 0xc1, 0x72, 0x76, 0xed, 0x7a, 0x74, 0xfb, 0x72, 0xf5]);
  expect(readRecords(decode(bytes, "windows-1250"), ",").records[0]?.fields).toEqual(["Árvíztűrő"]);
  expect(() => decode(bytes, "utf-8")).toThrow(/DULY-LEDGER-001 .*windows-1250/);
});

test.each(["", "\n\n", '"a,b\n1,2'])("a file without a readable header is refused: %j", (text) => {
  expect(() => readRecords(text, ",")).toThrow(/DULY-LEDGER-002/);
});
