import { strToU8, zipSync } from "fflate";
import { readZip } from "#solution/tools/zip/read";
import { unpackZip } from "#solution/tools/zip/unpack";
import { solutionZip } from "../builders/solution-zip";
import { refusal } from "./refusal";

const whole = solutionZip({ files: { "customapis/a/customapi.xml": "<customapi/>" } });
const named = (name: string): Uint8Array => solutionZip({ files: { [name]: "x" } });

/** The zip with every occurrence of one name replaced by another of the same length. */
function renamed(zip: Uint8Array, from: string, to: string): Uint8Array {
  if (from.length !== to.length) throw new Error("Names must have one length.");
  return new Uint8Array(Buffer.from(Buffer.from(zip).toString("latin1").replaceAll(from, to), "latin1"));
}

/** The zip with bytes of the directory's first record changed; offsets as in the zip format's central header. */
function patched(zip: Uint8Array, offset: number, write: (buffer: Buffer, at: number) => void): Uint8Array {
  const buffer = Buffer.from(zip);
  write(buffer, buffer.indexOf(Buffer.from("PK\u0001\u0002", "latin1")) + offset);
  return new Uint8Array(buffer);
}

const webResource = (name: string): Uint8Array =>
  solutionZip({ more: `<WebResources><WebResource><Name>${name}</Name><FileName>/WebResources/1</FileName></WebResource></WebResources>`, files: { "WebResources/1": "x" } });

describe("unpacking refuses", () => {
  test.each<[string, () => Uint8Array, string]>([
    ["bytes that are no zip", () => strToU8("not a zip at all, but long enough to be one"), "DULY-PACK-020 is no readable solution zip: it has no directory"],
    ["nothing", () => new Uint8Array(), "DULY-PACK-020 is no readable solution zip: it is too short"],
    ["a zip that was cut off", () => whole.slice(0, -40), "DULY-PACK-020"],
    ["a zip whose middle is missing", () => new Uint8Array([...whole.slice(0, 100), ...whole.slice(200)]), "DULY-PACK-020"],
    ["damaged data", () => new Uint8Array(Buffer.from(whole).fill(0x55, 60, 90)), "DULY-PACK-020 solution.xml"],
    ["a check sum that does not hold", () => patched(whole, 16, (buffer, at) => buffer.writeUInt32LE(1, at)), "check sum"],
    ["an encrypted part", () => patched(whole, 8, (buffer, at) => buffer.writeUInt16LE(1, at)), "encrypted"],
    ["an unusual compression", () => patched(whole, 10, (buffer, at) => buffer.writeUInt16LE(14, at)), "(14)"],
    ["no customizations.xml", () => zipSync({ "solution.xml": strToU8("<a/>") }), "DULY-PACK-020 customizations.xml"],
    ["no solution.xml", () => zipSync({ "customizations.xml": strToU8("<a/>") }), "DULY-PACK-020 solution.xml"],
    ["no [Content_Types].xml", () => zipSync({ "customizations.xml": strToU8("<a/>"), "solution.xml": strToU8("<a/>") }), "DULY-PACK-020 [Content_Types].xml is no readable solution zip: this part is missing"],
    ["content types that cannot be read", () => zipSync({ "customizations.xml": strToU8("<a/>"), "solution.xml": strToU8("<a/>"), "[Content_Types].xml": strToU8("<Types>") }), "DULY-PACK-008 [Content_Types].xml:1"],
    ["malformed XML", () => zipSync({ "customizations.xml": strToU8("<a>\n<b></a>"), "solution.xml": strToU8("<a/>") }), "DULY-PACK-008 customizations.xml:2"],
    ["a path that leaves the folder", () => named("../evil.txt"), "DULY-PACK-021 \"../evil.txt\" is a name that leads out of its folder"],
    ["a path that leaves it later", () => named("a/../../evil"), "DULY-PACK-021"],
    ["a path from the root", () => named("/etc/x"), "DULY-PACK-021 \"/etc/x\" is a name that starts at the root"],
    ["a path on a drive", () => named("c:/x"), "DULY-PACK-021"],
    ["a path with backslashes", () => named("..\\x"), "DULY-PACK-021 \"..\\\\x\" is a name that has a backslash"],
    ["a folder that leaves", () => named("../"), "DULY-PACK-021"],
    ["a control character", () => named("a/\u0000x"), "DULY-PACK-021"],
    ["one name twice", () => renamed(solutionZip({ files: { "a/one.txt": "1", "a/two.txt": "2" } }), "a/two.txt", "a/one.txt"), "DULY-PACK-022 a/one.txt"],
    ["names that differ in case only", () => solutionZip({ files: { "a/b.txt": "1", "A/B.txt": "2" } }), "DULY-PACK-022 A/B.txt"],
    ["braces in two spellings", () => solutionZip({ files: { "a/%7Bb%7D": "1", "a/{b}": "2" } }), "DULY-PACK-022"],
    ["a component that leaves the folder", () => webResource("../../evil.js"), "DULY-PACK-021"],
    ["a component from the root", () => webResource("/etc/evil.js"), "DULY-PACK-021"],
    ["two components with one id", () => solutionZip({ more: "<Roles><Role id=\"{7A1E0000-0000-4000-8000-000000000001}\" name=\"a\"/><Role id=\"7a1e0000-0000-4000-8000-000000000001\" name=\"b\"/></Roles>" }), "DULY-PACK-014 customizations.xml:1 Role 7a1e0000"],
    ["two forms with one id", () => solutionZip({ tables: ["x_a", "x_b"].map((name) => ({ name, columns: [], forms: "<forms type=\"main\"><systemform><formid>{1}</formid></systemform></forms>" })) }), "DULY-PACK-014"],
    ["a file that a component names and the zip lacks", () => solutionZip({ more: "<WebResources><WebResource><Name>a</Name><FileName>/WebResources/gone</FileName></WebResource></WebResources>" }), "DULY-PACK-015 customizations.xml names the file WebResources/gone"],
    ["a component that names a part of another kind", () => solutionZip({ more: "<WebResources><WebResource><Name>x_a</Name><FileName>/customapis/a/customapi.xml</FileName></WebResource></WebResources>", files: { "customapis/a/customapi.xml": "<customapi/>" } }),
      "DULY-PACK-040 WebResources/x_a names the file customapis/a/customapi.xml, which does not lie in WebResources/"],
    ["two components that name one part", () => solutionZip({ more: `<WebResources>${["x_a", "x_b"].map((name) => `<WebResource><Name>${name}</Name><FileName>/WebResources/1</FileName></WebResource>`).join("")}</WebResources>`, files: { "WebResources/1": "x" } }),
      "DULY-PACK-017 WebResources/x_b becomes WebResources/1 in the zip, and so does WebResources/x_a"],
    ["a part that no component names", () => named("WebResources/lost"), "DULY-PACK-024 WebResources/lost"],
    ["a part beside the folders", () => named("readme.txt"), "DULY-PACK-024 readme.txt"],
    ...["x_y/CON", "x_y/a.txt:stream", "x_y/a."].map((name): [string, () => Uint8Array, string] => [`${name}, which Windows cannot keep`, () => named(name), `DULY-PACK-029 ${name} is a name that Windows cannot keep`]),
    ["a part where only the folder has files", () => named("Other/x.xml"), "DULY-PACK-024 Other/x.xml"],
  ])("%s", (_what, make, start) => expect(refusal(() => unpackZip(make()))).toContain(start));

  const zeros = (length: number) => zipSync({ "a/big": new Uint8Array(length) });

  test.each<[string, () => Uint8Array, Parameters<typeof readZip>[1], string]>([
    ["a part that inflates too far", () => zeros(4 << 20), undefined, "DULY-PACK-023 a/big becomes"],
    ["parts that are too large together", () => zeros(2000), { total: 1999, ratio: 1e9 }, "more than 1999"],
    ["a part that says it is smaller than it is", () => patched(zeros(1 << 20), 24, (buffer, at) => buffer.writeUInt32LE(1000, at)), undefined, "DULY-PACK-023 a/big holds more than the 1000 bytes"],
    ["a part that says it is larger than it is", () => patched(zeros(1000), 24, (buffer, at) => buffer.writeUInt32LE(1001, at)), undefined, "its size or check sum"],
  ])("%s", (_what, make, limits, start) => expect(refusal(() => readZip(make(), limits))).toContain(start));

  test("but takes folder entries, stored parts and large parts of an honest ratio", () => {
    const content = Uint8Array.from({ length: 2 << 20 }, (_, index) => (index * 2654435761) >>> 24);
    const parts = readZip(zipSync({ "a/": new Uint8Array(), "a/stored": [content, { level: 0 }], "a/deflated": content }));
    expect([...parts.keys()]).toEqual(["a/stored", "a/deflated"]);
    expect(Buffer.from(parts.get("a/deflated") ?? []).equals(content)).toBe(true);
  });
});
