import fc from "fast-check";
import { code, escaped, grid } from "../../../cli/reference/markdown";

test.each([
  ["a | b", "a \\| b"],
  ["<script>alert(1)</script> & co", "&lt;script&gt;alert(1)&lt;/script&gt; &amp; co"],
  ["*bold* _it_ `code` [x](y)", "\\*bold\\* \\_it\\_ \\`code\\` \\[x\\](y)"],
  ["two\n  lines", "two<br>lines"],
  ["back\\slash", "back\\\\slash"],
])("%j is shown as it is", (text, markdown) => {
  expect(escaped(text)).toBe(markdown);
});

test("a name that could break out of code type is written as text", () => {
  expect(code("duly_run")).toBe("`duly_run`");
  expect(code("a`b|c")).toBe("a\\`b\\|c");
});

/** Cells of a row as GitHub splits it: at pipes that no backslash stands before. */
const cellsOf = (row: string): number => row.replace(/\\./g, "").split("|").length - 2;

test("whatever a text holds, its row keeps its cells and carries no tag but a line break", () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: "grapheme" }), { minLength: 1, maxLength: 4 }), (texts) => {
    const lines = grid(texts.map(() => "h"), [texts.map(escaped)]).trimEnd().split(/\r\n|\n|\r/);
    expect(lines).toHaveLength(3);
    expect(cellsOf(lines[2] ?? "")).toBe(texts.length);
    expect((lines[2] ?? "").replaceAll("<br>", "")).not.toMatch(/[<>]/);
  }));
});
