import { textOf } from "../xml/element";
import type { Contents } from "./contents";
import { finding, type Finding } from "./finding";

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
};

/** Type of an environment variable -> its name and whether a default fits; an empty default always does. */
const types: Readonly<Record<string, readonly [name: string, fits: (text: string) => boolean]>> = {
  100000000: ["text", () => true], 100000001: ["number", (text) => Number.isFinite(Number(text))], 100000002: ["yes/no", (text) => text === "yes" || text === "no"],
  100000003: ["JSON", isJson], 100000004: ["data source", () => true],
};

/** Defaults of environment variables fit their types. */
export const variables = (contents: Contents): readonly Finding[] => contents.variables.flatMap((variable) => {
  const text = textOf(variable.root, "defaultvalue");
  const [name, fits] = types[textOf(variable.root, "type")] ?? ["(unknown)", () => false];
  return text === "" || fits(text) ? [] : [finding("DULY-CHECK-070", variable, text, name)];
});
