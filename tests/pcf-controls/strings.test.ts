import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ControlName } from "./fakes/context";
import { readStrings } from "./fakes/context";

const root = join(__dirname, "../../pcf-controls");
const sourceOf = (folder: string): string =>
  readdirSync(join(root, folder)).filter((file) => /\.(tsx?|xml)$/.test(file)).map((file) => readFileSync(join(root, folder, file), "utf8")).join("\n");

describe.each<ControlName>(["CollectionTimeline", "PromiseToPay"])("strings of %s", (control) => {
  const english = readStrings(control, 1033);
  const hungarian = readStrings(control, 1038);

  test("every language has the same keys", () => expect([...hungarian.keys()]).toEqual([...english.keys()]));

  test("every key is used", () => {
    const source = sourceOf(control) + sourceOf("shared");
    expect([...english.keys()].filter((key) => !source.includes(`"${key}"`))).toEqual([]);
  });

  test("translations take the same values", () => {
    const holes = (text: string | undefined): readonly string[] => [...new Set(text?.match(/\{\d\}/g))].sort();
    for (const [key, text] of english) expect([key, holes(hungarian.get(key))]).toEqual([key, holes(text)]);
  });

  test("lists have as many parts", () => {
    for (const [key, text] of english) if (text.includes(";")) expect([key, hungarian.get(key)?.split(";").length]).toEqual([key, text.split(";").length]);
  });
});
