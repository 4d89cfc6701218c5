import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { chromium, type Browser } from "playwright-core";

const onTheMachine = [
  "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

const quiet = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic"];

interface Carried { executablePath(): Promise<string> }

/** The system libraries (NSS and kin) that the package carries for machines that lack them; gives their folder. */
function carriedLibraries(): string {
  const packed = join(process.cwd(), "node_modules", "@sparticuz", "chromium", "bin", "al2023.tar.br");
  const folder = mkdtempSync(join(tmpdir(), "chromium-libraries-"));
  execFileSync("tar", ["-x", "-C", folder], { input: brotliDecompressSync(readFileSync(packed)) });
  return join(folder, "lib");
}

async function launchCarried(): Promise<Browser> {
  const library = (await import("@sparticuz/chromium")) as unknown as { default: Carried };
  const options = { executablePath: await library.default.executablePath(), args: quiet };
  try {
    return await chromium.launch(options);
  } catch (error) {
    if (!/shared librar/i.test(String(error))) throw error;
    return chromium.launch({ ...options, env: { ...process.env, LD_LIBRARY_PATH: carriedLibraries() } });
  }
}

/** A real Chromium: CHROMIUM_PATH, else one on the machine, else that of the npm package. */
export async function launch(): Promise<Browser> {
  const given = process.env.CHROMIUM_PATH;
  if (given !== undefined && given !== "" && !existsSync(given)) throw new Error(`CHROMIUM_PATH is '${given}', where no file is.`);
  const found = given !== undefined && given !== "" ? given : onTheMachine.find((path) => existsSync(path));
  return found === undefined ? launchCarried() : chromium.launch({ executablePath: found, args: quiet });
}
