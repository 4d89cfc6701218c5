import { strToU8, zipSync } from "fflate";
import { faultOf, openHostFixture, type HostFixture } from "../../builders/local-host";
import { roomSolution, roomTable } from "../../builders/room-solution";
import { solutionZip } from "../../builders/solution-zip";

let fixture: HostFixture;
beforeEach(() => { fixture = openHostFixture(); });
afterEach(() => fixture.remove());

const whole = roomSolution();
const plain = (files: Readonly<Record<string, string>>): Uint8Array => zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
const manifest = "<ImportExportXml><SolutionManifest><UniqueName>a</UniqueName></SolutionManifest></ImportExportXml>";

/** A zip whose directory says that a file is 600 MB when inflated. */
function bloated(): Uint8Array {
  const zip = Buffer.from(whole);
  zip.writeUInt32LE(600 * 1024 * 1024, zip.indexOf(Buffer.from("PK\u0001\u0002", "latin1")) + 24);
  return zip;
}

test.each([
  ["bytes that are no zip", strToU8("not a zip at all"), "0x80048060", "not a readable zip"],
  ["a zip that was cut off", whole.slice(0, whole.length - 300), "0x80048060", "not a readable zip"],
  ["a path that leaves the package", plain({ "solution.xml": manifest, "../evil.txt": "x" }), "0x80048061", "../evil.txt"],
  ["a path from the root", plain({ "solution.xml": manifest, "/etc/x": "x" }), "0x80048061", "/etc/x"],
  ["a package that would fill the memory", bloated(), "0x80048062", "more than 512 MB"],
  ["no solution.xml", plain({ "customizations.xml": "<a/>" }), "0x80048063", "no solution.xml"],
  ["no customizations.xml", plain({ "solution.xml": manifest }), "0x80048063", "no customizations.xml"],
  ["malformed XML", plain({ "solution.xml": manifest, "customizations.xml": "<a><b></a>" }), "0x80048064", "customizations.xml is not well-formed"],
  ["a lookup without relationship", solutionZip({ tables: [{ name: "x_a", columns: [{ name: "x_b", type: "lookup" }] }] }), "0x80048065", "'x_b' of the entity 'x_a' is missing its associated relationship"],
  ["a table that is a standard one", solutionZip({ tables: [{ name: "task", columns: [] }] }), "0x80048066", "clashes with the standard table"],
  ["a column that is a standard one", solutionZip({ tables: [{ name: "account", columns: [{ name: "name", type: "int" }] }] }), "0x80048066", "'name' of the package clashes"],
  ["a set name in use", solutionZip({ tables: [{ name: "x_b", columns: [], setName: "accounts" }] }), "0x80048066", "clashes with 'account'"],
  ["an unknown column type", solutionZip({ tables: [{ name: "x_a", columns: [{ name: "x_b", type: "memo" }] }] }), "0x80048067", "unknown type 'memo'"],
  ["a choice that nobody defines", solutionZip({ tables: [{ name: "x_a", columns: [{ name: "x_b", type: "picklist", part: "<OptionSetName>x_c</OptionSetName>" }] }] }), "0x80048067", "'x_c'"],
  ["a file that is missing", roomSolution({ more: "<WebResources><WebResource><Name>x_/a.js</Name><FileName>/WebResources/gone</FileName></WebResource></WebResources>" }), "0x80048069", "'WebResources/gone'"],
])("%s is refused by component and mend", (_, zip, code, text) => {
  const fault = faultOf(() => fixture.host.importSolution(zip));
  expect([fault.code, fault.message]).toEqual([code, expect.stringContaining(text)]);
});

test("an import that fails half way leaves nothing behind", () => {
  const before = fixture.host.service.metadata;
  const broken = roomSolution({ tables: [{ ...roomTable, forms: `<forms type="main"><systemform><formid>no guid</formid></systemform></forms>` }, { name: "x_house", columns: [] }] });
  expect(() => fixture.host.importSolution(broken)).toThrow("is not a GUID");
  expect(fixture.host.service.metadata).toBe(before);
  expect(fixture.host.sql.all("SELECT name FROM sqlite_master WHERE name LIKE 'x\\_%' ESCAPE '\\'")).toEqual([]);
  expect(fixture.reopen().service.metadata.tables.has("x_room")).toBe(false);
  expect(fixture.host.importSolution(roomSolution()).changed).toBe(true);
});

test("a column that changes its type is refused and keeps its rows", () => {
  fixture.host.importSolution(roomSolution());
  const columns = roomTable.columns.map((column) => (column.name === "x_beds" ? { name: "x_beds", type: "nvarchar" } : column));
  const fault = faultOf(() => fixture.host.importSolution(roomSolution({ version: "2.0.0.0", tables: [{ ...roomTable, columns }, { name: "x_house", columns: [] }] })));
  expect([fault.code, fault.message]).toEqual(["0x80048066", expect.stringContaining("'x_beds' of 'x_room' is of type integer in the store and of type string in the package")]);
});

test("a key that the stored rows break is refused and names the key", () => {
  fixture.host.importSolution(roomSolution({ tables: [{ ...roomTable, keys: {} }, { name: "x_house", columns: [] }] }));
  const house = { logicalName: "x_house", id: fixture.host.service.create("x_house", { x_name: "H" }) };
  for (const name of ["a", "b"]) fixture.host.service.create("x_room", { x_name: name, x_number: "1", x_house: house });
  const fault = faultOf(() => fixture.host.importSolution(roomSolution({ version: "2.0.0.0" })));
  expect([fault.code, fault.message]).toEqual(["0x80048068", expect.stringContaining("'x_room_number' of the table 'x_room'")]);
});
