import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runStep, type BuildStep } from "../../../cli/build/fingerprint";

/** A step with one input and one output, in a checkout of its own. */
const root = mkdtempSync(join(tmpdir(), "duly-step-"));
const write = (name: string, text: string): void => { writeFileSync(join(root, name), text); };
jest.mock("../../../cli/root", () => {
  const at = jest.requireActual<{ join(...parts: string[]): string }>("node:path");
  return { get root() { return root; }, inRoot: (...parts: string[]) => at.join(root, ...parts) };
});

const step: BuildStep = { name: "copy", inputs: ["in.txt"], output: "out.zip", run: async () => { write("out.zip", "made"); } };

beforeAll(() => {
  write("package-lock.json", "{}");
  write("in.txt", "1");
});
afterAll(() => { rmSync(root, { recursive: true, force: true }); });

test("a step runs once, again when its input changed, and again when its output is damaged or gone", async () => {
  const runs = [await runStep(step), await runStep(step)];
  write("in.txt", "2");
  runs.push(await runStep(step), await runStep(step));
  write("out.zip", "mad");
  runs.push(await runStep(step), await runStep(step));
  rmSync(join(root, "out.zip"));
  runs.push(await runStep(step));
  expect(runs).toEqual([true, false, true, false, true, false, true]);
});
