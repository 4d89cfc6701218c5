import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inChild } from "./child";
import { measureRun, prepareRun, type Size } from "./run";

const size: Size = { debtors: 10_000, items: 100_000 };
const prepareIn = "DULY_BENCH_PREPARE";
const measureIn = "DULY_BENCH_MEASURE";
const args = ["bench", "--part", "large"];

/** The run over a large ledger, in a process that did not import it: the peak of memory is the run's own. */
export async function benchLarge(): Promise<unknown> {
  const { [prepareIn]: prepare, [measureIn]: measure } = process.env;
  if (prepare !== undefined) return prepareRun(prepare, size);
  if (measure !== undefined) return measureRun(measure);
  const dataDir = mkdtempSync(join(tmpdir(), "duly-bench-"));
  try {
    await inChild(args, { [prepareIn]: dataDir });
    return await inChild(args, { [measureIn]: dataDir });
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
