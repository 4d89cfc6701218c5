import { childOf, childrenOf, descendants, type Element, textOf } from "../xml/element";
import { type Contents, controlManifest, type Located, type TableContents } from "./contents";
import { finding, type Finding } from "./finding";

interface Source { readonly form: Located; readonly table: TableContents; readonly contents: Contents }

/** Columns shown, and columns whose change a handler listens to. */
const fields = ({ form, table }: Source): readonly Finding[] => [
  ...descendants(form.root, "control").map((control) => control.attributes.datafieldname), ...descendants(form.root, "event").map((event) => event.attributes.attribute),
  ...descendants(form.root, "customControl").flatMap((use) => descendants(use, "datafieldname")).map((entry) => textOf(entry)),
].filter((name) => name !== undefined && !table.columns.has(name)).map((name) => finding("DULY-CHECK-012", form, String(name)));

/** Places of components and their descriptions, both ways. */
function places({ form }: Source): readonly Finding[] {
  const placed = descendants(form.root, "control").flatMap(({ attributes }) => attributes.uniqueid ?? []);
  const described = descendants(form.root, "controlDescription").map((entry) => entry.attributes.forControl ?? "");
  return [
    ...described.filter((id) => !placed.includes(id)).map((id) => finding("DULY-CHECK-014", form, id)), ...placed.filter((id) => !described.includes(id)).map((id) => finding("DULY-CHECK-149", form, id)),
  ];
}

/** Properties that the manifest of a control declares; null when the manifest is not there. */
function propertiesOf(contents: Contents, control: Located): ReadonlySet<string | undefined> | null {
  const manifest = controlManifest(contents, control);
  return manifest === undefined ? null : new Set(["property", "data-set"].flatMap((kind) => descendants(manifest, kind)).map((entry) => entry.attributes.name));
}

function customControl({ form, contents }: Source, use: Element): readonly Finding[] {
  const name = use.attributes.name ?? "";
  const control = contents.controls.find(({ root }) => textOf(root, "Name") === name);
  if (control === undefined) return [finding("DULY-CHECK-013", form, name)];
  const known = propertiesOf(contents, control);
  const given = childrenOf(childOf(use, "parameters") ?? use).map((parameter) => (parameter.name === "data-set" ? parameter.attributes.name ?? "" : parameter.name));
  return known === null ? [] : given.filter((property) => !known.has(property)).map((property) => finding("DULY-CHECK-040", form, name, property));
}

const customControls = (source: Source): readonly Finding[] =>
  descendants(source.form.root, "customControl").filter((use) => use.attributes.name !== undefined).flatMap((use) => customControl(source, use));

function scripts({ form, contents }: Source): readonly Finding[] {
  const resources = new Set(contents.webResources.map(({ root }) => textOf(root, "Name")));
  const libraries = descendants(form.root, "Library").map((library) => library.attributes.name ?? "");
  const used = descendants(form.root, "Handler").map((handler) => handler.attributes.libraryName ?? "");
  return [
    ...libraries.filter((name) => !resources.has(name)).map((name) => finding("DULY-CHECK-015", form, name)),
    ...used.filter((name) => !libraries.includes(name)).map((name) => finding("DULY-CHECK-016", form, name)),
  ];
}

/** Forms refer only to what is in the package. */
export const forms = (contents: Contents): readonly Finding[] => [...contents.tables.values()].flatMap((table) => table.forms.flatMap((form) => {
  const source: Source = { form, table, contents };
  return [...fields(source), ...places(source), ...customControls(source), ...scripts(source)];
}));
