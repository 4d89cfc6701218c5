import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { choices } from "#solution/schema/choices";
import { tables } from "#solution/schema/tables";
import { namesModule } from "#solution/tools/names";
import { inRoot } from "./root";

/** Writes what other sources import but nobody writes by hand. Touches a file only when its text changes. */
export function generate(): void {
  const file = inRoot("solution", "generated", "names.ts");
  const text = namesModule(tables, choices);
  if (existsSync(file) && readFileSync(file, "utf8") === text) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
