import { comparePackages } from "#solution/tools/compare/package";
import { packFolder } from "#solution/tools/zip/pack";
import { unpackZip } from "#solution/tools/zip/unpack";
import { jsonValues, requireBearable, xmlValues } from "#solution/tools/zip/weight";
import { bytes } from "./folder";
import { foreignFolder } from "./foreign";
import { refusal } from "./refusal";
import { solutionZip } from "../builders/solution-zip";

test.each([
  ["<a/>", 1], ["<a b=\"1\" c = '>'><d/>text=\"1\"</a>", 4], ["<a><!-- <b c='1'> don't --><![CDATA[<b c='1'> don't]]><?x <b> don't?><b/></a>", 2], ["<a b='\"' c=\"'<\"/>", 3], ["<a b=\"never ends", 2], ["<!-- never ends", 0], ["<a b=\"&lt;\">x&amp;&#233;</a>", 5], ["", 0],
])("%s holds %d elements, attributes and entities", (text, count) => expect(xmlValues(text)).toBe(count));

test.each([["1", 1], ["[1, 2, [], {\"a,[{\": \"\\\",[{\"}]", 7], ["[\"never ends,,,", 2]])("%s holds about %d values", (text, count) => expect(jsonValues(text)).toBe(count));

describe("what would exhaust the memory is refused before it is parsed", () => {
  const bounds = { values: 10, characters: 100 };

  test.each([
    ["too many elements in one file", { "a.xml": `<a>${"<b/>".repeat(10)}</a>` }, "DULY-PACK-046 a.xml brings the elements, attributes, entities and JSON values of all files to 11, more than the 10 that are read. Do not trust it"],
    ["too many in all files", { "a.xml": `<a>${"<b/>".repeat(5)}</a>`, "b.json": "[1,2,3,4]", "c.resx": "<a/>" }, "DULY-PACK-046 b.json brings "],
    ["a file that is too long", { "a.xml": `<a>${" ".repeat(100)}</a>` }, "DULY-PACK-046 a.xml is 107 bytes long, more than the 100"],
  ])("%s", (_what, files, start) => expect(refusal(() => requireBearable(new Map(Object.entries(files).map(([path, text]) => [path, bytes(text)])), bounds))).toContain(start));

  test("but not what is just few enough, is of another kind, or no text", () =>
    expect(refusal(() => requireBearable(new Map([["a.xml", bytes(`<a>${"<b/>".repeat(9)}</a>`)], ["b.js", bytes("<".repeat(200))], ["c.xml", Uint8Array.of(0x3c, 0xff, 0x3e)]]), bounds))).toBe("nothing was refused"));

  const rows = "<a/>".repeat(2_000_001);
  test("in a zip", () => expect(refusal(() => unpackZip(solutionZip({ more: `${rows}<!--${Array.from({ length: 200_000 }, (_, index) => index).join(" ")}-->` })))).toMatch(/^DULY-PACK-046 customizations\.xml /));
  test("in a folder", () => expect(refusal(() => packFolder(new Map([...foreignFolder(), ["msdyn_x/a.json", bytes(`[${"[],".repeat(1_000_001)}1]`)]]), "unmanaged"))).toMatch(/^DULY-PACK-046 msdyn_x\/a\.json /));
});

/** Each took minutes when one look at all others was taken for each of them. */
describe("many of one kind come back as they were, in one sweep", () => {
  const many = (make: (index: number) => string, count = 20_000): string => Array.from({ length: count }, (_, index) => make(index)).join("");

  test.each([
    ["children of the root of one name", many(() => "<a/>")],
    ["children of the root of different names", many((index) => `<a${String(index)}/>`)],
    ["children of a table of different names", `<Entities><Entity><Name>t</Name>${many((index) => `<a${String(index)}/>`, 20_000)}</Entity></Entities>`],
    ["roles of one name", `<Roles>${many((index) => `<Role id="${String(index)}" name="x"/>`)}</Roles>`],
    ["relationships, each of its own table", `<EntityRelationships>${many((index) => `<EntityRelationship Name="r${String(index)}"><ReferencedEntityName>t${String(index)}</ReferencedEntityName></EntityRelationship>`)}</EntityRelationships>`],
    ["members of a list in one file, more than a call takes arguments", `<EntityMaps>${many((index) => `<EntityMap><EntitySource>a${String(index)}</EntitySource></EntityMap>`, 130_000)}</EntityMaps>`],
  ])("%s", (_what, more) => {
    const zip = solutionZip({ more });
    expect(comparePackages(zip, packFolder(unpackZip(zip), "unmanaged").zip)).toEqual([]);
  }, 120_000);

  test("an element deep in others is not mostly indentation", () => {
    const zip = solutionZip({ more: `<Gadgets>${`${"<d>".repeat(900)}${"</d>".repeat(900)}`.repeat(10)}</Gadgets>` });
    expect(unpackZip(zip).get("Other/Customizations.xml")?.length).toBeLessThan(2_000_000);
  });
});
