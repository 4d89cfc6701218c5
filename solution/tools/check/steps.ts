import { descendants, textOf } from "../xml/element";
import type { Contents } from "./contents";
import type { Finding } from "./finding";

const list = (text: string): readonly string[] => text.split(",").filter((name) => name !== "");

/** Steps are registered on tables of the package and name only columns that these have. */
export const steps = (contents: Contents): readonly Finding[] => contents.steps.flatMap(({ path, root }): readonly Finding[] => {
  const name = textOf(root, "PrimaryEntity");
  const table = contents.tables.get(name);
  if (table === undefined) return [{ code: "DULY-CHECK-034", where: path, message: `The step is registered on ${name}, which is not in the package.` }];
  const columns = [...list(textOf(root, "FilteringAttributes")), ...descendants(root, "Attributes").flatMap((entry) => list(textOf(entry)))];
  return columns.filter((column) => !table.columns.has(column))
    .map((column) => ({ code: "DULY-CHECK-035", where: path, message: `The step names the column ${column}, which ${name} lacks.` }));
});
