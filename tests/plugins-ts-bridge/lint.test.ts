import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** Lints a text as if it stood in a file of the checkout; gives the rules that object. */
function objections(text: string, file: string): readonly string[] {
  const eslint = join("node_modules", "eslint", "bin", "eslint.js");
  const { stdout, stderr } = spawnSync(process.execPath, [eslint, "--stdin", "--stdin-filename", file, "--format", "json"], { input: text, encoding: "utf8" });
  const [result] = JSON.parse(stdout === "" ? `[{"messages":[{"ruleId":${JSON.stringify(stderr)},"line":1}]}]` : stdout) as { readonly messages: readonly { readonly ruleId: string | null; readonly line: number }[] }[];
  return (result?.messages ?? []).filter(({ ruleId }) => ruleId === null || ruleId.startsWith("no-restricted-")).map(({ line }) => String(line));
}

const forbidden = [
  "export const a = async () => 1;", "export const b = Promise.resolve(1);", "export const c = Date.now();", "export const d = new Date();", "export const e = Math.random();",
  "export const f = Math.pow(2, 0.5);", "export const g = 2 ** 0.5;", "export const h = Math.sin(1);", "export const i = Math.exp(1);", "export const j = 'a'.localeCompare('b');",
  "export const k = (1).toLocaleString();", "export const l = new Intl.NumberFormat();", "export const m = 'a'.normalize();", "export const n = /(?<=a)b/;", "export const o = /(?<!a)b/;",
  "console.log(1);", "setTimeout(() => 1, 1);", "export const p = structuredClone({});", "export const q = Object.groupBy([], () => 'a');", "export const r = Temporal.Now;", "export const s = eval('1');",
  "export const t = new Function('1');", "let u = 1; export const v = () => (u += 1);", "export let w = 1;",
  "export const x = new Proxy({}, {});", "export const y = Reflect.ownKeys({});", "export const z = new SharedArrayBuffer(4);", "export const aa = Iterator.from([]);", "export const bb = new WeakRef({});",
];
const allowed = [
  "export function* a() { yield 1; }", "export const b = 2 ** 3;", "export const c = Math.floor(1.5);", "export const d = 'a' < 'b';", "export const e = /(?=a)b/;", "export const f = /(?<name>a)/;",
  "export const g = [..._h()].map(String); function* _h() { yield 1; }", "export const i = Math.sqrt(2);", "export const j = 'A'.toLowerCase();", "export const k = 10n ** 3n;", "export const l = () => { let m = 1; m += 1; return m; };",
];
const numbers = (lines: readonly string[]) => lines.map((_, index) => String(index + 1));

test.each(["domain/x.ts", "plugins-ts-bridge/sdk/x.ts", "plugins-ts-bridge/rows/x.ts", "plugins-ts-bridge/rules/x.ts"])("in %s, code that the engines treat differently is reported", (file) => {
  expect([...new Set(objections(forbidden.join("\n"), file))]).toEqual(numbers(forbidden));
}, 60_000);

test("its allowed twins are not, and the same code elsewhere is not", () => {
  expect(objections(allowed.join("\n"), "domain/x.ts")).toEqual([]);
  expect(objections(forbidden.join("\n"), "cli/x.ts")).toEqual([]);
}, 60_000);
