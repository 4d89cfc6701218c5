import { readFileSync } from "node:fs";
import { reasonOf, SmokeFault } from "../messages.mjs";
import { rowsOf, tables } from "./rows.mjs";

const shipped = ["cautious", "standard", "firm"];

const fileOf = (name) => (shipped.includes(name) ? new URL(`../../strategies/${name}.json`, import.meta.url) : name);

const parts = ["templates", "strategies", "segments", "creditClasses"];

/** The rows of a pack, by its name or file, and the code of the strategy that a company follows. Throws SmokeFault. */
export function readPolicy(name) {
  try {
    // Editors on Windows put a byte order mark first.
    const pack = JSON.parse(readFileSync(fileOf(name), "utf8").replace(/^\uFEFF/, ""));
    const missing = parts.find((part) => !Array.isArray(pack?.[part]));
    if (missing !== undefined) throw new Error(`it has no list ${missing}`);
    const rows = rowsOf(pack);
    const strategy = pack.companyStrategy;
    if (!rows.some(({ table, called }) => table === tables.strategy && called === strategy)) throw new Error(`companyStrategy names ${JSON.stringify(strategy)}, which the pack does not have`);
    return { name: String(pack.name ?? name), rows, strategy };
  } catch (error) {
    throw new SmokeFault("DULY-SMOKE-040", { file: name, reason: reasonOf(error) });
  }
}
