import { runInNewContext } from "node:vm";
import { join } from "node:path";
import { buildWebResources } from "../../webresources/build";
import { entries } from "../../webresources/entries";

describe("built form scripts", () => {
  const built = buildWebResources(join(__dirname, "../.."));

  test("every script has its name, and is small", async () => {
    expect((await built).map(({ name, displayName }) => ({ name, displayName }))).toEqual(entries.map(({ name, displayName }) => ({ name, displayName })));
    for (const { content } of await built) expect(content.length).toBeLessThan(40_000);
  });

  test("all scripts live side by side and offer their handler", async () => {
    const page = { Duly: undefined as undefined | Record<string, { readonly onLoad: unknown }> };
    for (const { content } of await built) runInNewContext(content, page);
    expect(Object.entries(page.Duly ?? {}).map(([name, { onLoad }]) => [`Duly.${name}`, typeof onLoad])).toEqual(entries.map(({ globalName }) => [globalName, "function"]));
  });

  test("building twice gives the same bytes", async () => expect(await buildWebResources(join(__dirname, "../.."))).toEqual(await built));
});
