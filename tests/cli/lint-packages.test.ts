import { packSolution } from "#solution/tools/pack";
import { solutionFolder } from "#solution/tools/folder";
import { packFolder } from "#solution/tools/zip/pack";
import { zipped } from "#solution/tools/zip/write";
import { lintPackages } from "../../cli/test/lint-packages";
import { rewritten } from "../solution/folder";
import { type Change, inEntry, inPart, shippedEntries, tablePart } from "../solution/package";
import { parts } from "../solution/parts";

const { unmanaged: good, managed } = packSolution(parts);
const spoiled = (change: Change): Uint8Array => zipped(new Map([...change(shippedEntries)].filter(([name]) => name !== "[Content_Types].xml")));
/** The stand-in for the bundle of rules is none that could be asked. */
const linted = (packages: ReadonlyMap<string, () => Uint8Array>): readonly string[] => lintPackages(packages, () => null);
const lint = (packages: Readonly<Record<string, Uint8Array>>): readonly string[] => linted(new Map(Object.entries(packages).map(([path, zip]) => [path, () => zip])));

const keyless = spoiled(inPart(tablePart("duly_debtor"), "<AttributeName>duly_number<", "<AttributeName>duly_no<"));
const rule = /^DULY-CHECK-006 table duly_debtor \(customizations\.xml\/Entities\/duly_debtor\)/;

describe("H-03: the packages that stand in dist/ are linted", () => {
  test("and nothing is found in ours", () => expect(lint({ "dist/local/u.zip": good, "dist/local/m.zip": managed, "dist/u.zip": good })).toEqual([]));

  test("a packed one that was spoiled is told by its path", () =>
    expect(lint({ "dist/local/u.zip": good, "dist/u.zip": keyless })).toEqual([expect.stringMatching(/^DULY-CHECK-006 table duly_debtor \(dist\/u\.zip: customizations\.xml\/Entities\/duly_debtor\).* Then, or if the sources are right, run npm run pack\.$/)]));

  test("what the sources have wrong is told once", () => {
    const two = spoiled(inEntry(/^customizations\.xml$/, "<AttributeName>duly_number<", "<AttributeName>duly_no<"));
    expect(lint({ "dist/local/u.zip": keyless, "dist/u.zip": keyless, "dist/m.zip": two })).toEqual([expect.stringMatching(rule)]);
  });

  test("one that cannot be read is told by its path, and the others are linted", () => {
    const packages = new Map([["dist/local/u.zip", () => good.slice(0, -300)], ["dist/u.zip", () => keyless]]);
    expect(linted(packages)).toEqual([expect.stringMatching(/^DULY-PACK-020 dist\/local\/u\.zip /), expect.stringMatching(/^DULY-CHECK-006 .*dist\/u\.zip: /)]);
  });

  test("so is a folder that packs no more", () => {
    const broken = rewritten(solutionFolder(parts), /^Roles\/Duly Auditor\.xml$/, (role) => role.replace("</Role>", ""));
    expect(linted(new Map([["dist/solution", () => packFolder(broken, "unmanaged").zip]]))).toEqual([expect.stringMatching(/^DULY-PACK-008 dist\/solution: Roles\/Duly Auditor\.xml:\d+ /)]);
  });
});
