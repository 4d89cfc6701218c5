const { mkdtempSync, rmSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");

/** Node asks for the first on Linux and macOS, for the others on Windows. */
const moveTo = (folder) => { Object.assign(process.env, { TMPDIR: folder, TEMP: folder, TMP: folder }); };

/** Before all tests: one folder that every temporary folder of the run lies in, for the workers and what they start. */
module.exports = async () => {
  const before = tmpdir();
  const folder = mkdtempSync(join(before, "duly-tests-"));
  moveTo(folder);
  globalThis.removeTemporary = () => {
    moveTo(before);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
};
