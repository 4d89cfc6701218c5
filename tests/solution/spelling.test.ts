import type { Folder } from "#solution/tools/zip/folder";
import { packFolder } from "#solution/tools/zip/pack";
import { usualPath } from "#solution/tools/zip/spelling";
import { foreignFolder } from "./foreign";

const whole = foreignFolder();
const usual = packFolder(whole, "unmanaged");
const renamed = (change: (path: string) => string): Folder => new Map([...whole].map(([path, content]) => [change(path), content]));

describe("known names are known in any case", () => {
  test.each<[string, (path: string) => string]>([
    ["folders", (path) => path.replace(/^[^/]+\//, (folder) => (/^(custom|environment|msdyn)/.test(folder) ? folder : folder.toLowerCase()))],
    ["files of Other and of tables", (path) => path.replace(/^(Other\/|Entities\/[^/]+\/).*/, (found, start: string) => start + found.slice(start.length).toUpperCase().replace(/\/MAIN\//, "/main/").replace(/\/QUICK\//, "/quick/").replace(/\/CARD\//, "/card/")
      .replace(/CLIN_VISIT-CLIN_FEE.XAML/, "clin_visit-clin_fee.xaml"))],
    ["apps, controls and definitions", (path) => path.replace(/AppModule(SiteMap)?(_managed)?\.xml$|ControlManifest\.xml/, (name) => name.toUpperCase()).replace(/\.data\.xml$/, ".Data.XML").replace(/\.meta\.xml$/, ".META.xml")],
    ["bodies beside their definitions", (path) => path.replace(/visit\.js$/, "Visit.JS").replace(/^(Workflows.*)\.xaml$/, "$1.XAML")],
  ])("%s", (_what, change) => {
    const folder = renamed(change);
    expect([...folder.keys()]).not.toEqual([...whole.keys()]);
    const packed = packFolder(folder, "unmanaged");
    expect(Buffer.from(packed.zip).equals(usual.zip)).toBe(true);
    expect(packed.notices.filter((notice) => notice.includes(" was taken for "))).not.toEqual([]);
  });

  test("which is told, once for a folder", () => {
    const { notices } = packFolder(renamed((path) => path.replace(/^Roles\//, "roles/")), "unmanaged");
    expect(notices.filter((notice) => !usual.notices.includes(notice))).toEqual(["roles was taken for Roles: the platform's packer makes no difference between small and capital letters."]);
  });

  test("folders of tables, web resources and what is not known keep theirs", () => {
    for (const path of ["Entities/x_roles/Entity.xml", "WebResources/x_/Other/solution.xml", "customAPIs/a/customapi.xml", "roles", "msdyn_x/Entity.XML"]) expect(usualPath(path)).toBe(path);
  });
});

test("two files that are one on Windows are refused", () => {
  const folder = new Map([...whole, ["roles/Ward clerk.xml", new Uint8Array()]]);
  expect(() => packFolder(folder, "unmanaged")).toThrow("DULY-PACK-019 roles/Ward clerk.xml cannot be packed: it differs from Roles/Ward clerk.xml in case only, and both are one file to the platform's packer. Delete one of them.");
});

test("what is left out is not looked into", () => {
  const left = new Map([...whole, ...["CanvasApps/src/app/a.json", "canvasapps/SRC/app/%7Bb%7D.xml", "Resources/1036/broken.xml", "Resources/CON"].map((path) => [path, Uint8Array.of(0xff)] as const)]);
  expect(Buffer.from(packFolder(left, "unmanaged").zip).equals(usual.zip)).toBe(true);
  expect(packFolder(left, "unmanaged").notices).toContainEqual(expect.stringContaining("CanvasApps/src/ was left out"));
});
