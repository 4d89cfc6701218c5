import { manifest } from "#bridge/rules/manifest";
import { hungarianLabels } from "#solution/labels/hungarian";
import { labels } from "#solution/tools/labels";
import { readSolution } from "#solution/tools/read/solution";

/** Words that are the same in both languages. */
const shared = ["Duly", "IBAN", "E-mail", "SMS", "Fax"];

describe("Hungarian labels", () => {
  test("are Hungarian: nothing is left in English", () => {
    const same: string[] = [];
    const given = labels(hungarianLabels);
    readSolution({ version: "0.0.0", environment: {}, manifest: manifest() }, { ...given, say: (key, text) => { if (hungarianLabels[key] === text) same.push(text); return given.say(key, text); } });
    expect(same.filter((text) => !shared.includes(text))).toEqual([]);
  });

  test("keep the placeholder of a pattern, begin with a capital and end without a stop; help is sentences", () => {
    for (const [key, text] of Object.entries(hungarianLabels)) {
      expect([key, text]).toEqual([key, expect.stringMatching(key.endsWith(".help") ? /^\S.*\.$/u : /^[\p{Lu}{].*[^.\s]$/u)]);
      if (/^(key|view\.[a-z]+|standard\.base)$/.test(key)) expect(text).toContain("{0}");
    }
  });

  test.each([
    ["table.debtor", "Adós"], ["table.openitem", "Nyitott tétel"], ["table.promise", "Fizetési ígéret"], ["table.dispute", "Vitatott tétel"],
    ["form.openitem.history.reminders", "Fizetési felszólítások"], ["column.openitem.duedate", "Fizetési határidő"],
  ])("%s is %s, as collectors say", (key, text) => expect(hungarianLabels[key]).toBe(text));
});
