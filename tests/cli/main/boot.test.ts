import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { inRoot } from "../../../cli/root";

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "duly-boot-"));
  mkdirSync(join(place, "cli", "messages"), { recursive: true });
  for (const file of ["cli/boot.mjs", "cli/messages/boot.json", "package.json", "package-lock.json"]) copyFileSync(inRoot(file), join(place, file));
  symlinkSync(dirname(dirname(require.resolve("esbuild/package.json"))), join(place, "node_modules"));
});
afterEach(() => { rmSync(place, { recursive: true, force: true }); });

const boot = () => spawnSync(process.execPath, [join(place, "cli", "boot.mjs"), "check"], { encoding: "utf8" });

test("a label file that is malformed is told with file and line, without a stack", () => {
  writeFileSync(join(place, "cli", "labels.json"), "{\n,");
  writeFileSync(join(place, "cli", "generate.ts"), "import labels from \"./labels.json\"; export const generate = () => labels;");
  const { status, stderr } = boot();
  expect([status, stderr]).toEqual([1, expect.stringMatching(/^DULY-CLI-005 cli\/labels\.json:2 is malformed: .*\n$/)]);
});

test("a project folder that cannot be written to is told, without a stack", () => {
  writeFileSync(join(place, "dist"), "");
  const { status, stderr } = boot();
  expect([status, stderr]).toEqual([1, expect.stringMatching(/^DULY-CLI-006 The command line cannot be built: .*dist.*\n$/)]);
});
