import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { inRoot } from "../../../cli/root";

let place: string;
beforeEach(() => { place = mkdtempSync(join(tmpdir(), "duly-boot-")); });
afterEach(() => { rmSync(place, { recursive: true, force: true }); });

test("a label file that is malformed is told with file and line, without a stack", () => {
  mkdirSync(join(place, "cli", "messages"), { recursive: true });
  for (const file of ["cli/boot.mjs", "cli/messages/boot.json", "package.json", "package-lock.json"]) copyFileSync(inRoot(file), join(place, file));
  symlinkSync(dirname(dirname(require.resolve("esbuild/package.json"))), join(place, "node_modules"));
  writeFileSync(join(place, "cli", "labels.json"), "{\n,");
  writeFileSync(join(place, "cli", "generate.ts"), "import labels from \"./labels.json\"; export const generate = () => labels;");
  const { status, stderr } = spawnSync(process.execPath, [join(place, "cli", "boot.mjs"), "check"], { encoding: "utf8" });
  expect([status, stderr]).toEqual([1, expect.stringMatching(/^DULY-CLI-005 cli\/labels\.json:2 is malformed: .*\n$/)]);
});
