import { readdirSync, readFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { manifest } from "#bridge/rules/manifest";
import { environmentVariables } from "#solution/environment";
import { connectionReferences } from "#solution/connections";
import { flows } from "#solution/flows/all";
import { prefixed } from "#solution/model/names";
import { roles } from "#solution/roles/all";
import { tables } from "#solution/schema/tables";
import { messages } from "../../cli/reference/catalogue";
import { referencePages } from "../../cli/reference/pages";

const folder = join(__dirname, "..", "..", "docs", "admin");
const pages = readdirSync(folder).filter((name) => name.endsWith(".md")).map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
const reference = referencePages();

/** The place that GitHub gives a heading: lower case, no punctuation, hyphens for spaces. */
const placeOf = (heading: string): string => heading.toLowerCase().replace(/[^\p{L}\p{N} -]/gu, "").replaceAll(" ", "-");
const places = (text: string): readonly string[] =>
  [...[...text.matchAll(/^#+ (.+)$/gm)].map((match) => placeOf(match[1] ?? "")), ...[...text.matchAll(/<a id="([^"]+)">/g)].map((match) => match[1] ?? "")];

function textBehind(page: string, target: string): string | null {
  if (target === "") return pages.find(({ name }) => name === page)?.text ?? null;
  const generated = /^\.\.\/reference\/(.+)$/.exec(target)?.[1];
  if (generated !== undefined) return reference.get(generated) ?? null;
  const file = join(folder, target);
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

const each = (pattern: RegExp) => pages.flatMap(({ name, text }) => [...text.matchAll(pattern)].map((match) => ({ page: name, found: match[1] ?? "", place: match[2] })));

test("every link leads to a page and a place on it", () => {
  const links = each(/\]\((?!https:)([^)#]*)(?:#([^)]+))?\)/g);
  expect(links.length).toBeGreaterThan(30);
  const lost = links.filter(({ page, found, place }) => {
    const text = textBehind(page, found);
    return text === null || (place !== undefined && !places(text).includes(place));
  });
  expect(lost).toEqual([]);
});

test("every error code that a page names is in the catalogue", () => {
  const known = new Set(messages.map(({ code }) => code));
  expect(each(/\b(DULY-[A-Z]+-\d{3})\b/g).filter(({ found }) => !known.has(found))).toEqual([]);
});

test("every name of a component that a page names is one of the package", () => {
  const known = new Set([
    ...tables.map((table) => prefixed(table.name)), ...manifest().apis.map((api) => api.id), ...environmentVariables.map((variable) => variable.schemaName), ...connectionReferences.map((one) => one.logicalName),
  ]);
  expect(each(/`(duly_\w+)`/g).filter(({ found }) => !known.has(found))).toEqual([]);
  const flowNames = flows.map((flow) => flow.label);
  expect(each(/\*(Duly \\?\| [^*]+)\*/g).map(({ found }) => found.replace("\\|", "|")).filter((name) => !flowNames.includes(name))).toEqual([]);
  const roleNames = roles.map((role) => role.name);
  expect(each(/\| (Duly [A-Z][A-Za-z ]+) \|/g).filter(({ found }) => !roleNames.includes(found))).toEqual([]);
  const connectionNames = connectionReferences.map((one) => one.label);
  expect(each(/\*(Duly (?:Dataverse|Outlook))\*/g).filter(({ found }) => !connectionNames.includes(found))).toEqual([]);
});

test("the page on installing says of every flow that it is turned on", () => {
  const install = pages.find(({ name }) => name === "install.md")?.text ?? "";
  expect(flows.map(({ label }) => label).filter((label) => !install.includes(`*${label}*`))).toEqual([]);
});

test("the README of the folder lists every page", () => {
  const index = pages.find(({ name }) => name === "README.md")?.text ?? "";
  expect(pages.map(({ name }) => name).filter((name) => name !== "README.md" && !index.includes(`](${name})`))).toEqual([]);
});

test("pages are short", () => {
  expect(pages.filter(({ text }) => text.split("\n").length > 80).map(({ name }) => name)).toEqual([]);
});
