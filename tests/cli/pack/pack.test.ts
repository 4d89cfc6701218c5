import { spawnSync } from "node:child_process";
import fs, { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, unzipSync, zipSync } from "fflate";
import type { Folder } from "#solution/tools/zip/folder";
import { pack } from "../../../cli/pack/command";
import { readFolder, replaceAll } from "../../../cli/pack/disk";
import { foreignFolder } from "../../solution/foreign";
import { refusal, stored } from "./refusal";

let place: string;
let said: string[];
let printed: string[];
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "duly-pack-"));
  said = [];
  printed = [];
  jest.spyOn(process.stderr, "write").mockImplementation((text) => { said.push(String(text)); return true; });
  jest.spyOn(process.stdout, "write").mockImplementation((text) => { printed.push(String(text)); return true; });
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(place, { recursive: true, force: true });
});

const at = (...names: readonly string[]): string => join(place, ...names);

const store = (folder: Folder, name: string): string => stored(folder, at(name));

const packed = async (source: string, name: string, type = "unmanaged"): Promise<string> => {
  expect(await pack(["--folder", source, "--type", type, "--out", at(name)])).toBe(0);
  return at(name);
};

test("a folder goes into a zip, the zip into a folder, and both zips are the same solution", async () => {
  const zip = await packed(store(foreignFolder(), "source"), "one.zip");
  expect(said.join("")).toContain("Resources/ was left out");
  expect(await pack(["--unpack", zip, "--out", at("back")])).toBe(0);
  const again = await packed(at("back"), "two.zip");
  expect(await pack(["--compare", zip, again])).toBe(0);
  expect(readFileSync(again).equals(readFileSync(zip))).toBe(true);
  expect(readdirSync(place).sort()).toEqual(["back", "one.zip", "source", "two.zip"]);
});

test("--compare prints what differs and ends with 1", async () => {
  const source = store(foreignFolder(), "source");
  const [left, right] = [await packed(source, "u.zip"), await packed(source, "m.zip", "managed")];
  expect(await pack(["--compare", left, right])).toBe(1);
  expect(printed[0]).toBe("solution.xml | SolutionManifest/Managed | \"0\" | \"1\"\n");
  expect(printed.filter((line) => line.startsWith("AppModule clin_app | "))).not.toHaveLength(0);
});

test("a folder that is refused leaves the older zip as it was, and nothing beside it", async () => {
  const source = store(foreignFolder(), "source");
  const before = readFileSync(await packed(source, "one.zip"));
  writeFileSync(join(source, "Roles", "bad.xml"), "<Role>\n<Role>");
  expect(await refusal(["--folder", source, "--type", "unmanaged", "--out", at("one.zip")])).toMatch(/^DULY-PACK-008 Roles\/bad\.xml:2 /);
  expect(readFileSync(at("one.zip")).equals(before)).toBe(true);
  expect(readdirSync(place).sort()).toEqual(["one.zip", "source"]);
});

test("when the new cannot take its place, the old is put back", () => {
  mkdirSync(at("dist"));
  writeFileSync(at("dist", "zip"), "old");
  const { renameSync } = fs;
  let times = 0;
  const full = Object.assign(new Error("disk full"), { code: "ENOSPC" });
  jest.spyOn(fs, "renameSync").mockImplementation((from, to) => {
    times += 1;
    if (times === 2) throw full;
    renameSync(from, to);
  });
  expect(() => replaceAll(at("dist"), new Map([["zip", new Uint8Array([1])]]))).toThrow(/cannot be written: disk full/);
  expect([readdirSync(at("dist")), readFileSync(at("dist", "zip"), "utf8")]).toEqual([["zip"], "old"]);
});

test("what a killed pack left is cleared away, with the old put back where the new was not there yet; what belongs to a living process or another machine stays", () => {
  const gone = spawnSync(process.execPath, ["-e", ""]).pid;
  const machine = hostname().replace(/[^\w.]/g, "_");
  const left = { killed: `.packing-${machine}-${String(gone)}-a`, killedBetween: `.packing-${machine}-${String(gone)}-b`, living: `.packing-${machine}-${String(process.ppid)}-c`, elsewhere: `.packing-other.${machine}-${String(gone)}-d` };
  for (const name of Object.values(left)) store(new Map([["new.zip", new Uint8Array([2])]]), `dist/${name}`);
  store(new Map([["settings", new Uint8Array([3])], ["zip", new Uint8Array([4])]]), `dist/${left.killedBetween}/old`);
  store(new Map([["zip", new Uint8Array([5])]]), "dist");

  replaceAll(at("dist"), new Map([["notices", new Uint8Array([6])]]));
  expect(readdirSync(at("dist")).sort()).toEqual([left.living, left.elsewhere, "notices", "settings", "zip"].sort());
  expect([...readFileSync(at("dist", "settings")), ...readFileSync(at("dist", "zip"))]).toEqual([3, 5]);
});

test("a place that cannot be written is told by its code", async () => {
  const source = store(foreignFolder(), "source");
  writeFileSync(at("file"), "x");
  expect(await refusal(["--folder", source, "--type", "unmanaged", "--out", at("file", "x.zip")])).toMatch(/^DULY-PACK-035 .* cannot be written: /);
});

test("what is wrong with a zip is told with its name, and of two with the name of the bad one", async () => {
  const good = await packed(store(foreignFolder(), "source"), "good.zip");
  writeFileSync(at("empty.zip"), "");
  expect(await refusal(["--unpack", at("empty.zip"), "--out", at("out")])).toMatch(/^DULY-PACK-020 .*empty\.zip/);
  expect(await refusal(["--compare", good, at("empty.zip")])).toMatch(/^DULY-PACK-020 .*empty\.zip/);
});

test("also what is found wrong only when its parts are read", async () => {
  const good = await packed(store(foreignFolder(), "source"), "good.zip");
  const spoiled = (name: RegExp, content: string): string => {
    const parts = unzipSync(readFileSync(good));
    const [part = ""] = Object.keys(parts).filter((one) => name.test(one));
    writeFileSync(at("bad.zip"), zipSync({ ...parts, [part]: strToU8(content) }));
    return at("bad.zip");
  };
  expect(await refusal(["--unpack", spoiled(/SayHello/, "{\n\"a\" 1}"), "--out", at("out")])).toMatch(/^DULY-PACK-018 .*bad\.zip: Workflows\/SayHello.*\.json:2 /);
  expect(await refusal(["--compare", good, spoiled(/^customizations/, "<a>")])).toMatch(/^DULY-PACK-008 .*bad\.zip: customizations\.xml:1 /);
  expect(await refusal(["--unpack", spoiled(/^customizations/, "\n<Foo/>"), "--out", at("out")])).toMatch(/^DULY-PACK-043 .*bad\.zip: customizations\.xml:2 begins with <Foo>/);
  expect(existsSync(at("out"))).toBe(false);
});

test("a zip that is refused leaves no folder", async () => {
  writeFileSync(at("bad.zip"), "no zip, but long enough for the end of one");
  expect(await refusal(["--unpack", at("bad.zip"), "--out", at("out")])).toMatch(/^DULY-PACK-020 /);
  expect(existsSync(at("out"))).toBe(false);
});

test("what fails half way through writing is undone: a path that is a file already", () => {
  mkdirSync(at("dist"));
  writeFileSync(at("dist", "zip"), "old");
  const broken: Folder = new Map([["a", new Uint8Array()], ["a/b", new Uint8Array()]]);
  expect(() => replaceAll(at("dist"), new Map<string, Uint8Array | Folder>([["zip", new Uint8Array([1])], ["solution", broken]]))).toThrow();
  expect(readdirSync(at("dist"))).toEqual(["zip"]);
  expect(readFileSync(at("dist", "zip"), "utf8")).toBe("old");
});

test("unpacking never mixes with what is there, but takes an empty folder", async () => {
  const zip = await packed(store(foreignFolder(), "source"), "one.zip");
  expect(await refusal(["--unpack", zip, "--out", at("source")])).toMatch(/^DULY-PACK-032 .*source is not empty/);
  mkdirSync(at("empty"));
  expect(await pack(["--unpack", zip, "--out", at("empty")])).toBe(0);
});

test("a link in a folder is named", () => {
  const source = store(foreignFolder(), "source");
  symlinkSync("/etc/hostname", join(source, "Roles", "link.xml"));
  expect(() => readFolder(source)).toThrow("Roles/link.xml is neither file nor folder");
});

test("a name that is not UTF-8 is refused by its code", async () => {
  const source = store(foreignFolder(), "source");
  writeFileSync(Buffer.concat([Buffer.from(join(source, "Roles/")), Buffer.from([0x41, 0xe9, 0x2e, 0x78])]), "x");
  expect(await refusal(["--folder", source, "--type", "unmanaged", "--out", at("one.zip")])).toMatch(/^DULY-PACK-039 .*source\/Roles\/A\ufffd\.x has a name that is not UTF-8, .*Rename it\.$/);
  expect(existsSync(at("one.zip"))).toBe(false);
});

test("--help explains every task", async () => {
  expect(await pack(["--help"])).toBe(0);
  for (const word of ["--folder", "--type managed|unmanaged", "--out", "--unpack", "--compare", "deployment-settings.json"]) expect(said.join("")).toContain(word);
});

test.each([
  [["--folder", "x"], "--type managed"], [["--folder", "x", "--type", "both", "--out", "y"], "--type managed"], [["--folder", "x", "--type", "managed"], "--out FILE.zip"],
  [["--unpack", "x"], "--out DIR"], [["--unpack", "x", "--out", "y", "--type", "managed"], "no --type"], [["--compare", "x"], "two zips"],
  [["--compare", "x", "y", "z"], "'z' belongs to no option"], [["--compare", "x", "y", "--out", "z"], "nothing else"], [["--type", "managed"], "go with --folder"],
  [["--folder", "x", "--unpack", "y"], "give one"], [["stray"], "'stray'"], [["--fold", "x"], "--fold"],
])("%j is refused", async (args, text) => expect(await refusal(args)).toMatch(new RegExp(`^DULY-PACK-033 .*${text}[\\s\\S]*--help$`)));

test.each([
  [["--folder", "x", "--type", "managed", "--out", "y", "--localize"], "let 'pac solution pack --localize' merge it"], [["--unpack", "x", "--out", "y", "--localize"], "unpacking leaves each text in every language"],
])("%j: translations are merged by nobody here", async (args, mend) => {
  expect(await refusal(args)).toMatch(new RegExp(`^DULY-PACK-042 --localize is not done: .*${mend}.*leave the option out\\.$`));
});

test.each([[["--folder", "/nowhere/x", "--type", "managed", "--out", "y.zip"]], [["--unpack", "/nowhere/x.zip", "--out", "y"]], [["--compare", "/nowhere/x.zip", "/nowhere/y.zip"]]])("%j: what is not there is named", async (args) => {
  expect(await refusal(args)).toMatch(/^DULY-PACK-030 \/nowhere\/x/);
});
