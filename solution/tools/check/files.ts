import { descendants, textOf } from "../xml/element";
import { type Contents, type Located, type TableContents } from "./contents";
import { finding, type Finding } from "./finding";

const decoded = (bytes: Uint8Array | undefined): string => new TextDecoder("latin1").decode(bytes ?? new Uint8Array());

/** Text of a script web resource; null when it is not in the package, which is another rule's finding. */
function scriptOf({ webResources, entries }: Contents, name: string): string | null {
  const resource = webResources.find(({ root }) => textOf(root, "Name") === name);
  const file = resource === undefined ? undefined : entries.get(textOf(resource.root, "FileName").replace(/^\//, ""));
  return file === undefined ? null : new TextDecoder().decode(file);
}

/** Every name of `Duly.DebtorForm.onLoad` occurs in the script that is to have it. */
const handlers = (contents: Contents, form: Located): readonly Finding[] => descendants(form.root, "Handler").flatMap(({ attributes }) => {
  const script = scriptOf(contents, attributes.libraryName ?? "");
  const wanted = attributes.functionName ?? "";
  return script === null || wanted.split(".").every((name) => script.includes(name)) ? [] : [finding("DULY-CHECK-088", form, wanted, attributes.libraryName ?? "")];
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

/** Names of types are texts of an assembly's metadata: a type that is not named there is not in it. */
const types = ({ entries }: Contents, assembly: Located): readonly Finding[] => {
  const file = entries.get(textOf(assembly.root, "FileName").replace(/^\//, ""));
  if (file === undefined) return [];
  const names = new Set(decoded(file).split("\0"));
  const lost = descendants(assembly.root, "PluginType").map((type) => type.attributes.Name ?? "").filter((name) => !name.split(/[.+](?=[^.+]+$)/).every((part) => names.has(part)));
  return lost.map((name) => finding("DULY-CHECK-079", assembly, name));
};

const formsOf = (table: TableContents): readonly Located[] => table.forms;

/** What components say of the files that ship with them is so. */
export const files = (contents: Contents): readonly Finding[] => [
  ...[...contents.tables.values()].flatMap(formsOf).flatMap((form) => handlers(contents, form)), ...translations(contents), ...contents.assemblies.flatMap((assembly) => types(contents, assembly)),
];
