import { hostMessages } from "#bridge/host-messages";
import { message, messages } from "../../../cli/reference/catalogue";
import { referencePages } from "../../../cli/reference/pages";
import { sources } from "../../architecture/sources";

/** Sources whose messages an administrator can meet. */
const speaking = sources([".ts", ".tsx", ".mjs", ".cs", ".json"]).filter(({ path }) => /^(domain|plugins-ts-bridge|cli|examples|webresources|pcf-controls)\//.test(path) && !/\/(merge-tests|tests|bench)\//.test(path));

test("every error code of the sources is in a catalogue; add a missing one to the messages beside the code that tells it", () => {
  const known = new Set(messages.map(({ code }) => code));
  const told = speaking.flatMap(({ path, text }) => [...text.matchAll(/["'`](DULY-[A-Z]+(?:-\d{3})?)\b/g)].map((match) => ({ path, code: match[1] ?? "" })));
  expect(told.length).toBeGreaterThan(100);
  expect(told.filter(({ code }) => !known.has(code))).toEqual([]);
});

test.each([["PACK", 28], ["CHECK", 76]])("every code of the packer and its linter is there: DULY-%s, at least %d", (area, least) => {
  const known = messages.map(({ code }) => code).filter((code) => code.startsWith(`DULY-${area}-`));
  const told = sources([".ts"]).filter(({ path }) => /^(solution\/tools|cli)\//.test(path)).flatMap(({ text }) => text.match(new RegExp(`DULY-${area}-\\d{3}`, "g")) ?? []);
  expect([...new Set(told)].filter((code) => !known.includes(code))).toEqual([]);
  expect(known.length).toBeGreaterThanOrEqual(least);
});

test("the C# host tells the messages that both hosts share, and no other", () => {
  const told = new Set(speaking.filter(({ path }) => /host-csharp\/host\/.*\.cs$/.test(path)).flatMap(({ text }) => [...text.matchAll(/"(DULY-[A-Z]+(?:-\d{3})?)"/g)].map(([, code = ""]) => code)));
  expect([...told].sort()).toEqual(Object.keys(hostMessages).sort());
});

test("the merge tool tells the messages of its catalogue, and no other", () => {
  const told = new Set(speaking.filter(({ path }) => /host-csharp\/merge\/.*\.cs$/.test(path)).flatMap(({ text }) => [...text.matchAll(/"(DULY-MERGE-\d{3})"/g)].map(([, code = ""]) => code)));
  expect([...told].sort()).toEqual(messages.map(({ code }) => code).filter((code) => code.startsWith("DULY-MERGE-")));
});

test("a code is used once over all catalogues", () => {
  const all = messages.map(({ code }) => code);
  expect(all.filter((code, index) => all.indexOf(code) !== index)).toEqual([]);
});

test.each(messages.map((one) => [one.code, one] as const))("%s says what is wrong and then what to do", (_code, { meaning, mend }) => {
  expect(meaning).not.toBe("");
  expect(mend).toMatch(/^\p{Lu}.+/u);
});

test.each([
  ["Two sentences. Do this.", "Two sentences.", "Do this."],
  ["One. Two, such as 1.50. Three: do npm start.", "One. Two, such as 1.50.", "Three: do npm start."],
  ["A parameter ends it: {reason} Mend it.", "A parameter ends it: {reason}", "Mend it."],
  ["Only one, with e.g. a dot.", "Only one, with e.g. a dot.", ""],
])("%s", (text, meaning, mend) => {
  expect(message("DULY-X-001", text)).toEqual({ code: "DULY-X-001", meaning, mend });
});

test("every code has its row, with an anchor that the troubleshooting links to", () => {
  const page = referencePages().get("errors.md") ?? "";
  expect(messages.filter(({ code }) => !page.includes(`| <a id="${code.toLowerCase()}"></a>\`${code}\` | `)).map(({ code }) => code)).toEqual([]);
});
