import { posix } from "node:path";
import { sources, type Source } from "./sources";

/** design.md §1: who may import whom (of ours). Everything else of ours is forbidden. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  "domain": [],
  "solution": [],
  "plugins-ts-bridge": ["domain", "solution"],
  "pcf-controls": ["domain", "solution"],
  "webresources": ["domain", "solution"],
  "local-host": [],
  "examples": ["domain"],
};

const alias: Readonly<Record<string, string>> = { "#domain/": "domain/", "#solution/": "solution/", "#bridge/": "plugins-ts-bridge/" };

function target(source: Source, specifier: string): string | null {
  const prefix = Object.keys(alias).find((one) => specifier.startsWith(one));
  if (prefix !== undefined) return `${alias[prefix]}${specifier.slice(prefix.length)}`;
  return specifier.startsWith(".") ? posix.normalize(posix.join(posix.dirname(source.path), specifier)) : null;
}

const specifiers = (text: string): readonly string[] =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1] ?? "");

const folderOf = (path: string): string => path.split("/")[0] ?? "";

const files = sources([".ts", ".tsx"]).filter((source) => folderOf(source.path) in allowed);

describe("who may import whom", () => {
  test.each(Object.keys(allowed))("%s imports only what design.md allows", (folder) => {
    const own = files.filter((source) => folderOf(source.path) === folder);
    expect(own.length).toBeGreaterThan(0);
    const wrong = own.flatMap((source) => specifiers(source.text)
      .map((specifier) => target(source, specifier))
      .filter((path): path is string => path !== null)
      .map(folderOf)
      .filter((to) => to !== folder && !(allowed[folder] ?? []).includes(to))
      .map((to) => `${source.path} imports ${to}/: move what it needs down into a folder that ${folder}/ may use (${(allowed[folder] ?? []).join(", ") || "nothing"}), or pass it in from cli/.`));
    expect(wrong).toEqual([]);
  });

  test("domain imports no package at all", () => {
    const wrong = files.filter((source) => folderOf(source.path) === "domain")
      .flatMap((source) => specifiers(source.text).filter((one) => !one.startsWith(".") && !one.startsWith("#domain/")).map((one) => `${source.path}: ${one}`));
    expect(wrong).toEqual([]);
  });

  test("controls, form scripts and rules take names from solution/generated, not the schema with its labels", () => {
    const wrong = files.filter((source) => ["pcf-controls", "webresources"].includes(folderOf(source.path)))
      .flatMap((source) => specifiers(source.text).filter((one) => one.startsWith("#solution/") && !one.startsWith("#solution/generated/")).map((one) => `${source.path}: ${one}`));
    expect(wrong).toEqual([]);
  });
});
