import fc from "fast-check";
import { element, group, leaf, textOf } from "#solution/tools/xml/element";
import { parseXml } from "#solution/tools/xml/parse";
import { render, renderDocument, renderInline } from "#solution/tools/xml/render";

/** Texts that XML can carry; a carriage return in text becomes a line feed for every XML reader and is left out. */
const carried = fc.string({ unit: "grapheme" }).filter((text) => !/[\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]/u.test(text));

describe("the element writer", () => {
  test("escapes text and attributes", () => {
    expect(render(element("a", { b: "\"<&>\n" }, ["1 < 2 & 3"]))).toBe("<a b=\"&quot;&lt;&amp;&gt;&#10;\">1 &lt; 2 &amp; 3</a>\n");
  });

  test("whatever is written is read back", () => {
    fc.assert(fc.property(carried, carried, (text, attribute) => {
      for (const write of [render, renderDocument, renderInline]) {
        const read = parseXml(write(group("root", [element("child", { attribute }), leaf("text", text)])));
        expect([textOf(read, "text"), read.children[0]]).toEqual([text, element("child", { attribute })]);
      }
    }), { numRuns: 200 });
  });

  test("refuses a character that XML forbids", () => expect(() => render(leaf("a", "\u0001"))).toThrow("DULY-PACK-001"));
});

describe("the reader", () => {
  test("drops comments, declarations and layout, keeps CDATA", () => {
    expect(parseXml("\uFEFF<?xml version=\"1.0\"?><a>\n  <!-- x -->\n  <b><![CDATA[<c/>]]></b>\n</a>")).toEqual(group("a", [leaf("b", "<c/>")]));
  });

  test("keeps processing instructions, which are no text, and white space where it is to be preserved", () => {
    const text = "<a><?x y z?><b xml:space=\"preserve\"> <c/>\n<d> </d></b><?e?></a>";
    expect(renderInline(parseXml(text))).toBe(text);
    expect(render(parseXml(text))).toBe("<a>\n  <?x y z?>\n  <b xml:space=\"preserve\"> <c/>\n<d> </d></b>\n  <?e?>\n</a>\n");
    expect(textOf(parseXml("<a>1<?x y?>2</a>"))).toBe("12");
  });

  test.each(["", "<a>", "<a></b>", "<a/><b/>"])("refuses %j", (text) => expect(() => parseXml(text)).toThrow());
});
