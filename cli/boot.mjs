// Plain JavaScript without dependencies: it makes a fresh clone able to run the rest.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const say = (text) => process.stderr.write(`${text}\n`);

/** Says a message of cli/messages/boot.json and ends with exit code 1. */
function refuse(code, parameters = {}) {
  const text = JSON.parse(readFileSync(join(root, "cli", "messages", "boot.json"), "utf8"))[code];
  say(`${code} ${text.replace(/\{(\w+)\}/g, (place, name) => parameters[name] ?? place)}`);
  process.exit(1);
}

function requireNode() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major >= 20) return;
  refuse("DULY-CLI-001", { version: process.versions.node });
}

const packagesOf = (file) => JSON.parse(readFileSync(join(root, file), "utf8")).packages;

/** Does node_modules hold what package-lock.json asks for? npm keeps a list of what it installed; parts for other systems are optional. */
function installed() {
  if (!existsSync(join(root, "node_modules", ".package-lock.json"))) return false;
  const present = packagesOf(join("node_modules", ".package-lock.json"));
  return Object.entries(packagesOf("package-lock.json"))
    .every(([path, { version, optional }]) => path === "" || optional === true || present[path]?.version === version);
}

function install() {
  if (installed()) return;
  say("Installing packages from npm (about a minute, once) …");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const result = spawnSync(npm, ["ci", "--loglevel=error", "--no-audit", "--no-fund"], { cwd: root, stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
  if (result.status === 0) return;
  refuse("DULY-CLI-002");
}

/** A source that cannot be read is told with its file and line. */
function refuseSource(error) {
  const [first] = error.errors ?? [];
  if (first === undefined) throw error;
  if (first.location == null) refuse("DULY-CLI-006", { reason: first.text });
  const { file, line } = first.location;
  refuse("DULY-CLI-005", { file: line === undefined ? file : `${file}:${line}`, reason: first.text });
}

function makeFolder() {
  try {
    mkdirSync(join(root, "dist", "cli"), { recursive: true });
  } catch (error) {
    refuse("DULY-CLI-006", { reason: error.message });
  }
}

async function bundle(esbuild, entry) {
  const outfile = join(root, "dist", "cli", `${entry}.cjs`);
  await esbuild.build({
    absWorkingDir: root, entryPoints: [`cli/${entry}.ts`], outfile, bundle: true, platform: "node", format: "cjs", target: "node20",
    packages: "external", sourcemap: "inline", logLevel: "silent",
    define: { "process.env.DULY_ROOT": JSON.stringify(root) },
  }).catch(refuseSource);
  return pathToFileURL(outfile).href;
}

process.chdir(root);
requireNode();
install();
makeFolder();
const esbuild = createRequire(join(root, "package.json"))("esbuild");
await (await import(await bundle(esbuild, "generate"))).generate();
process.exitCode = await (await import(await bundle(esbuild, "main"))).main(process.argv.slice(2));
