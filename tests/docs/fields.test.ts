import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fieldsOf } from "#domain/templates/fields";

type Known = (typeof fieldsOf)[keyof typeof fieldsOf];

const isList = (known: Known): known is readonly [Known] => Array.isArray(known);

/** Every name of a view: "debtor.name"; names of a list stand behind its own: "items#invoice". */
function namesOf(known: Known, prefix = ""): readonly string[] {
  if (known === "text") return [prefix.replace(/\.$/, "")];
  if (isList(known)) return namesOf(known[0], prefix.replace(/\.$/, "#"));
  return Object.entries(known).flatMap(([name, one]) => namesOf(one, `${prefix}${name}.`));
}

const table = readFileSync(join(__dirname, "../../examples/strategies/README.md"), "utf8").split("## Merge fields")[1] ?? "";

/** Names that a row of the table explains: those of its first cell, and of a list those that it says stand within. */
function namesIn(row: string): readonly string[] {
  const [, first = "", second = ""] = row.split("|");
  const names = (text: string): readonly string[] => [...text.matchAll(/{{([\w.]+)}}/g)].map((match) => match[1] ?? "");
  const list = /{{#(\w+)}}…/.exec(first)?.[1];
  return list === undefined ? names(first) : names(second.split("within:")[1] ?? "").map((name) => `${list}#${name}`);
}

test("the table of merge fields explains every field that a message knows, and no other, once", () => {
  const explained = table.split("\n").filter((line) => line.startsWith("| `")).flatMap(namesIn);
  const known = new Set(Object.values(fieldsOf).flatMap((view) => namesOf(view)));
  expect(known.size).toBeGreaterThan(30);
  expect([...explained].sort()).toEqual([...known].sort());
});
