import { descendants } from "../xml/element";
import { type Contents, type Located, webResourceFile } from "./contents";
import { finding, type Finding } from "./finding";

/** Every name of `Duly.DebtorForm.onLoad` occurs in the script that is to have it. */
const handlers = (contents: Contents, form: Located): readonly Finding[] => descendants(form.root, "Handler").flatMap(({ attributes }) => {
  const file = webResourceFile(contents, attributes.libraryName ?? "");
  const script = new TextDecoder().decode(file);
  const wanted = attributes.functionName ?? "";
  return file === undefined || wanted.split(".").every((name) => script.includes(name)) ? [] : [finding("DULY-CHECK-088", form, wanted, attributes.libraryName ?? "")];
});

const keysOf = (resx: string): ReadonlySet<string> => new Set([...resx.matchAll(/<data name="([^"]+)"/g)].map(([, key = ""]) => key));

/** Texts of a control: `strings/X.1033.resx` and its translations have the same keys. */
function translations({ entries }: Contents): readonly Finding[] {
  const files = [...entries].flatMap(([path, bytes]) => {
    const [, base] = /^(Controls\/.+)\.\d{4}\.resx$/.exec(path) ?? [];
    return base === undefined ? [] : [{ path, base, keys: keysOf(new TextDecoder().decode(bytes)) }];
  });
  return files.flatMap(({ path, base, keys }) => {
    const all = new Set(files.filter((other) => other.base === base).flatMap((other) => [...other.keys]));
    return [...all].filter((key) => !keys.has(key)).map((key) => finding("DULY-CHECK-089", { component: "control texts", path }, key));
  });
}

/** What components say of the files that ship with them is so. */
export const files = (contents: Contents): readonly Finding[] => [
  ...[...contents.tables.values()].flatMap(({ forms }) => forms).flatMap((form) => handlers(contents, form)), ...translations(contents),
];
