import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Folder } from "#solution/tools/zip/folder";
import { pack } from "../../../cli/pack/command";
import { readFolder } from "../../../cli/pack/disk";
import { foreignFolder } from "../../solution/foreign";
import { refusal, stored } from "./refusal";

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "duly-out-"));
  jest.spyOn(process.stderr, "write").mockReturnValue(true);
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(place, { recursive: true, force: true });
});

const at = (...names: readonly string[]): string => join(place, ...names);
const store = (folder: Folder, name: string): string => stored(folder, at(name));

async function packed(source: string, name: string): Promise<string> {
  expect(await pack(["--folder", source, "--type", "unmanaged", "--out", at(name)])).toBe(0);
  return at(name);
}

test.each([["a folder with something in it", "victim"], ["the folder it packs", "source"]])("--out never takes the place of a folder: %s stays as it is", async (_, out) => {
  const source = store(foreignFolder(), "source");
  mkdirSync(at("victim"));
  writeFileSync(at("victim", "precious.txt"), "keep");
  const before = readdirSync(at(out));
  expect(await refusal(["--folder", source, "--type", "unmanaged", "--out", at(out)])).toMatch(/^DULY-PACK-034 .* is a folder/);
  expect(readdirSync(at(out))).toEqual(before);
});

test.each([
  ["a file of the folder it packs", (source: string) => join(source, "Other", "Solution.xml")], ["a new file in it", (source: string) => join(source, "new", "one.zip")],
  ["a file in it by a way round", (source: string) => join(source, "..", "source", "Roles", "..", "one.zip")],
  ["a file in it by a link to the folder", (source: string) => { symlinkSync(source, at("link")); return at("link", "one.zip"); }],
  ["a link to a file of it", (source: string) => { symlinkSync(join(source, "Other", "Solution.xml"), at("link.zip")); return at("link.zip"); }],
])("--out is never %s, which stays as it is", async (_, out) => {
  const source = store(foreignFolder(), "source");
  const before = readFolder(source);
  expect(await refusal(["--folder", source, "--type", "unmanaged", "--out", out(source)])).toMatch(/^DULY-PACK-044 .*source or lies in it, .* Name a place outside of .*source\.$/);
  expect(readFolder(source)).toEqual(before);
});

test("--out may be beside the folder, with a name that begins as the folder's or with two dots", async () => {
  const source = store(foreignFolder(), "source");
  for (const name of ["source.zip", "..zip", "new/source/one.zip"]) expect(existsSync(await packed(source, name))).toBe(true);
});

test("unpacking never takes the place of the zip, nor one below it", async () => {
  const zip = await packed(store(foreignFolder(), "source"), "one.zip");
  const before = readFileSync(zip);
  symlinkSync(zip, at("link"));
  for (const out of [zip, join(zip, "below"), at("link")]) expect(await refusal(["--unpack", zip, "--out", out])).toMatch(/^DULY-PACK-044 /);
  expect(readFileSync(zip).equals(before)).toBe(true);
});

test("--out never takes the place of a device", async () => {
  const source = store(foreignFolder(), "source");
  expect(await refusal(["--folder", source, "--type", "unmanaged", "--out", "/dev/null"])).toMatch(/^DULY-PACK-038 .* is a device/);
});

(existsSync("/proc/self") ? test : test.skip)("a place that takes no folders is told, too", async () => {
  const source = store(foreignFolder(), "source");
  for (const out of ["/proc/duly/x.zip", "/proc/duly/deeper/x.zip"]) expect(await refusal(["--folder", source, "--type", "unmanaged", "--out", out])).toMatch(/^DULY-PACK-035 \/proc\/duly.* cannot be written: .*ENOENT/);
});
