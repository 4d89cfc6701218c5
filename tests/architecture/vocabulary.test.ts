import { basename } from "node:path";
import { tables } from "#solution/schema/tables";
import { codeOf, sources } from "./sources";

const code = sources([".ts", ".tsx"]).filter((source) => !source.path.startsWith("tests/"));

test("domain knows no clock, no I/O, no randomness and nothing asynchronous: business time comes in as a Day", () => {
  const forbidden = /\b(new Date|Date\.|Math\.random|Math\.pow|Intl\.|toLocale\w+|localeCompare|async|await|Promise|setTimeout|console|process|require|fetch)\b/;
  const wrong = code.filter((source) => source.path.startsWith("domain/") && forbidden.test(codeOf(source.text)))
    .map((source) => `${source.path}: ${forbidden.exec(codeOf(source.text))?.[0]}: pass the value in as a fact instead.`);
  expect(wrong).toEqual([]);
});

test("local-host contains no word of dunning: it hosts any solution", () => {
  const words = /\b(dunning|dunned|duly|debtor|overdue|remind(er)?s?|promise to pay)\b|duly_/i;
  const wrong = sources([".ts", ".tsx", ".html", ".md"]).filter((source) => source.path.startsWith("local-host/") && words.test(source.text))
    .map((source) => `${source.path}: '${words.exec(source.text)?.[0]}': name what the platform does, or move it to cli/ or plugins-ts-bridge/.`);
  expect(wrong).toEqual([]);
});

test("names say the thing: no Manager, Helper, Util, Wrapper, Impl", () => {
  const filler = /(Manager|Helper|Helpers|Util|Utils|Wrapper|Impl)\b/;
  const files = code.filter((source) => filler.test(basename(source.path).replace(/\.\w+$/, "").replace(/^./, (first) => first.toUpperCase())));
  const declared = code.filter((source) => /\b(class|interface|type|function|const)\s+\w*(Manager|Helpers?|Utils?|Wrapper|Impl)\b/.test(codeOf(source.text)));
  expect([...files, ...declared].map((source) => source.path)).toEqual([]);
});

test("L-12: secured columns reach no decision, message, summary, view, flow or control: beside schema, form and profile nobody names them", () => {
  const secured = tables.flatMap((table) => Object.entries(table.columns).filter(([, column]) => column.secured).map(([key]) => key));
  expect(secured).toContain("vulnerabilityreason");
  const free = /^(tests|docs|solution\/(schema|forms|profiles|labels)|solution\/ids\.lock)/;
  const naming = sources([".ts", ".tsx", ".json", ".html", ".xml", ".cs", ".mjs"]).filter((source) => !free.test(source.path) && secured.some((key) => source.text.includes(key)));
  expect(naming.map((source) => `${source.path}: let it say the flag or the reason code instead.`)).toEqual([]);
});

test("docs/concepts.md explains every table by its label", () => {
  const concepts = sources(["docs/concepts.md"])[0]?.text ?? "";
  expect(tables.map((table) => table.label).filter((label) => !concepts.includes(`**${label}**`))).toEqual([]);
});

test("no source file is over 300 lines, and half of them are under 60", () => {
  const lines = code.map((source) => ({ path: source.path, lines: source.text.split("\n").length }));
  expect(lines.filter((one) => one.lines > 300).map((one) => `${one.path} has ${one.lines} lines: split it by what its parts do.`)).toEqual([]);
  const sorted = lines.map((one) => one.lines).sort((a, b) => a - b);
  expect(sorted[Math.floor(sorted.length / 2)] ?? 0).toBeLessThanOrEqual(60);
});

test("no tracked file names a path of one machine or a registry host", () => {
  const places = new RegExp(["/ro" + "ot/", "/wo" + "rk/", "/home/\\w+/", "registry\\.np" + "mjs", "api\\.nu" + "get"].join("|"));
  const all = sources([".ts", ".tsx", ".mjs", ".cjs", ".json", ".md", ".html", ".xml", ".resx", ".npmrc"]);
  expect(all.filter((source) => places.test(source.text)).map((source) => source.path)).toEqual([]);
});
