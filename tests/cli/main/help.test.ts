import { readFileSync } from "node:fs";
import { main } from "../../../cli/main";
import { inRoot } from "../../../cli/root";

let said: string[];
beforeEach(() => {
  said = [];
  jest.spyOn(process.stderr, "write").mockImplementation((text) => { said.push(String(text)); return true; });
});
afterEach(() => { jest.restoreAllMocks(); });

const scripts = (JSON.parse(readFileSync(inRoot("package.json"), "utf8")) as { readonly scripts: Readonly<Record<string, string>> }).scripts;

test.each(["--help", "-h", "help"])("%s lists every verb with what it does", async (asked) => {
  expect(await main([asked])).toBe(0);
  for (const verb of Object.keys(scripts)) expect(said.join("")).toMatch(new RegExp(`^  ${verb} +\\w`, "m"));
});

test.each(["pakc", "constructor"])("%s is no verb", async (verb) => {
  expect(await main([verb])).toBe(2);
  expect(said.join("")).toMatch(new RegExp(`^DULY-CLI-003 Unknown verb '${verb}'`));
});
