import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { reasonOf, SmokeFault } from "./messages.mjs";

/** Options that every script here takes. */
const common = { url: { type: "string" }, timeout: { type: "string", default: "130" }, help: { type: "boolean", short: "h" } };

const tokenHelp = "The access token is read from the environment variable DULY_TOKEN, never from the command line.";
const urlHelp = "  --url URL        the organisation, such as https://org.crm4.dynamics.com (http for localhost only)";
const timeoutHelp = "  --timeout N      seconds that one request may take (default 130; the platform gives up after 120)";

/** Their lines of a help text, for a script that needs no package and for one that does. */
export const placeHelp = `${tokenHelp}\n\n${urlHelp}\n${timeoutHelp}`;
export const commonHelp = `${tokenHelp}

${urlHelp}
  --package FILE   the zip that was imported (default: the managed zip in dist/ of this checkout)
${timeoutHelp}`;

function parsed(args, own) {
  try {
    return parseArgs({ args, options: { ...common, ...own }, allowPositionals: false }).values;
  } catch (error) {
    throw new SmokeFault("DULY-SMOKE-001", { reason: reasonOf(error) });
  }
}

const local = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** The origin of the organisation. A token never travels unencrypted but to this machine. */
function originOf(text) {
  if (text === undefined) throw new SmokeFault("DULY-SMOKE-001", { reason: "--url is missing" });
  const url = URL.canParse(text) ? new URL(text) : null;
  const safe = url !== null && url.username === "" && url.password === "" && (url.protocol === "https:" || (url.protocol === "http:" && local.has(url.hostname)));
  if (!safe) throw new SmokeFault("DULY-SMOKE-002", { url: text });
  return { origin: url.origin, isLocal: local.has(url.hostname) };
}

function secondsOf(text) {
  const seconds = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (seconds < 1) throw new SmokeFault("DULY-SMOKE-001", { reason: `--timeout ${text}: a whole number of seconds from 1 to 9999 is needed` });
  return seconds;
}

/** The managed zip that `npm run pack` left in this checkout. */
function packedZip() {
  const dist = fileURLToPath(new URL("../../dist", import.meta.url));
  const names = existsSync(dist) ? readdirSync(dist).filter((name) => /^duly_.*_managed\.zip$/.test(name)) : [];
  if (names.length === 1) return join(dist, names[0]);
  throw new SmokeFault("DULY-SMOKE-004", { reason: names.length === 0 ? "dist/ has no managed zip" : `dist/ has ${names.length} managed zips` });
}

function tokenOf(environment, { origin, isLocal }) {
  const token = (environment.DULY_TOKEN ?? "").trim();
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  if (token === "" && isLocal) return null;
  throw new SmokeFault("DULY-SMOKE-003", { url: origin });
}

/**
 * Reads the command line and the environment of a script that compares nothing with a package; null = help is wanted. Throws SmokeFault.
 * `own` describes the options that only this script takes, as parseArgs wants them; their values are in `values`.
 */
export function readPlace(args, environment, own) {
  const values = parsed(args, own);
  if (values.help) return null;
  const place = originOf(values.url);
  const token = tokenOf(environment, place);
  return { origin: place.origin, token, timeoutMs: secondsOf(values.timeout) * 1000, values };
}

/** As `readPlace`, with the package that the organisation is compared with. */
export function readOptions(args, environment, own) {
  const place = readPlace(args, environment, { package: { type: "string" }, ...own });
  return place === null ? null : { ...place, package: place.values.package ?? packedZip() };
}
